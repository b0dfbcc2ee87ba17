import { operatorsOf, type PDFPageProxy } from './pdfjs.js'

/** A stretch of text that a page shows in one go, in points from the upper left corner. */
export interface Fragment {
  readonly text: string
  readonly x: number
  readonly right: number
  /** Of the base line. */
  readonly y: number
  readonly size: number
  /** White space that the page itself shows stands before it. */
  readonly spaced: boolean
  readonly bold: boolean
  readonly italic: boolean
}

export interface Page {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly fragments: readonly Fragment[]
  /** It shows a picture and no words: a scan that nobody has run text recognition on. */
  readonly isPicture: boolean
}

type Matrix = readonly number[]

const product = (a: Matrix, b: Matrix): [number, number, number, number, number, number] => {
  const [a0 = 1, a1 = 0, a2 = 0, a3 = 1, a4 = 0, a5 = 0] = a
  const [b0 = 1, b1 = 0, b2 = 0, b3 = 1, b4 = 0, b5 = 0] = b
  return [
    a0 * b0 + a2 * b1,
    a1 * b0 + a3 * b1,
    a0 * b2 + a2 * b3,
    a1 * b2 + a3 * b3,
    a0 * b4 + a2 * b5 + a4,
    a1 * b4 + a3 * b5 + a5,
  ]
}

interface FontStyle {
  readonly bold: boolean
  readonly italic: boolean
}

/** Whether a font is bold or italic: its name says so ("Times-BoldItalic"), and the text items name only an id. */
const fontStyle = (page: PDFPageProxy, id: string): FontStyle => {
  const font: { name?: string; bold?: boolean; italic?: boolean } = page.commonObjs.has(id)
    ? page.commonObjs.get(id)
    : {}
  const name = font.name ?? ''
  return {
    bold: font.bold === true || /bold|black|heavy|demi/i.test(name),
    italic: font.italic === true || /italic|oblique/i.test(name),
  }
}

/** Reads what a page shows as text. */
export const readPage = async (page: PDFPageProxy, number: number): Promise<Page> => {
  const { items } = await page.getTextContent()
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const shown = items.flatMap((item) => ('str' in item ? [item] : []))
  // Fonts are known to the page once what it draws has been listed.
  const { paintsPicture } = await operatorsOf(page)
  const styles = new Map(shown.map(({ fontName }) => [fontName, fontStyle(page, fontName)]))
  const fragments: Fragment[] = []
  let spaced = false
  for (const item of shown) {
    const text = item.str
    if (text.trim() === '') {
      spaced ||= text !== ''
      continue
    }
    const [, , c, d, x, y] = product(transform, item.transform)
    const { bold = false, italic = false } = styles.get(item.fontName) ?? {}
    const size = Math.hypot(c, d) || item.height || 1
    fragments.push({ text, x, right: x + item.width, y, size, spaced, bold, italic })
    spaced = false
  }
  page.cleanup()
  return { number, width, height, fragments, isPicture: paintsPicture && fragments.length === 0 }
}
