import { tablesOf, withoutMarkup } from '../layout.js'
import { once } from '../once.js'
import type { Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import { textOf } from '../text/flow.js'
import { gridsIn } from './grid.js'
import { responderIn } from './responder.js'
import type { Cells, Grid, IssueRow, IssueTable } from './rows.js'

type Column = 'number' | 'raisers' | 'issue' | 'response'

const columns: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:no|nos|nr|#|ref|s\/n|sn|sl|item|item no|id)\.?$/i],
  ['response', /\b(?:responses?|repl(?:y|ies)|answers?|clarifications?|reactions?)\b/i],
  [
    'raisers',
    /^(?:(?:raised|asked|made|submitted|posed|received|comment|question)\s+)?(?:by|from)(?:\s+whom)?$|^(?:stakeholders?|names?|participants?|commenters?|commentators?|respondents?|speakers?|questioners?|contributors?|organi[sz]ations?|source|who|(?:name|participant)\s*(?:\/|and|,)\s*organi[sz]ation)$/i,
  ],
  [
    'issue',
    /\b(?:issues?|comments?|concerns?|quer(?:y|ies)|questions?|points?|matters?|observations?|remarks?|suggestions?|inputs?|views?)\b/i,
  ],
]

const columnOf = (head: string): Column | null => {
  const words = head.replace(/[*_]/g, '').trim()
  return words.length > 60 ? null : (columns.find(([, pattern]) => pattern.test(words))?.[0] ?? null)
}

/** Where the issues stand and where the responses do, if a row heads a table of them. */
const columnsOf = (source: string, cells: Cells): (Column | null)[] | null => {
  const named = cells.map((cell) => (cell.length === 0 ? null : columnOf(textOf(source, cell))))
  const isOnce = (column: Column) => named.filter((one) => one === column).length === 1
  return isOnce('issue') && isOnce('response') ? named : null
}

/** The tables that the layout of a file marks. */
const layoutGrids = ({ text, layout }: SourceText): Grid[] =>
  tablesOf(layout).map(({ start, end, rows }) => ({
    start,
    end,
    rules: [],
    rows: rows.map(({ cells }) => {
      const row: Pieces[] = []
      for (const cell of cells) {
        while (row.length < cell.column) row.push([])
        row[cell.column] = withoutMarkup(layout, cell.start, cell.end).flatMap(([from, to]) => trimmed(text, from, to))
      }
      return row
    }),
  }))

const trimmed = (text: string, start: number, end: number): Pieces => {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  return words.trim() === '' ? [] : [[from, from + words.trim().length]]
}

/** No heading between the rows is longer. */
const longestHeading = 120

const rowOf = (source: string, cells: Cells, named: readonly (Column | null)[]): IssueRow | null => {
  const filled = cells.filter((cell) => cell.length > 0)
  const [only] = filled
  if (!only) return null
  const of = (column: Column): Pieces => cells[named.indexOf(column)] ?? []
  if (filled.length === 1 && (of('number') === only || of('issue') === only)) {
    const text = textOf(source, only)
    if (text.length <= longestHeading && !/[.?!]["”)]?$/.test(text)) return { kind: 'heading', pieces: only }
  }
  return {
    kind: 'exchange',
    number: of('number'),
    raisers: named.includes('raisers') ? of('raisers') : [],
    issue: of('issue'),
    response: of('response'),
  }
}

const tableOf = (source: string, grid: Grid, given: (text: string) => string | null): IssueTable | null => {
  const head = grid.rows.findIndex((cells) => cells.filter((cell) => cell.length > 0).length > 1)
  const named = head < 0 || head > 2 ? null : columnsOf(source, grid.rows[head] ?? [])
  if (!named) return null
  const cells = grid.rows.slice(head + 1)
  const rows = cells.flatMap((row) => rowOf(source, row, named) ?? [])
  if (rows.filter((row) => row.kind === 'exchange' && row.issue.length > 0 && row.response.length > 0).length < 2)
    return null
  const others = cells.flatMap((row) =>
    row.filter((_, i) => named[i] == null && row.filter((one) => one.length > 0).length > 1),
  )
  const heading = grid.rows[head]?.[named.indexOf('response')] ?? []
  return {
    start: grid.start,
    end: grid.end,
    rows,
    responder: responderIn(textOf(source, heading)) ?? given(source.slice(Math.max(0, grid.start - 1500), grid.start)),
    furniture: [...grid.rules, ...grid.rows.slice(0, head + 1).flat(2), ...others.flat()].filter(
      (piece): piece is [number, number] => piece.length === 2,
    ),
  }
}

/** The tables of a record that say beside each issue what was answered: "Issue raised (by whom) | Response". */
export const issueTables = once((source: SourceText): readonly IssueTable[] => {
  const grids = source.layout.length > 0 ? layoutGrids(source) : gridsIn(source.text, source.lines)
  return grids.flatMap((grid) => tableOf(source.text, grid, responderIn) ?? [])
})
