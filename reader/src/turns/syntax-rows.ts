import type { Line } from '../text/lines.js'
import type { Row, RowKind } from './rows.js'

const heading = /^(#{1,6})\s+(.*?)\s*#*$/
const item = /^(?:[-+*•]|\(?\d{1,4}[.)]|\d{1,3}(?:\.\d{1,3}){1,5}\.?)\s+(?=\S)/
const bold = /^(\*\*|__)(?!\s).+\1:?$/
const rule = /^(?:[-*_=]\s*){3,}$/
const fence = /^(?:`{3,}|~{3,})/

/** How deep a list item stands, by the indents of those that it stands in. */
const depthAt = (indents: number[], indent: number): number => {
  while (indents.length > 0 && (indents.at(-1) ?? 0) > indent) indents.pop()
  if (indents.at(-1) !== indent) indents.push(indent)
  return indents.length
}

/** A line that begins with a letter is no more than text: all signs are others. */
const beginsWithLetter = (text: string): boolean => {
  const code = text.charCodeAt(0)
  return (code > 96 && code < 123) || (code > 64 && code < 91)
}

const kindOf = (text: string, inCode: boolean): RowKind => {
  if (inCode) return 'code'
  if (beginsWithLetter(text)) return 'text'
  if (heading.test(text)) return 'heading'
  if (rule.test(text)) return 'rule'
  if (/^[|¦]/.test(text)) return 'table'
  // Captions print ">>" where the speaker changes.
  if (text.startsWith('>') && !/^>>\s*\p{Lu}[^>]{1,60}:/u.test(text)) return 'quote'
  return item.test(text) ? 'item' : 'text'
}

/** The lines of plain text, with what its signs say where it is written as Markdown is. */
export const syntaxRows = (lines: readonly Line[]): Row[] => {
  const rows: Row[] = []
  const indents: number[] = []
  let inCode = false
  let isApart = true
  for (const { from, start, end, text } of lines) {
    if (text === '') {
      isApart = true
      continue
    }
    const isFence = !beginsWithLetter(text) && fence.test(text)
    const kind = isFence ? 'code' : kindOf(text, inCode)
    if (isFence) inCode = !inCode
    const head = kind === 'heading' ? heading.exec(text) : null
    const mark = kind === 'item' ? (item.exec(text)?.[0].length ?? 0) : 0
    const quoted = kind === 'quote' ? (/^(?:>\s*)+/.exec(text)?.[0].length ?? 0) : 0
    const indent = start - from
    if (kind === 'text' && indent === 0 && isApart) indents.length = 0
    if (kind === 'heading') indents.length = 0
    const contentStart = start + mark + quoted + (head ? text.indexOf(head[2] ?? '', head[1]?.length ?? 0) : 0)
    const contentEnd = head ? contentStart + (head[2] ?? '').length : end
    const depth = kind === 'item' ? depthAt(indents, indent) : indents.length
    const isBold = bold.test(text.slice(mark))
    const marker: [number, number] | null = mark > 0 ? [start, start + mark] : null
    const level = head?.[1]?.length ?? 0
    if (contentStart < contentEnd)
      rows.push({ kind, start: contentStart, end: contentEnd, level, depth, isBold, isApart, marker })
    isApart = false
  }
  return rows
}
