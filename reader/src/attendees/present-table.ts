import { isBody } from '../english/bodies.js'
import { endsOpen, holdsTitle } from '../english/titles.js'
import { splitHonorific } from '../names.js'
import type { Pieces } from '../record.js'
import type { Line } from '../text/lines.js'
import { modeIn } from '../turns/present-entry.js'
import { type Attendee, isGroup, isMeetingRole, withRoleApart } from './attendee.js'
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

/** Where the lines of a cell end; at "Ms Ada Roe Mr Bo Poe" a line break was lost, as the honorific of the next begins. */
const lineEnd =
  /<[Bb][Rr]\s*\/?>|\r?\n|(?=\s+(?:Cllr|Cr|Ald|Mr|Ms|Mrs|Miss|Mx|Dr)\.? \p{Lu}\p{L}+ \p{Lu})(?<=^(?:Cllr|Cr|Ald|Mr|Ms|Mrs|Miss|Mx|Dr)\b.*[\p{L}’'-]{2})(?<!\s(?:and|for|of))\s+/gu

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
  for (const match of source.slice(start, end).matchAll(lineEnd)) {
    add(start + match.index)
    from = start + match.index + match[0].length
  }
  add(end)
  return lines
}

/** A name in which the scan left a space before a full stop ("L. H . Roe") or a colon for one, as it is compared. */
const tidy = (text: string): string => mended(bare(text).replace(behind, '')).replace(/\s+\.(?=\s|$)/g, '.')

/** What stands behind a name in a cell: a brace that joins rows, with the role it gives them; how somebody came. */
const behind = /\s*(?:[}⎫⎬⎭{|]\s*(\p{Lu}[\p{L} ]{2,40})?|\((apolog(?:y|ies)|absent|regrets|excused)\))$/u

const isPerson = (cell: Cell | null): boolean => cell !== null && beginsWithPerson(tidy(cell.text))

/** A line that is somebody's name and nothing more. */
const nameAlone = (source: string, { start, end, text }: Line): Attendee | null => {
  const compared = tidy(text)
  if (!beginsWithPerson(compared) || nameLength(compared) < compared.length) return null
  const printed = bare(source.slice(start, end))
  const aside = behind.exec(printed)
  const nameAsPrinted = printed.replace(behind, '')
  const { honorific, name } = splitHonorific(mended(nameAsPrinted))
  const pieces: Pieces = [[start, end]]
  return {
    honorific,
    name,
    nameAsPrinted,
    abbreviation: null,
    role: aside?.[1] ?? null,
    mode: aside?.[2] ? 'APOLOGIES' : 'PRESENT',
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

/** The cells of the department that each row stands under: printed once for several rows, wrapped into those below it. */
const bodiesOf = (rows: readonly TableCells[], { roles, hasLabels, isCarried }: Columns): Cell[][] => {
  const column = roles.indexOf('organization')
  const groups: Cell[][] = []
  let group: Cell[] = []
  for (const row of rows) {
    const cell = row[column] ?? null
    const last = group.at(-1)
    const goesOn = last !== undefined && cell !== null && (endsOpen(last.text) || /^(?:\p{Ll}|&)/u.test(cell.text))
    const isLabelRow = row.filter((each) => each !== null).length === 1 && row.some(isLabel)
    const isLabelCell = hasLabels && isLabel(cell)
    if (isLabelRow || isLabelCell || (cell === null && !isCarried)) group = []
    else if (cell !== null && goesOn) group.push(cell)
    else if (cell !== null) group = [cell]
    groups.push(group)
  }
  return groups
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
  mode: attendee.mode === 'PRESENT' ? label.mode : attendee.mode,
  role: attendee.role ?? label.role,
})

const absent = /^(?:n|no|a|absent)$/i

/** What cells of their own say of the only one of a row: the initials, and how somebody came. */
const withOwnCells = (attendee: Attendee, initials: Cell | undefined, mode: Cell | undefined): Attendee => ({
  ...attendee,
  abbreviation:
    attendee.abbreviation ?? (initials && /^\p{Lu}[\p{L}~]{0,5}$/u.test(initials.text) ? initials.text : null),
  mode:
    mode === undefined ? attendee.mode : absent.test(mode.text) ? 'APOLOGIES' : (modeIn(mode.text) ?? attendee.mode),
})

interface Columns {
  readonly roles: readonly ColumnRole[]
  /** The first column says how people came, and not from where. */
  readonly hasLabels: boolean
  /** What stands before the names holds for the rows below it, where they leave it blank. */
  readonly isCarried: boolean
}

interface Row {
  readonly cells: TableCells
  readonly body: readonly Cell[]
}

interface State {
  label: Label
  readonly furniture: Pieces
}

const labelIn = /^([^:]{2,40}):\s*(?=\S)/

/** "Apologies: Mr. B. Poe" in one cell: the label, and those behind it. */
const readLabelled = (source: string, cell: Cell, state: State): Attendee[] | null => {
  const lead = labelIn.exec(cell.text)
  if (!lead || !modeLabel.test(bare(lead[1] ?? ''))) return null
  state.label = labelAfter(bare(lead[1] ?? ''), state.label)
  const at = cell.start + lead[0].length
  state.furniture.push([cell.start, at])
  const rest = { text: cell.text.slice(lead[0].length), start: at, end: cell.end }
  return peopleIn(source, rest, state.furniture).map((one) => labelled(one, state.label))
}

/** Reads one row; gives those whom it names. */
const readRow = (source: string, { cells, body }: Row, { roles, hasLabels }: Columns, state: State): Attendee[] => {
  const { furniture } = state
  const of = (role: ColumnRole) => cells.filter((cell, i): cell is Cell => cell !== null && roles[i] === role)
  const filled = cells.filter((cell) => cell !== null)
  const [first] = filled
  const alone = first && filled.length === 1 ? readLabelled(source, first, state) : null
  if (alone) return alone
  const isLabelled = first !== undefined && isLabel(first) && (hasLabels || filled.length === 1)
  if (isLabelled) {
    state.label = labelAfter(bare(first.text), state.label)
    furniture.push(place(first))
  }
  furniture.push(...[...of('other'), ...of('mode'), ...of('number'), ...of('honorific')].map(place))
  for (const cell of filled)
    for (const { index, 0: mark } of source.slice(cell.start, cell.end).matchAll(reference))
      furniture.push([cell.start + index, cell.start + index + mark.length])
  const names = of('name').filter((cell) => !(isLabelled && cell === first))
  const [title = null] = of('title')
  const people = names.flatMap((cell) => peopleIn(source, cell, furniture))
  const found = people.length === 1 ? people.map((one) => withOwnCells(one, of('initials')[0], of('mode')[0])) : people
  const own = body.filter((cell) => !(isLabelled && cell === first))
  return found.map((attendee) => labelled(affiliated(attendee, own, title), state.label))
}

/** How many of the rows of a table name somebody, or say how those came who are named in them: from 0 to 1. */
export const sharePresent = (rows: readonly TableCells[]): number => {
  const body = rows.filter((row) => headerRoles([...row]) === null && row.some((cell) => cell !== null))
  return body.filter((row) => row.some(isPerson)).length / Math.max(1, body.length)
}

/** Whether a table has what holds for several rows before the names, as departments stand. */
export const isGrouped = (rows: readonly TableCells[]): boolean => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const { roles } = rolesOf(rows, width)
  return roles.indexOf('organization') >= 0 && roles.indexOf('organization') < roles.indexOf('name')
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
  const isCarried = roles.indexOf('organization') < roles.indexOf('name')
  const columns: Columns = { roles, hasLabels, isCarried }
  const state: State = { label: noLabel, furniture: (head ?? []).flatMap((cell) => (cell ? [place(cell)] : [])) }
  const bodies = bodiesOf(body, columns)
  const attendees = body.flatMap((cells, i) => readRow(source, { cells, body: bodies[i] ?? [] }, columns, state))
  return { attendees: attendees.map(withRoleApart), furniture: state.furniture, noise: [] }
}
