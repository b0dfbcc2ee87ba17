import { isBody } from '../english/bodies.js'
import { endsOpen, holdsTitle } from '../english/titles.js'
import { splitHonorific } from '../names.js'
import type { Pieces } from '../record.js'
import type { Line } from '../text/lines.js'
import { type Attendee, isGroup, isMeetingRole } from './attendee.js'
import type { Cell } from './cells.js'
import { type ColumnRole, headerRoles } from './columns.js'
import { type Label, labelAfter, noLabel } from './label.js'
import { attendeeEntries } from './list.js'
import { beginsWithPerson, nameLength } from './person-shape.js'
import type { AttendeeList } from './table.js'

/** A row of a table of those present: its cells by column, null where nothing is printed. */
export type TableCells = readonly (Cell | null)[]

const place = ({ start, end }: Cell): [number, number] => [start, end]

/** A reference to a note. */
const reference = /\[[^[\]]*\]\(#[^()\s]*\)/g

const bare = (text: string): string =>
  text
    .replace(reference, '')
    .replace(/\*+|__/g, '')
    .replace(/[\s:–—-]+$/, '')
    .trim()

const modeLabel =
  /^(?:(?:also |members? |officers? |councillors? |those )?(?:present|in attendance|attending|absent)|attendance|attendees|apologies(?: for absence)?(?: received)?(?: from)?|regrets|members|councillors|officers|observers|guests|staff|secretariat|public|press|chair(?:man|person|woman)?|vice[- ]chair(?:man|person|woman)?|clerk|minutes?(?: taken by)?|secretary|in the chair)$/i

/** Whether a cell says how, or as what, those in the other cells of its row came ("Apologies", "In attendance:"). */
const isLabel = (cell: Cell | null): boolean =>
  cell !== null && (modeLabel.test(bare(cell.text)) || isGroup(bare(cell.text)) || isMeetingRole(bare(cell.text)))

/** A printer's slip after an honorific: "Mr: E. Roe". As long as the text. */
const mended = (text: string): string => text.replace(/(?<=\b(?:Mr|Mrs|Ms|Dr|Prof)):(?=\s)/g, '.')

/** The lines of a cell: at line breaks, and where a tag of HTML stands for one. */
const linesOf = (source: string, { start, end }: Cell): Line[] => {
  const lines: Line[] = []
  let from = start
  const add = (to: number) => {
    const raw = source.slice(from, to)
    const words = mended(raw).replace(/\[[^[\]]*\]\(#[^()\s]*\)\s*$/, '')
    const text = words.trim()
    const lead = words.length - words.trimStart().length
    if (text !== '') lines.push({ from, to, start: from + lead, end: from + lead + text.length, text, newPage: false })
  }
  for (const match of source.slice(start, end).matchAll(/<br\s*\/?>|\r?\n/gi)) {
    add(start + match.index)
    from = start + match.index + match[0].length
  }
  add(end)
  return lines
}

/** A name in which the scan left a space before a full stop ("L. H . Roe") or a colon for one, as it is compared. */
const tidy = (text: string): string => mended(bare(text)).replace(/\s+\.(?=\s|$)/g, '.')

const isPerson = (cell: Cell | null): boolean => cell !== null && beginsWithPerson(tidy(cell.text))

/** A line that is somebody's name and nothing more. */
const nameAlone = (source: string, { start, end, text }: Line): Attendee | null => {
  const compared = tidy(text)
  if (!beginsWithPerson(compared) || nameLength(compared) < compared.length) return null
  const nameAsPrinted = bare(source.slice(start, end))
  const { honorific, name } = splitHonorific(mended(nameAsPrinted))
  const pieces: Pieces = [[start, end]]
  return {
    honorific,
    name,
    nameAsPrinted,
    abbreviation: null,
    role: null,
    mode: 'PRESENT',
    affiliations: [],
    pieces,
    namePieces: pieces,
    isWrapped: false,
    isHyphenJoined: false,
  }
}

/** Those whom a cell names, one or several. */
const peopleIn = (source: string, cell: Cell, furniture: Pieces): Attendee[] => {
  const lines = linesOf(source, cell)
  const alone = lines.map((line) => nameAlone(source, line))
  if (alone.every((one) => one !== null)) return alone
  const list = attendeeEntries(source, lines)
  furniture.push(...list.furniture)
  return list.attendees
}

const share = (rows: readonly TableCells[], column: number, test: (cell: Cell) => boolean): number => {
  const cells = rows.flatMap((row) => row[column] ?? [])
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length
}

/** What each column holds: by the head of the table where it has one, else by what stands in it. */
const rolesOf = (rows: readonly TableCells[], width: number): { roles: ColumnRole[]; head: TableCells | null } => {
  const head = rows.find((row) => headerRoles([...row]) !== null) ?? null
  const named = head ? headerRoles([...head]) : null
  const body = rows.filter((row) => row !== head)
  const columns = Array.from({ length: width }, (_, column) => column)
  const people = columns.map((column) => body.filter((row) => isPerson(row[column] ?? null)).length)
  const name = people.indexOf(Math.max(...people))
  const roles = columns.map((column): ColumnRole => {
    const known = named?.[column]
    if (known) return known === 'country' ? 'organization' : known
    if (named) return 'other'
    if (column === name) return 'name'
    const titles = share(body, column, ({ text }) => holdsTitle(text) && !isBody(text))
    return titles > 0.5 ? 'title' : 'organization'
  })
  return { roles, head }
}

interface Carried {
  label: Label
  readonly body: Cell[]
}

/** The department that stands above, once for several rows; a cell that goes on with the one above is a part of it. */
const carryBody = (carried: Carried, cell: Cell | null): void => {
  if (cell === null) return
  const last = carried.body.at(-1)
  const goesOn = last !== undefined && (endsOpen(last.text) || /^(?:\p{Ll}|&)/u.test(cell.text))
  if (!goesOn) carried.body.length = 0
  carried.body.push(cell)
}

const affiliated = (attendee: Attendee, body: readonly Cell[], title: Cell | null): Attendee => {
  const name = body.map(({ text }) => bare(text)).join(' ')
  const organization = name === '' ? null : name
  const pieces: Pieces = [...body, ...(title ? [title] : [])].map(place).sort((a, b) => a[0] - b[0])
  if (attendee.affiliations.length > 0)
    return {
      ...attendee,
      affiliations: attendee.affiliations.map((stated) => ({
        ...stated,
        organization: stated.organization ?? organization,
      })),
    }
  if (pieces.length === 0) return attendee
  const stated = {
    title: title ? bare(title.text) : null,
    organization,
    status: 'CURRENT' as const,
    note: null,
    pieces,
    titlePieces: title ? [place(title)] : [],
  }
  return { ...attendee, affiliations: [stated] }
}

const labelled = (attendee: Attendee, label: Label): Attendee => ({
  ...attendee,
  mode: attendee.mode === 'REMOTE' ? 'REMOTE' : label.mode,
  role: attendee.role ?? label.role,
})

interface Columns {
  readonly roles: readonly ColumnRole[]
  /** The first column says how people came, and not from where. */
  readonly hasLabels: boolean
}

/** Reads one row; gives those whom it names. */
const readRow = (
  source: string,
  row: TableCells,
  { roles, hasLabels }: Columns,
  carried: Carried,
  furniture: Pieces,
): Attendee[] => {
  const of = (role: ColumnRole) => row.filter((cell, i): cell is Cell => cell !== null && roles[i] === role)
  const filled = row.filter((cell) => cell !== null)
  const [first] = filled
  if (first && isLabel(first) && (hasLabels || filled.length === 1)) {
    carried.label = labelAfter(bare(first.text), carried.label)
    carried.body.length = 0
    furniture.push(place(first))
  } else carryBody(carried, of('organization').find((cell) => !isPerson(cell) || of('name').length > 0) ?? null)
  furniture.push(...[...of('other'), ...of('number')].map(place))
  const names = filled.filter((cell) => cell !== first || !isLabel(cell)).filter((cell) => of('name').includes(cell))
  const [title = null] = of('title')
  for (const cell of filled)
    for (const { index, 0: mark } of source.slice(cell.start, cell.end).matchAll(reference))
      furniture.push([cell.start + index, cell.start + index + mark.length])
  const found = names.flatMap((cell) => peopleIn(source, cell, furniture))
  return found.map((attendee) => labelled(affiliated(attendee, carried.body, title), carried.label))
}

/** How many of the rows of a table name somebody, or say how those came who are named in them: from 0 to 1. */
export const sharePresent = (rows: readonly TableCells[]): number => {
  const body = rows.filter((row) => headerRoles([...row]) === null && row.some((cell) => cell !== null))
  return body.filter((row) => row.some(isPerson)).length / Math.max(1, body.length)
}

/**
 * Reads a table of those present in which what holds for several rows is printed once: a department beside the first of its
 * people, or "Apologies" beside those who sent them.
 */
export const groupedTable = (source: string, rows: readonly TableCells[]): AttendeeList => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const { roles, head } = rolesOf(rows, width)
  const body = rows.filter((row) => row !== head)
  const firsts = body.flatMap((row) => row[0] ?? [])
  const hasLabels = firsts.length > 0 && firsts.filter(isLabel).length * 2 >= firsts.length
  const furniture: Pieces = (head ?? []).flatMap((cell) => (cell ? [place(cell)] : []))
  const carried: Carried = { label: noLabel, body: [] }
  const attendees = body.flatMap((row) => readRow(source, row, { roles, hasLabels }, carried, furniture))
  return { attendees, furniture, noise: [] }
}
