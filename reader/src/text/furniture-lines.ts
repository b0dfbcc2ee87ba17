import { once } from '../once.js'
import type { Line } from './lines.js'

export type FurnitureKind = 'page number' | 'page header' | 'rule' | 'footnote'

const pageNumber =
  /^(?:\[?\s*(?:page|p\.|seite)\s*\d{1,4}(?:\s*(?:of|\/|von)\s*\d{1,4})?\s*\]?|-{1,3}\s*(?:page\s*)?\d{1,4}\s*-{1,3}|[–—]\s*\d{1,4}\s*[–—]|\d{1,3}(?:\s*\/\s*\d{1,4})?|\d{1,4}\s*\|\s*p\s?a\s?g\s?e)$/i
/** The characters that rules begin with. */
const ruled = '-–—_=~*`'
const rule = /^(?:[-–—_=~]{3,}|(?:\*\s?){3,}|```\w*)$/

const longestHeader = 150
/** "Harbour Board, 9 May    Page 3 of 4": what a record is, and its page, at either end of a line. */
const pageOf =
  /(?:^|[\s–—|,;·(-])(?:page|p\.|seite|página|folio)\s*\d{1,4}\s*(?:of|\/|von|sur|de)\s*\d{1,4}[)*_]*$|^[*_(]*(?:page|seite|página)\s*\d{1,4}\s*(?:of|\/|von|sur|de)\s*\d{1,4}(?=$|[\s–—|,;·)-])/iu

/** "CW/C/SR.61                    page 2": what a record is, and its page at the other end of the line. */
const pageAtGap =
  /\S(?:\s{3,}|\t+)(?:page|p\.|seite|sheet)\s*\d{1,4}$|^(?:page|p\.|seite|sheet)\s*\d{1,4}(?:\s{3,}|\t+)\S/i
/** "CW/C/SR.61", "GE.24-15533      3": the symbol of a document by itself, or with a page's number. */
const symbol = /^(?:\d{1,3}\s+)?\p{Lu}[\p{Lu}\d]*(?:[./-][\p{Lu}\d]+){2,}(?:\s+\d{1,3})?$/u

/** Whether a line says by itself which page of how many it stands on, or of which document. */
export const isPageLine = (text: string): boolean =>
  text.length <= longestHeader &&
  /\d/.test(text) &&
  (symbol.test(text) || ((pageOf.test(text) || pageAtGap.test(text)) && !/[.?!]\s+\p{Lu}/u.test(text)))

/** The text of a line with its numbers left open: a running header differs from page to page in nothing else. */
const pattern = (text: string): string => text.replace(/\d+/g, '#')

type Nearest = (from: number, step: 1 | -1) => number

/** Finds the next line that is not empty, in either direction: one pass for all, since a file may be nothing but empty pages. */
const nearestOf = (lines: readonly Line[]): Nearest => {
  const before = new Int32Array(lines.length)
  const after = new Int32Array(lines.length)
  for (let i = 0, last = -1; i < lines.length; i++) {
    before[i] = last
    if (lines[i]?.text !== '') last = i
  }
  for (let i = lines.length - 1, next = lines.length; i >= 0; i--) {
    after[i] = next
    if (lines[i]?.text !== '') next = i
  }
  return (from, step) => (step < 0 ? (before[from] ?? -1) : (after[from] ?? lines.length))
}

/** Short lines between a sentence that a page break cuts and the words that go on with it. */
const betweenHalves = (
  lines: readonly Line[],
  nearest: Nearest,
  at: number,
  isFurniture: (i: number) => boolean,
): number[] => {
  const around: number[] = []
  const look = (step: 1 | -1): string => {
    for (let i = nearest(at, step), seen = 0; seen < 3; i = nearest(i, step), seen++) {
      const text = lines[i]?.text ?? ''
      const isText = text.length > 60 || /[.,;:!?]$/.test(text) || /^\p{Ll}/u.test(text)
      if (isText || text === '') return text
      if (!isFurniture(i)) around.push(i)
    }
    return ''
  }
  const [before, after] = [look(-1), look(1)]
  const isCut = /[\p{L}\d,;-]$/u.test(before) && before.length > 40 && /^\p{Ll}/u.test(after)
  return isCut ? around.filter((i) => (lines[i]?.text.length ?? 0) <= 100) : []
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []

/** So many lines at the beginning say what the record is. */
const titleLines = 8

const longestTitle = 100

/** A line that ends a sentence, or is too long for a title. */
const isProse = (text: string): boolean => text.length > longestTitle || /\p{Ll}{3}[.?!]["”’)]*(?:$|\s)/u.test(text)

/** Whether a line beside a page's end says again most of what the first lines say: "Harbour Board, 12th Meeting". */
const repeatsTitle = (lines: readonly Line[]): ((index: number) => boolean) => {
  const first = lines.flatMap(({ text }, i) => (text === '' ? [] : [i])).slice(0, titleLines)
  const prose = first.findIndex((i) => isProse(lines[i]?.text ?? ''))
  const filled = prose < 0 ? first : first.slice(0, prose)
  const title = new Set(filled.flatMap((i) => wordsOf(lines[i]?.text ?? '')))
  return (index) => {
    const text = lines[index]?.text ?? ''
    const words = wordsOf(text)
    const isShort = text.length <= longestTitle && words.length > 2 && !/[.:;?!]$/.test(text)
    const isOfTitle = words.every((word) => title.has(word)) && new Set(words).size * 2 > title.size
    return isShort && index > (filled.at(-1) ?? 0) && isOfTitle
  }
}

/**
 * Lines that belong to the page and not to the record: page numbers, rules, and headers or footers, which stand more than once
 * next to a page break, name their page, cut a sentence in two, or say the record's title again. By line index.
 */
export const furnitureLines = once((lines: readonly Line[]): ReadonlyMap<number, FurnitureKind> => {
  const furniture = new Map<number, FurnitureKind>()
  const nearest = nearestOf(lines)
  const breaks: [before: number, after: number][] = []
  for (const [i, line] of lines.entries()) {
    if (ruled.includes(line.text.charAt(0)) && rule.test(line.text)) furniture.set(i, 'rule')
    if (line.newPage) breaks.push([nearest(i, -1), line.text === '' ? nearest(i, 1) : i])
    if (isPageLine(line.text) && !pageNumber.test(line.text)) furniture.set(i, 'page header')
    if (line.to - line.start > 24 || !pageNumber.test(line.text)) continue
    furniture.set(i, 'page number')
    breaks.push([nearest(i, -1), nearest(i, 1)])
  }
  const headers = new Map<string, Set<number>>()
  for (const index of breaks.flat()) {
    const text = lines[index]?.text
    if (text === undefined || text.length > longestHeader || furniture.has(index)) continue
    const known = headers.get(pattern(text)) ?? new Set()
    headers.set(pattern(text), known.add(index))
  }
  for (const [i, kind] of [...furniture]) {
    if (kind !== 'page number') continue
    for (const header of betweenHalves(lines, nearest, i, (at) => furniture.has(at)))
      furniture.set(header, 'page header')
  }
  for (const [text, indexes] of headers) {
    if (indexes.size < 2 || text.includes('\t')) continue
    for (const index of indexes) furniture.set(index, 'page header')
  }
  const isTitle = breaks.length > 0 ? repeatsTitle(lines) : () => false
  for (const index of breaks.flat()) if (isTitle(index)) furniture.set(index, 'page header')
  return furniture
})
