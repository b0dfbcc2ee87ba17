import { endsOpen, holdsTitle } from '../english/titles.js'
import { splitHonorific } from '../names.js'
import { type Flow, flowOf, piecesOf } from '../text/flow.js'
import type { Line } from '../text/lines.js'
import { isSideLabel } from './announced-items.js'
import { type Attendee, isGroup, isMeetingRole, withRoleApart } from './attendee.js'
import { bodiesAhead } from './body-column.js'
import { personOf } from './entry-person.js'
import { beginsEntry, canBeInitialsOf, initialsAhead } from './entry-start.js'
import { type Label, labelAfter, labelOfSide, noLabel, sidesIn } from './label.js'
import { peopleIn } from './people-in-entry.js'
import { beginsWithPerson, nameLength } from './person-shape.js'
import type { SideColumn } from './side-columns.js'
import type { AttendeeList } from './table.js'
import { partKind, splitRange } from './tail.js'

const bullet = /^(?:[-–—*•·+]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+)/

interface Entry {
  readonly flow: Flow
  readonly label: Label
}

interface Gathered {
  readonly entries: Entry[]
  readonly furniture: [number, number][]
}

/** "… (Chemistry). Ex officio: Provost Roe": a label in the middle of a line, after a stop. */
const innerLabel =
  /(?<=[\p{L})])[.;]\s+(?=(?:ex[- ]officio|guests?|also|in attendance|excused|absent|apologies|regrets|staff|visitors?|observers?|presenters?|officers?)(?: (?:present|members?|absent|in attendance))?:\s)/giu

/** The lines of a list, each label at the beginning of one. */
const atLabels = (lines: readonly Line[]): Line[] =>
  lines.flatMap((line) => {
    const ranges = splitRange(line.text, [0, line.text.length], innerLabel)
    if (ranges.length < 2) return [line]
    return ranges.map(([from, to]) => ({
      ...line,
      start: line.start + from,
      end: line.start + to,
      text: line.text.slice(from, to),
    }))
  })

/** No line that is filled is shorter than this part of the longest. */
const filled = 0.8

/** Lines of running text, in which semicolons part those present: one goes on in the next, wherever it breaks. */
const areRunning = (lines: readonly Line[]): boolean =>
  lines.filter(({ text }) => /;\s+\S/.test(text)).length * 3 >= lines.filter(({ text }) => text !== '').length &&
  lines.some(({ text }) => /;\s+\S/.test(text))

/** Whether words before a colon are no name, or cannot be one before somebody with an honorific: "Living Rivers: Ms. Roe". */
const isLabelOf = (label: string, rest: string): boolean =>
  !beginsWithPerson(label) ||
  (splitHonorific(label).honorific === null && splitHonorific(rest).honorific !== null && beginsWithPerson(rest))

const inlineLabel = /^\**([^:*]{2,60}):\**\s+(?=\S)/

/** Whether a label before people can be a body's: capitalized, and no office, however they came. */
const canBeBody = (label: string): boolean => {
  const { body, role } = labelAfter(label, noLabel)
  return (
    body !== null ||
    (role !== null && /^\p{Lu}/u.test(role) && !isMeetingRole(role) && !holdsTitle(role) && !isGroup(role))
  )
}

/** Whether hardly any label before names on their line is an office: "Mill Guild: Ms. Roe", "Arts: Ada Roe". */
const namesBodies = (lines: readonly Line[]): boolean => {
  const labels = lines.flatMap(({ text }) => {
    const words = text.replace(bullet, '')
    const [lead = '', label = ''] = inlineLabel.exec(words) ?? []
    return lead !== '' && beginsWithPerson(words.slice(lead.length)) ? [label] : []
  })
  const ofBodies = labels.filter(canBeBody)
  return ofBodies.length > 2 && ofBodies.length * 4 >= labels.length * 3
}

