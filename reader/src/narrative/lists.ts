import { type Layout as ListLayout, layoutOf, tableLines } from '../attendees/cells.js'
import { isSide } from '../attendees/label.js'
import { attendeeEntries } from '../attendees/list.js'
import { groupedTable, isGrouped, sharePresent, type TableCells } from '../attendees/present-table.js'
import { attendeeRegions } from '../attendees/region.js'
import { isRosterLine } from '../attendees/rosters.js'
import { type AttendeeList, attendeeTable } from '../attendees/table.js'
import { isBody } from '../english/bodies.js'
import { issueTables } from '../issue-tables/tables.js'
import { type Layout, tablesOf } from '../layout.js'
import { once } from '../once.js'
import type { SourceText } from '../source.js'
import type { Line } from '../text/lines.js'
import { endsSentence } from '../text/sentence-end.js'
import { piecesOfBlock } from '../turns/blocks.js'
import { presentOf } from '../turns/document.js'
import { attendeeOf } from '../turns/present-entry.js'
import { rollCalls } from './roll-call.js'

/** A list of those present: where it stands, and whom it names. */
export interface PresentList extends AttendeeList {
  readonly start: number
  readonly end: number
  readonly isTable: boolean
}

const cellsOf = (text: string, layout: Layout): { start: number; end: number; rows: TableCells[] }[] =>
  tablesOf(layout).map(({ start, end, rows }) => ({
    start,
    end,
    rows: rows.map(({ cells }) => {
      const row: TableCells[number][] = []
      for (const cell of cells) {
        while (row.length < cell.column) row.push(null)
        const words = text.slice(cell.start, cell.end)
        const lead = words.length - words.trimStart().length
        const trimmed = words.trim()
        const from = cell.start + lead
        row[cell.column] = trimmed === '' ? null : { text: trimmed, start: from, end: from + trimmed.length }
      }
      return row
    }),
  }))

/** The tables of a file's layout that name people. */
const layoutTables = ({ text, layout }: SourceText): PresentList[] =>
  cellsOf(text, layout).flatMap(({ start, end, rows }) => {
    if (sharePresent(rows) < 0.6) return []
    const list = groupedTable(text, rows)
    return list.attendees.length > 1 ? [{ ...list, start, end, isTable: true }] : []
  })

const readList = (text: string, lines: readonly Line[], kind: ListLayout): AttendeeList => {
  if (kind === 'list') return attendeeEntries(text, lines)
  const rows = tableLines(text, lines, kind).map(({ cells }) => cells)
  // Where each row has its own name first, its cells may wrap into lines without one.
  return isGrouped(rows) ? groupedTable(text, rows) : attendeeTable(text, lines, kind)
}

const isProse = (line: string): boolean => line.length > 120 && endsSentence(line)

/** The lists under a heading that says so, table or not, in text without layout. */
const headedLists = (source: SourceText, isTaken: (start: number, end: number) => boolean): PresentList[] => {
  const { text, lines } = source
  return attendeeRegions(
    lines,
    (i) => isTaken(lines[i]?.start ?? 0, lines[i]?.end ?? 0),
    (i) => isProse(lines[i]?.text ?? ''),
  ).flatMap(({ headings, from, to }) => {
    const own = lines.slice(from, to).filter(({ start, end }) => !isTaken(start, end))
    const kind =
      own.slice(0, 2).every(isRosterLine) || own.slice(0, 1).some(({ text }) => isSide(text))
        ? 'list'
        : layoutOf(text, own)
    const list = readList(text, own, kind)
    const heading = lines[Math.min(from, ...headings)]
    const opening = own.find((line) => line.text !== '')
    // A table between the heading and these lines is a list of its own.
    const first = heading && opening && isTaken(heading.start, opening.start) ? opening : heading
    const last = own.findLast((line) => line.text !== '')
    if (list.attendees.length === 0 || !first || !last) return []
    const ofHeading = (first === heading ? headings : []).flatMap((i): [number, number][] => {
      const line = lines[i]
      return line ? [[line.start, line.end]] : []
    })
    return [
      {
        ...list,
        furniture: [...list.furniture, ...ofHeading],
        start: first.start,
        end: last.end,
        isTable: kind !== 'list',
      },
    ]
  })
}

/** Says of a stretch whether it overlaps one of several that are in order. */
export const within = (stretches: readonly { readonly start: number; readonly end: number }[]) => {
  const ends = stretches.map(({ end }) => end)
  return (start: number, end: number): boolean => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) <= start) low = middle + 1
      else high = middle
    }
    return (stretches[low]?.start ?? Number.POSITIVE_INFINITY) < end
  }
}

/** The lists of those present in a record, in its order. */
export const presentLists = once((source: SourceText): readonly PresentList[] => {
  const issues = issueTables(source)
  const isIssue = within(issues)
  const tables = layoutTables(source).filter(({ start, end }) => !isIssue(start, end))
  const isTable = within([...tables, ...issues].sort((a, b) => a.start - b.start))
  const called = rollCalls(source)
  const isCalled = within(called)
  const others = headedLists(source, isTable).filter(({ start, end }) => !isCalled(start, end))
  const own = [...tables, ...called, ...others].sort((a, b) => a.start - b.start)
  const count = own.reduce((sum, { attendees }) => sum + attendees.length, 0)
  // "Senators present: Roe (Music), Poe (History)": names of one word, as transcripts print them.
  const headed = tables.length > 0 ? null : underHeads(source)
  return headed && headed.attendees.length > count + 2 && headed.attendees.length > 4 ? [headed] : own
})

const underHeads = (source: SourceText): PresentList | null => {
  const present = presentOf(source)
  // Agencies that took part are nobody's names.
  if (
    present.attendees.filter(({ name, honorific }) => honorific === null && isBody(name)).length * 3 >
    present.attendees.length
  )
    return null
  const blocks = [...present.lists, ...present.headings]
  const rows = blocks.flatMap((block) => block.rows)
  if (rows.length === 0) return null
  const [from, to] = [Math.min(...rows.map(({ start }) => start)), Math.max(...rows.map(({ end }) => end))]
  const holders = present.holders.flatMap(({ role, name }) => {
    const at = source.text.indexOf(name, from)
    if (at < 0 || at > to || present.attendees.some((one) => one.name === name)) return []
    const entry = { name, abbreviation: null, organization: null, title: null, mode: null, role }
    return [attendeeOf(entry, 'PRESENT', [[at, at + name.length]])]
  })
  return {
    attendees: [...holders, ...present.attendees],
    furniture: blocks.flatMap(piecesOfBlock),
    noise: [],
    start: Math.min(...rows.map(({ start }) => start)),
    end: Math.max(...rows.map(({ end }) => end)),
    isTable: false,
  }
}
