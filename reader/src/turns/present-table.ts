import type { Attendee } from '../attendees/attendee.js'
import { type Layout, marksWithin } from '../layout.js'
import { attendeeOf, type Entry, type Mode, modeIn } from './present-entry.js'
import type { Row } from './rows.js'

type Column = 'name' | 'abbreviation' | 'organization' | 'title' | 'mode'

const headers: readonly (readonly [Column, RegExp])[] = [
  [
    'name',
    /^(?:full )?names?$|^(?:attendees?|participants?|delegates?|members?|commissioners?|councill?ors?|directors?|trustees?|persons?|people|who|representatives?)$/i,
  ],
  ['abbreviation', /^(?:abbr(?:eviation)?s?\.?|initials?|acronyms?|short(?: name)?|handle|label)$/i],
  [
    'organization',
    /^(?:organi[sz]ations?|orgs?\.?|affiliations?|company|companies|employer|institution|representing|delegation|country|body|agency|department|team|group)$/i,
  ],
  ['title', /^(?:roles?|titles?|positions?|functions?|capacity)$/i],
  ['mode', /^(?:locations?|attendance|mode|presence|present|where|how|status|participation)$/i],
]

const columnOf = (header: string): Column | null => headers.find(([, words]) => words.test(header.trim()))?.[0] ?? null

const bare = (cell: string): string =>
  cell
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The cells of one line: by bars where it has any (a broken one counts), else as the layout of the file says. */
export const cellsOf = (source: string, layout: Layout, { start, end }: Row): string[] => {
  const line = source.slice(start, end)
  if (/[|¦]/.test(line)) return line.replace(/^[|¦]/, '').replace(/[|¦]$/, '').split(/[|¦]/).map(bare)
  const cells = marksWithin(layout, start, end + 1, 'cell')
  if (cells.length > 0) return cells.map((cell) => bare(source.slice(cell.start, cell.end)))
  return line.split(/\t+/).map(bare)
}

const isRuler = (cells: readonly string[]): boolean => cells.every((cell) => /^[:\s-]*$/.test(cell))

const columnsOf = (cells: readonly string[]): (Column | null)[] | null => {
  const columns = cells.map(columnOf)
  return columns.includes('name') && new Set(columns.filter(Boolean)).size > 1 ? columns : null
}

/** A cell of a column that says who is present: "No", "A" and a cross are no. */
const modeOfCell = (cell: string | null): Mode | null =>
  cell !== null && /^(?:no|n|a|✗|✘|☐)$/i.test(cell) ? 'APOLOGIES' : modeIn(cell ?? '')

const entryOfCells = (cells: readonly string[], columns: readonly (Column | null)[]): Entry | null => {
  const at = (column: Column): string | null => cells[columns.indexOf(column)]?.trim() || null
  const [name, initials] = [at('name'), at('abbreviation')]
  if (name === null || !/\p{L}/u.test(name)) return null
  return {
    name,
    abbreviation: initials !== null && /^\p{L}[\p{L}~]{0,7}$/u.test(initials) ? initials : null,
    organization: at('organization'),
    title: at('title'),
    mode: modeOfCell(at('mode')),
  }
}

/** The rows of a table of those present; null where a table is none: without a column of names and one more that is known. */
export const tableAttendees = (source: string, layout: Layout, rows: readonly Row[], mode: Mode): Attendee[] | null => {
  const table = rows
    .filter(({ start, end }) => !/^(?:`{3,}|~{3,})/.test(source.slice(start, Math.min(end, start + 4))))
    .map((row) => ({ row, cells: cellsOf(source, layout, row) }))
  const head = table.findIndex(({ cells }) => columnsOf(cells) !== null)
  const columns = columnsOf(table[head]?.cells ?? [])
  if (columns === null || head > 2) return null
  return table.slice(head + 1).flatMap(({ row, cells }) => {
    const entry = isRuler(cells) ? null : entryOfCells(cells, columns)
    return entry === null ? [] : [attendeeOf(entry, mode, [[row.start, row.end]])]
  })
}

/** Whether the lines of a block hold bars, as the rows of a table do. */
export const looksLikeTable = (source: string, rows: readonly Row[]): boolean => {
  if (rows.length < 2) return false
  const lines = rows.map(({ start, end }) => source.slice(start, end)).filter((line) => !/^[`~]{3}/.test(line))
  return lines.length > 1 && lines.every((line) => /[|¦].*[|¦]/.test(line))
}
