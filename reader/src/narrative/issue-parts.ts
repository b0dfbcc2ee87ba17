import type { IssueRow, IssueTable } from '../issue-tables/rows.js'
import { issueTables } from '../issue-tables/tables.js'
import type { Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import { textOf } from '../text/flow.js'
import type { Part } from './document.js'

/** What a paragraph is that stands in a table of issues and responses, and whose its words are where they name nobody. */
export type IssueCell =
  | { readonly kind: 'issue'; readonly raisers: string | null }
  | { readonly kind: 'response'; readonly responder: string | null }

const partsOfRow = (source: string, table: IssueTable, row: IssueRow, level: number): Part[] => {
  if (row.kind === 'heading')
    return [{ kind: 'section', level: level + 1, heading: textOf(source, row.pieces), pieces: row.pieces }]
  const raisers = row.raisers.length > 0 ? textOf(source, row.raisers) : null
  const number = row.number.length > 0 ? textOf(source, row.number).replace(/[.)]$/, '') : null
  const cells: [Pieces, string | null, IssueCell][] = [
    [row.issue, number, { kind: 'issue', raisers }],
    [row.response, null, { kind: 'response', responder: table.responder }],
  ]
  return cells.flatMap(([pieces, own, cell]): Part[] =>
    pieces.length === 0 ? [] : [{ kind: 'paragraph', pieces, number: own, goesOn: false, cell }],
  )
}

/** The parts of a record with those of its tables of issues and responses in their places: a paragraph for each cell. */
export const withIssues = (source: SourceText, parts: readonly Part[]): Part[] => {
  const tables = issueTables(source)
  if (tables.length === 0) return [...parts]
  const all = [...parts]
  for (const table of tables) {
    const next = all.findIndex(({ pieces }) => (pieces[0]?.[0] ?? 0) >= table.end)
    const at = next < 0 ? all.length : next
    const above = all.slice(0, at).findLast((part) => part.kind === 'section')
    const level = above?.kind === 'section' ? above.level : 0
    all.splice(at, 0, ...table.rows.flatMap((row) => partsOfRow(source.text, table, row, level)))
  }
  return all
}

/** What of such tables is no paragraph: heads, rules, numbers, and who raised an issue. */
export const issueFurniture = (source: SourceText): { kind: string; pieces: Pieces }[] => {
  const tables = issueTables(source)
  const exchanges = tables.flatMap(({ rows }) => rows.flatMap((row) => (row.kind === 'exchange' ? [row] : [])))
  return [
    { kind: 'head of a table', pieces: tables.flatMap(({ furniture }) => furniture) },
    { kind: 'paragraph number', pieces: exchanges.flatMap(({ number }) => number) },
    { kind: 'who raised an issue', pieces: exchanges.flatMap(({ raisers }) => raisers) },
  ]
}
