import { isCountry } from '../english/bodies.js'
import { isWholeTitle } from '../english/titles.js'
import type { Pieces } from '../record.js'
import { flowOf } from '../text/flow.js'
import type { Line } from '../text/lines.js'
import { affiliationsOf } from './affiliations.js'
import { type Attendee, isGroup, isMeetingRole, printedName, withRoleApart } from './attendee.js'
import { type Cell, type Layout, type TableLine, tableLines } from './cells.js'
import { areAllPeople, type ColumnRole, headerRoles, inferredRoles, settledRoles } from './columns.js'
import { type Label, labelAfter, noLabel } from './label.js'
import { attendeeEntries } from './list.js'
import { type Row, rowsOf } from './rows.js'
import { joinCells, organizationSegments, partOf, type Segment, titleSegments } from './segments.js'
import { tailSegments } from './tail.js'

/** What a list of those present gives: people, and all that stands in it beside them. */
export interface AttendeeList {
  readonly attendees: Attendee[]
  /** Column heads, ordinals, contact details. */
  readonly furniture: Pieces
  /** Stray marks that are no content. */
  readonly noise: Pieces
}

const isNoise = (cell: Cell): boolean =>
  /^[^\p{L}\p{N}]+$/u.test(cell.text) || /^(?:n\/a|nil|none|-+)$/i.test(cell.text) || /^\d{1,3}[•.)*]?$/.test(cell.text)

const place = ({ start, end }: { start: number; end: number }): [number, number] => [start, end]

/** A line that names a role for the rows below it ("Panel members", "Secretariat:"): one cell, no honorific, no affiliation. */
const subheading = (line: TableLine, roles: readonly ColumnRole[]): string | null => {
  const filled = line.cells.filter((cell) => cell !== null)
  const [only] = filled
  if (filled.length !== 1 || only === undefined || line.cells[roles.indexOf('name')] !== only) return null
  const text = only.text.replace(/\*+/g, '').trim()
  return /:$/.test(text) || isMeetingRole(text) || isGroup(text) ? text.replace(/:$/, '') : null
}

const cellsOf = (row: Row, roles: readonly ColumnRole[], role: ColumnRole): Cell[] =>
  row.flatMap(({ cells }) => cells.flatMap((cell, i) => (cell !== null && roles[i] === role ? [cell] : [])))

/** Where a table has one column for what people are and whom they come for ("Director General", "Chile"), each in its place. */
const titlesAmong = (source: string, segments: readonly Segment[]): { titles: Segment[]; bodies: Segment[] } => {
  const titles = segments.filter(({ text }) => isWholeTitle(text))
  const bodies = segments.flatMap((segment) => {
    if (!titles.includes(segment)) return [segment]
    const country = /\(([^()]+)\)$/.exec(segment.text)
    const own =
      country && isCountry(country[1] ?? '')
        ? partOf(source, segment, country.index + 1, segment.text.length - 1)
        : null
    return own ? [own] : []
  })
  const bare = titles.flatMap((segment) => {
    const country = /\s*\(([^()]+)\)$/.exec(segment.text)
    const isOwn = country !== null && isCountry(country[1] ?? '')
    return (isOwn ? partOf(source, segment, 0, country.index) : segment) ?? []
  })
  return { titles: bare, bodies }
}

const isListLabel = /^(?:(?:also|members|those)\s+)?(?:present|in attendance|attending|apologies|absent)\s*:$/i

const attendeeOf = (
  source: string,
  row: Row,
  roles: readonly ColumnRole[],
  width: number,
  label: Label,
): Attendee | null => {
  const of = (wanted: ColumnRole) => cellsOf(row, roles, wanted)
  const nameCells = [...of('honorific'), ...of('given'), ...(of('name').length > 0 ? of('name') : []), ...of('family')]
  // "Present:   Dame Ada Roe   (Chair)": the label stands in a column of its own.
  const joined = joinCells(nameCells.length > 1 ? nameCells.filter(({ text }) => !isListLabel.test(text)) : nameCells)
  const printed = printedName(joined.text)
  if (printed.name === '') return null
  const both = of('both')
  const stated = titleSegments(source, of('title'))
  const named = organizationSegments(source, of('organization'), width, stated.length)
  const { titles, bodies } = roles.includes('title') ? { titles: stated, bodies: named } : titlesAmong(source, named)
  const flow = flowOf(source, both.map(place))
  const affiliations =
    both.length > 0
      ? affiliationsOf(source, ...tailSegments(source, flow, [0, flow.text.length]))
      : affiliationsOf(source, titles, bodies)
  const initials = of('initials')[0]?.text ?? ''
  const pieces = row.flatMap(({ cells }) => cells.filter((cell) => cell !== null).map(place))
  return {
    ...printed,
    abbreviation: printed.abbreviation ?? (/^\p{Lu}[\p{L}~]{0,5}$/u.test(initials) ? initials : null),
    role: printed.role ?? label.role,
    mode: printed.isAbsent ? 'APOLOGIES' : printed.isRemote ? 'REMOTE' : label.mode,
    affiliations,
    pieces,
    namePieces: nameCells.map(place),
    isWrapped: row.length > 1,
    isHyphenJoined: joined.rejoined,
  }
}

