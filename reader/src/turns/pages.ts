import type { Furniture } from '../formats/format.js'
import type { Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import { type FurnitureKind, furnitureLines, isPageLine } from '../text/furniture-lines.js'
import type { Row } from './rows.js'

/** The rows of a text printed in pages, without what belongs to the page. */
export interface Pages {
  readonly rows: readonly Row[]
  readonly furniture: readonly Furniture[]
  /** Where a paragraph goes on over the end of a page: its last line before, and its first after. */
  readonly joined: readonly Pieces[]
}

const isCut = (before: string, after: string): boolean =>
  before.length > 40 && /[\p{L}\d,;’'-]$/u.test(before) && /^\p{Ll}/u.test(after)

/** What a file with marks of its own still prints of its pages. */
const pageLines = (lines: SourceText['lines']): ReadonlyMap<number, FurnitureKind> =>
  new Map(lines.flatMap(({ text }, i) => (isPageLine(text) ? [[i, 'page header'] as const] : [])))

/** Takes page numbers and running headers out of plain text, and joins paragraphs that a page cuts. */
export const pagesOf = ({ text, lines, layout }: SourceText, rows: readonly Row[]): Pages => {
  const found = layout.length > 0 ? pageLines(lines) : furnitureLines(lines)
  const kinds = new Map(
    [...found].flatMap(([i, kind]) => (kind === 'rule' ? [] : [[lines[i]?.start ?? -1, kind] as const])),
  )
  if (kinds.size === 0) return { rows, furniture: [], joined: [] }
  const kept: Row[] = []
  const byKind = new Map<string, Pieces>()
  const joined: Pieces[] = []
  let isAfter = false
  for (const row of rows) {
    const kind = kinds.get(row.marker?.[0] ?? row.start)
    if (kind !== undefined) {
      const start = row.marker?.[0] ?? row.start
      const pieces = byKind.get(kind) ?? []
      pieces.push([start, row.end])
      byKind.set(kind, pieces)
      isAfter = true
      continue
    }
    const last = kept.at(-1)
    const goesOn =
      isAfter && last !== undefined && isCut(text.slice(last.start, last.end), text.slice(row.start, row.end))
    if (goesOn && last)
      joined.push([
        [last.start, last.end],
        [row.start, row.end],
      ])
    kept.push(goesOn ? { ...row, isApart: false } : isAfter ? { ...row, isApart: true } : row)
    isAfter = false
  }
  return { rows: kept, furniture: [...byKind].map(([kind, pieces]) => ({ kind, pieces })), joined }
}
