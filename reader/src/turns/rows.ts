import type { Layout, Mark } from '../layout.js'
import { once } from '../once.js'
import type { SourceText } from '../source.js'
import { syntaxRows } from './syntax-rows.js'

/** What a line of a document is, whatever the file was: Markdown, Word, HTML, or text that is written as if it were Markdown. */
export type RowKind = 'heading' | 'text' | 'item' | 'code' | 'quote' | 'table' | 'rule' | 'front-matter'

/** One line that is not blank. `[start, end)` is its content: without list marker, heading marks, quotation marks. */
export interface Row {
  readonly kind: RowKind
  readonly start: number
  readonly end: number
  /** Of a heading 1 to 6, else 0. */
  readonly level: number
  /** How many list items it stands in; for `item` the one that it begins counts. */
  readonly depth: number
  /** All of it is printed bold. */
  readonly isBold: boolean
  /** A blank line stands before it. */
  readonly isApart: boolean
  /** What stands before its content on the line, if it is a part of the text (a list's number). */
  readonly marker: readonly [number, number] | null
}

interface Open {
  readonly until: Record<'code' | 'quote' | 'table' | 'front-matter' | 'heading' | 'rule', number>
  level: number
  readonly items: { readonly end: number; readonly depth: number }[]
}

const blockOf: Partial<Record<Mark['kind'], keyof Open['until']>> = {
  code: 'code',
  blockquote: 'quote',
  table: 'table',
  'front-matter': 'front-matter',
  'thematic-break': 'rule',
}

/** A heading that is longer than this is a paragraph over a line of hyphens. */
const longestHeading = 250

interface LineMarks {
  item: Extract<Mark, { kind: 'list-item' }> | null
  heading: Extract<Mark, { kind: 'heading' }> | null
  bold: number
  boldFrom: number
}

const take = (mark: Mark, open: Open, line: LineMarks, start: number): void => {
  const block = blockOf[mark.kind]
  // Code in the middle of a line is a part of its words.
  if (block !== undefined && (block !== 'code' || mark.start <= start))
    open.until[block] = Math.max(open.until[block], mark.end)
  if (mark.kind === 'list-item') {
    line.item = mark
    open.items.push({ end: mark.end, depth: mark.depth })
  }
  if (mark.kind === 'heading' && mark.end - mark.start <= longestHeading) {
    line.heading = mark
    open.until.heading = Math.max(open.until.heading, mark.end)
    open.level = mark.level
  }
  if (mark.kind === 'strong' && line.bold < mark.end) {
    line.boldFrom = line.bold === 0 ? mark.start : line.boldFrom
    line.bold = mark.end
  }
}

const kindOf = (open: Open, start: number, end: number, isItem: boolean): RowKind => {
  if (end <= open.until['front-matter']) return 'front-matter'
  if (end <= open.until.rule) return 'rule'
  if (end <= open.until.code) return 'code'
  if (start < open.until.quote) return 'quote'
  if (start < open.until.table) return 'table'
  if (start < open.until.heading) return 'heading'
  return isItem ? 'item' : 'text'
}

const isWord = /[\p{L}\p{N}]/u

const quotation = /^(?:>\s*)+/

/** Every line of a source that has a layout, in one pass over its marks. */
const layoutRows = ({ text, lines }: SourceText, layout: Layout): Row[] => {
  const rows: Row[] = []
  const until = { code: 0, quote: 0, table: 0, 'front-matter': 0, heading: 0, rule: 0 }
  const open: Open = { until, level: 0, items: [] }
  let next = 0
  let isApart = true
  for (const { to, start, end, text: words } of lines) {
    const line: LineMarks = { item: null, heading: null, bold: 0, boldFrom: 0 }
    while ((open.items.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= start) open.items.pop()
    for (let mark = layout[next]; mark && mark.start <= to; mark = layout[++next]) take(mark, open, line, start)
    if (words === '') {
      isApart = true
      continue
    }
    const kind = kindOf(open, start, end, line.item !== null)
    let from = Math.min(end, Math.max(start, kind === 'item' ? (line.item?.start ?? start) : start))
    if (kind === 'quote') from += quotation.exec(text.slice(from, end))?.[0].length ?? 0
    if (kind === 'heading' && line.heading) from = Math.min(end, Math.max(start, line.heading.start))
    const last = kind === 'heading' ? Math.max(from, Math.min(end, open.until.heading)) : end
    const isBold =
      line.bold > 0 && !isWord.test(text.slice(from, line.boldFrom)) && !isWord.test(text.slice(line.bold, last))
    const marker = from > start && kind === 'item' ? ([start, from] as const) : null
    const level = kind === 'heading' ? open.level : 0
    if (from < last)
      rows.push({ kind, start: from, end: last, level, depth: open.items.at(-1)?.depth ?? 0, isBold, isApart, marker })
    isApart = false
  }
  return rows
}

/** The lines of a document that are not blank, each with what the layout of the file says about it. */
export const rowsOf = once((source: SourceText): readonly Row[] =>
  source.layout.length > 0 ? layoutRows(source, source.layout) : syntaxRows(source.lines),
)