/** Takes the ordinals, contact details and stray marks out of a table, so that only names, titles and bodies are left. */
const cleaned = (
  lines: readonly TableLine[],
  roles: readonly ColumnRole[],
): { lines: TableLine[]; furniture: Pieces; noise: Pieces } => {
  const furniture: Pieces = []
  const noise: Pieces = []
  const kept = lines.map((line) => ({
    line: line.line,
    cells: line.cells.map((cell, i) => {
      const role = roles[i] ?? 'other'
      if (cell === null) return null
      if (role === 'number' || role === 'other' || role === 'mode' || role === 'country') furniture.push(place(cell))
      else if (isNoise(cell)) noise.push(place(cell))
      else return cell
      return null
    }),
  }))
  return {
    lines: kept.filter(({ line, cells }) => line.text === '' || cells.some((cell) => cell !== null)),
    furniture,
    noise,
  }
}

const widthOf = (lines: readonly TableLine[], roles: readonly ColumnRole[], role: ColumnRole): number =>
  cellsOf([...lines], roles, role).reduce((most, { text }) => Math.max(most, text.length), 0)

/** Where people stand beside each other in a line, each cell is an entry of a list, or the label over those behind it. */
const peopleInCells = (source: string, lines: readonly TableLine[]): AttendeeList =>
  attendeeEntries(
    source,
    lines.flatMap(({ line, cells }) =>
      cells.flatMap((cell) =>
        cell
          ? [
              {
                ...line,
                from: cell.start,
                to: cell.end,
                start: cell.start,
                end: cell.end,
                text: source.slice(cell.start, cell.end),
              },
              blankAt(cell.end),
            ]
          : [],
      ),
    ),
  )

const blankAt = (at: number): Line => ({ from: at, to: at, start: at, end: at, text: '', newPage: false })

/** "Apologies: Ms. A. Roe", alone in its line: a label, and those of whom it says so. */
const labelledEntries = (source: string, { line, cells }: TableLine): AttendeeList | null => {
  const label = /^([^:]{2,40}):\s+\S/.exec(line.text)?.[1]
  if (label === undefined || !isGroup(label) || cells.filter((cell) => cell !== null).length > 1) return null
  return attendeeEntries(source, [line])
}

/** Reads a table of those present. */
export const attendeeTable = (
  source: string,
  lines: readonly Line[],
  layout: Exclude<Layout, 'list'>,
): AttendeeList => {
  const table = tableLines(source, lines, layout)
  const heads = table.filter(({ cells }) => headerRoles(cells) !== null)
  const isHead = new Set(heads)
  const body = table.filter((line) => !isHead.has(line))
  const [head] = heads
  if (!head && areAllPeople(body.filter(({ line }) => line.text !== ''))) return peopleInCells(source, body)
  const roles = head ? settledRoles(headerRoles(head.cells) ?? [], body) : inferredRoles(body)
  const { lines: kept, furniture, noise } = cleaned(body, roles)
  for (const { cells } of heads) furniture.push(...cells.flatMap((cell) => (cell ? [place(cell)] : [])))
  const width = widthOf(kept, roles, 'organization')
  const attendees: Attendee[] = []
  let part: TableLine[] = []
  let label = noLabel
  const flush = () => {
    const { rows } = rowsOf(part, roles)
    for (const row of rows)
      attendees.push(...[attendeeOf(source, row, roles, width, label)].filter((one) => one !== null))
    part = []
  }
  for (const line of kept) {
    const own = labelledEntries(source, line)
    const next = own ? null : subheading(line, roles)
    if (own) {
      flush()
      attendees.push(...own.attendees)
      furniture.push(...own.furniture)
    } else if (next === null) part.push(line)
    else {
      flush()
      label = labelAfter(next, label)
      furniture.push([line.line.start, line.line.end])
    }
  }
  flush()
  return { attendees: attendees.map(withRoleApart), furniture, noise }
}