/** A label that says whom those behind it are of, among others that do: "Eelwatch: Mr. Poe". */
const asBody = (label: Label): Label =>
  label.role === null || isMeetingRole(label.role) || holdsTitle(label.role)
    ? label
    : { ...label, role: null, body: label.role }

/** The lines of a list, put together into entries; a line that begins no entry goes on with the one above. */
const gather = (source: string, given: readonly Line[]): Gathered => {
  const lines = atLabels(given)
  const fill = areRunning(given)
    ? filled * Math.max(...given.map(({ from, to }) => to - from))
    : Number.POSITIVE_INFINITY
  let above: Line | null = null
  const entries: { pieces: [number, number][]; label: Label }[] = []
  const furniture: [number, number][] = []
  let label = noLabel
  let blank = true
  const people = lines.filter((line) => beginsWithPerson(line.text.replace(bullet, '')))
  const titled = people.filter((line) => splitHonorific(line.text.replace(bullet, '')).honorific !== null)
  const areTitled = titled.length * 2 > people.length
  const ahead = bodiesAhead(lines)
  const isSideHere = (name: string) => sidesIn(source).has(name)
  const areOfBodies = namesBodies(lines)
  for (const line of lines) {
    if (line.text === '') {
      blank = true
      continue
    }
    const column = ahead.get(line)
    if (column) {
      const own = { ...label, role: null, body: column.body }
      for (const [from, to] of column.people)
        entries.push({ pieces: [[line.start + from, line.start + to]], label: own })
      furniture.push([line.start, line.start + (column.people[0]?.[0] ?? line.text.length)])
      blank = false
      continue
    }
    const skip = bullet.exec(line.text)?.[0].length ?? 0
    const text = line.text.slice(skip)
    const start = line.start + skip
    const lead = /^([^:]{2,60}):\**\s*/.exec(text)
    const isLabel =
      lead !== null && isLabelOf(lead[1] ?? '', text.slice(lead[0].length)) && initialsAhead(text) === null
    const last = entries.at(-1)
    const isOpen =
      last !== undefined &&
      !blank &&
      (endsOpen(source.slice(...(last.pieces.at(-1) ?? [0, 0]))) ||
        /;$/.test(source.slice(...(last.pieces.at(-1) ?? [0, 0]))))
    // A list that runs on over lines, each of which ends in a comma.
    const before = last ? source.slice(...(last.pieces.at(-1) ?? [0, 0])) : ''
    const runsOn =
      last !== undefined && !blank && skip === 0 && /[,;]$/.test(before) && (before.match(/[,;]/g)?.length ?? 0) > 1
    const isFull = above !== null && !blank && skip === 0 && above.end === above.to && above.to - above.from >= fill
    above = line
    if (skip > 0) furniture.push([line.start, line.start + skip])
    if (isLabel) {
      const isInline = lead[0].length < text.length
      // Whoever is absent by a label stands behind it on its line: "Absent: Ada Roe" says nothing of "Staff: Bo Poe".
      const told = labelAfter(lead[1] ?? '', isInline && label.mode === 'APOLOGIES' ? noLabel : label, isSideHere)
      const own = areOfBodies && isInline ? asBody(told) : told
      furniture.push([start, start + (lead[0].trimEnd().length || 1)])
      if (isInline) entries.push({ pieces: [[start + lead[0].length, line.end]], label: own })
      // "Chair: Ms. A. Roe" is about her alone, "Apologies: …" about those in the next lines too.
      if (!isInline || own.role === null) label = own
    } else if ((runsOn || isFull) && last) last.pieces.push([start, line.end])
    else if (
      beginsEntry(text) &&
      !isSideLabel(line) &&
      !(
        (isOpen || (areTitled && !blank)) &&
        skip === 0 &&
        splitHonorific(text).honorific === null &&
        beginsWithPerson(text)
      )
    )
      entries.push({ pieces: [[start, line.end]], label })
    else if (last && !blank && skip === 0 && !isGroup(text) && !isMeetingRole(text)) last.pieces.push([start, line.end])
    else {
      label = labelAfter(text, label, isSideHere)
      furniture.push([start, line.end])
      // Nothing below it goes on with what stands above.
      blank = true
      continue
    }
    blank = false
  }
  return { entries: entries.map(({ pieces, label: own }) => ({ flow: flowOf(source, pieces), label: own })), furniture }
}

/** What the first of two parts after a name is; null where there are fewer. */
const kindAfterName = (text: string): 'title' | 'body' | 'unknown' | null => {
  const [, first, second] = text.slice(nameLength(text)).split(/,\s+/, 3)
  return first === undefined || second === undefined ? null : partKind(first.trim())
}

const isInitial = (name: string): boolean => /^\p{Lu}\.\s*(?:\p{Lu}\.\s*)*\p{Lu}\p{L}/u.test(name)

/** "M. Couper" beside "J. Baird" has an M for an initial, and is no "Monsieur". */
const withInitial = (attendee: Attendee, all: readonly Attendee[]): Attendee =>
  attendee.honorific === 'M.' && all.some(({ honorific, name }) => honorific === null && isInitial(name))
    ? { ...attendee, honorific: null, name: `M. ${attendee.name}` }
    : attendee

/** Letters beside names that cannot be their initials, in most of a list, are the bodies or countries that sent them. */
const withCodes = (attendees: readonly Attendee[]): Attendee[] => {
  const coded = attendees.filter(({ abbreviation }) => abbreviation !== null)
  const isCode = ({ abbreviation, name }: Attendee) => abbreviation !== null && !canBeInitialsOf(abbreviation, name)
  if (coded.length < 3 || coded.filter(isCode).length * 3 < coded.length * 2) return [...attendees]
  return attendees.map((one) => {
    const { abbreviation, pieces } = one
    if (abbreviation === null) return one
    const sent = {
      title: null,
      organization: abbreviation,
      status: 'CURRENT' as const,
      note: null,
      pieces,
      titlePieces: [],
    }
    return { ...one, abbreviation: null, affiliations: one.affiliations.length > 0 ? one.affiliations : [sent] }
  })
}

/** Reads a list of those present that has one entry after another, in lines or in running text. */
export const attendeeEntries = (source: string, lines: readonly Line[]): AttendeeList =>
  readEntries(source, gather(source, lines))

/** Those of two sides whom a list prints beside each other: each came for the side over the column. */
export const attendeesOfSides = (source: string, columns: readonly SideColumn[]): AttendeeList => {
  const entries = columns.flatMap(({ head, entries: own }) => {
    const label = labelOfSide(head.text)
    return own.map((pieces): Entry => ({ flow: flowOf(source, pieces), label }))
  })
  return readEntries(source, { entries, furniture: columns.map(({ head: { start, end } }) => [start, end]) })
}

const readEntries = (source: string, { entries, furniture }: Gathered): AttendeeList => {
  const first = entries.map(({ flow }) => kindAfterName(flow.text)).filter((kind) => kind !== null)
  const titleFirst = first.filter((kind) => kind === 'title').length * 2 > first.length
  const attendees = entries.flatMap(({ flow, label }) => {
    const people = peopleIn(flow.text, label.mode === 'APOLOGIES' || label.body !== null)
    furniture.push(...piecesOf(flow, 0, people[0]?.range[0] ?? 0))
    for (const [i, { range }] of people.entries())
      furniture.push(...piecesOf(flow, range[1], people[i + 1]?.range[0] ?? flow.text.length))
    return people.flatMap(({ range, office }) => personOf(source, flow, range, { ...label, titleFirst, office }) ?? [])
  })
  const own = withCodes(attendees)
  return { attendees: own.map((one) => withRoleApart(withInitial(one, own))), furniture, noise: [] }
}
