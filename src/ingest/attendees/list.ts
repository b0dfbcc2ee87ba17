import { endsOpen } from '../english/titles.js'
import { splitHonorific } from '../names.js'
import { type Flow, flowOf, piecesOf } from '../text/flow.js'
import type { Line } from '../text/lines.js'
import { affiliationsOf } from './affiliations.js'
import { type Attendee, isGroup, isMeetingRole, isPresenceNote, printedName, withRoleApart } from './attendee.js'
import { bodiesAhead } from './body-column.js'
import {
  beginsEntry,
  canBeInitialsOf,
  groupAhead,
  initialsAhead,
  officeAheadLength,
  officeOfThingLength,
} from './entry-start.js'
import { type Label, labelAfter, noLabel, sidesIn } from './label.js'
import { beginsWithPerson, invertedName, nameLength } from './person-shape.js'
import type { AttendeeList } from './table.js'
import { partKind, splitRange, tailSegments } from './tail.js'

type Range = readonly [start: number, end: number]

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
    const lead = /^([^:]{2,60}):\s*/.exec(text)
    const isLabel = lead !== null && !beginsWithPerson(lead[1] ?? '') && initialsAhead(text) === null
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
      const own = labelAfter(lead[1] ?? '', isInline && label.mode === 'APOLOGIES' ? noLabel : label, isSideHere)
      furniture.push([start, start + (lead[0].trimEnd().length || 1)])
      if (isInline) entries.push({ pieces: [[start + lead[0].length, line.end]], label: own })
      // "Chair: Ms. A. Roe" is about her alone, "Apologies: …" about those in the next lines too.
      if (!isInline || own.role === null) label = own
    } else if ((runsOn || isFull) && last) last.pieces.push([start, line.end])
    else if (
      beginsEntry(text) &&
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
    }
    blank = false
  }
  return { entries: entries.map(({ pieces, label: own }) => ({ flow: flowOf(source, pieces), label: own })), furniture }
}

const honorificsInLists =
  'H\\.?E\\.?|Cllr|Councillor|Ald|Alderman|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Amb|Ambassador|Hon|Rev|Revd|Reverend|Father|Canon|Sir|Dame|Lord|Lady|Capt|Captain|Col|Colonel|Lt|Major|Justice|Judge|Sheikh'
const honorificAhead = new RegExp(
  `,\\s+(?:and\\s+)?(?=(?:${honorificsInLists})[.\\s]+\\p{Lu})|\\sand\\s+(?=(?:${honorificsInLists})[.\\s]+\\p{Lu})`,
  'gu',
)
const afterParenthesis = /(?<=\))(?:,\s*(?:and\s+)?|\sand\s+)/g

/** Whether each of several ranges begins with a person, written as the first one is: with an honorific, or the family name first. */
const namesAll = (text: string, ranges: readonly Range[]): boolean => {
  const parts = ranges.map(([a, b]) => text.slice(a, b).trim())
  const isTitled = splitHonorific(text).honorific !== null
  const isInverted = invertedName(text) !== null
  return (
    parts.length > 1 &&
    parts.every(
      (part) =>
        beginsWithPerson(part) &&
        (!isTitled || splitHonorific(part).honorific !== null) &&
        (!isInverted || invertedName(part) !== null),
    )
  )
}

/** A name and at most what stands behind it in parentheses: "Ada Roe (remote)". */
const isNameAlone = (text: string): boolean =>
  beginsWithPerson(text) && /^\s*(?:\([^()]*\)\s*)?$/.test(text.slice(nameLength(text)))

/** One person of an entry; `office` is said of each who follows a plural ("Council Members A. Roe, B. Poe"). */
interface Named {
  readonly range: Range
  readonly office: string | null
}

/** Between people: a semicolon, or the stop before another label in the same line ("… (Clerk). Guest: Bo Poe"). */
const semicolon =
  /(?:;\s*(?:and\s+)?|\.\s+(?=(?:Guests?|Also present|In attendance|By invitation):))(?:(?:Guests?|Also present|In attendance|By invitation):\s*)?/g
const comma = /,\s+(?:and\s+)?|\s+and\s+(?=\p{Lu})/gu
/** No entry of more is cut at its offices. */
const mostParts = 200

const isStrong = (part: string): boolean =>
  splitHonorific(part).honorific !== null || officeAheadLength(part) > 0 || groupAhead(part) !== null

/**
 * People some of whom have their office before the name: "Mayor Dana Roe; Council Members A. Poe, B. Lee". What has neither an
 * office nor an honorific belongs to the one before it, unless a plural is said of both. Null where none begins so.
 */
const byOffices = (text: string): Named[] | null => {
  const found: { range: [number, number]; office: string | null }[] = []
  let group: string | null = null
  let hasOffice = false
  const parts = splitRange(text, [0, text.length], semicolon).flatMap((range) =>
    splitRange(text, range, comma).map((part, i) => ({ part, isFirst: i === 0 })),
  )
  if (parts.length > mostParts || !isStrong(text)) return null
  // Where commas part people who each have their office before the name, a name by itself is one more of them.
  const partsPeople =
    parts.filter(({ part, isFirst }) => !isFirst && officeAheadLength(text.slice(...part).trim()) > 0).length > 1
  for (const { part, isFirst } of parts) {
    const [start, end] = part
    const words = text.slice(start, end).trimStart()
    const from = end - words.length
    const ahead = groupAhead(words)
    const last = found.at(-1)
    if (counted.test(words)) continue
    // A plural is said of no one behind a semicolon.
    if (isFirst) group = null
    if (ahead) {
      group = ahead.office
      found.push({ range: [from + ahead.length, end], office: group })
    } else if (group !== null && splitHonorific(words).honorific !== null && officeAheadLength(words) === 0) {
      found.push({ range: [from, end], office: group })
    } else if (isStrong(words)) {
      group = null
      found.push({ range: [from, end], office: null })
    } else if (group !== null && beginsWithPerson(words)) found.push({ range: [from, end], office: group })
    else if (isFirst && beginsWithPerson(words)) found.push({ range: [from, end], office: null })
    else if (isFirst && officeOfThingLength(words) > 0) {
      const length = officeOfThingLength(words)
      found.push({ range: [from + length, end], office: words.slice(0, length).trim() })
    } else if (partsPeople && isNameAlone(words)) found.push({ range: [from, end], office: null })
    else if (last) last.range[1] = end
    hasOffice ||= ahead !== null || officeAheadLength(words) > 0
  }
  return hasOffice ? found : null
}

/** `isBare` says that the list prints names alone, as that of those absent does. */
const peopleIn = (whole: string, isBare: boolean): Named[] => {
  // "… (Clerk) and 19 electors"
  const text = whole.replace(/\s+and\s+\d{1,5}\s+\p{Ll}[^,;]*$/u, '')
  return byOffices(text) ?? rangesIn(text, isBare).map((range) => ({ range, office: null }))
}

/** "… and 32 members": a number of others is nobody. */
const counted = /^\s*(?:and\s+)?(?:\d{1,5}|some|several|(?:a|the) number of|other)\s+\p{Ll}/u

/** The ranges of an entry that name one person each: "Ms. A. Roe (Chair), Mr. B. Poe and Dr. C. Lee". */
const rangesIn = (text: string, isBare: boolean): Range[] => {
  const whole: Range = [0, text.length]
  const byGap = splitRange(text, whole, /\s{3,}/g)
  if (namesAll(text, byGap)) return byGap
  const bySemicolon = splitRange(text, whole, semicolon).filter(([a, b]) => !counted.test(text.slice(a, b)))
  if (bySemicolon.length === 1 && /;/.test(text)) return bySemicolon
  if (bySemicolon.length > 1 && bySemicolon.every(([a, b]) => beginsWithPerson(text.slice(a, b).trim())))
    return bySemicolon
  const byHonorific = splitRange(text, whole, honorificAhead)
  if (byHonorific.length > 1 && splitHonorific(text).honorific !== null) return byHonorific
  const outside = splitRange(text, whole, /(?:,\s+(?:and\s+)?|\sand\s+)(?![^()]*\))/g).filter(
    ([a, b]) => !counted.test(text.slice(a, b)),
  )
  if (outside.length > (isBare ? 1 : 2) && outside.every(([a, b]) => isNameAlone(text.slice(a, b).trim())))
    return outside
  const byParenthesis = splitRange(text, whole, afterParenthesis)
  if (namesAll(text, byParenthesis)) return byParenthesis
  const byComma = splitRange(text, whole, /,\s+(?:and\s+)?|\sand\s+/g).filter(
    ([a, b]) => !counted.test(text.slice(a, b)),
  )
  const parts = byComma.map(([a, b]) => text.slice(a, b).trim())
  // "Ms. A. Roe, Upper Valley" is one person: without honorifics, two words may as well be a place.
  const areNames = byComma.length > 2 && parts.every(beginsWithPerson) && splitHonorific(text).honorific === null
  return areNames ? byComma : [whole]
}

/** Ranges of an entry's lines after the name, where the name has a line of its own and each further line is a part. */
const cardLines = (flow: Flow, nameEnd: number): Range[] => {
  const [, second] = flow.starts
  if (second === undefined || nameEnd < second - 1) return []
  const ranges: [number, number][] = []
  for (const [i, start] of flow.starts.entries()) {
    if (i === 0) continue
    const end = (flow.starts[i + 1] ?? flow.text.length + 1) - 1
    const last = ranges.at(-1)
    if (last && endsOpen(flow.text.slice(...last)) && !flow.text.slice(...last).endsWith(',')) last[1] = end
    else ranges.push([start, end])
  }
  return ranges
}

/** The length of the first line, where that is a name and nothing else; a name that ends in a hyphen goes on. */
const ownLine = (flow: Flow, start: number): number => {
  const [, second] = flow.starts
  if (start > 0 || second === undefined) return Number.POSITIVE_INFINITY
  const line = flow.text.slice(0, second - 1)
  const isName = nameLength(line) === line.length && beginsWithPerson(line) && !/[-‐]$/.test(line)
  return isName ? line.length : Number.POSITIVE_INFINITY
}

/** Where the name ends with what belongs to it in parentheses or brackets: initials, a role, "online". */
const withAsides = (text: string, nameEnd: number, end: number): number => {
  let at = nameEnd
  for (let i = 0; i < 3; i++) {
    const aside = /^\s*[([]([^()[\]]{1,40})[)\]]/.exec(text.slice(at, end))
    const ofName = printedName(`X Y${aside?.[0] ?? ''}`)
    const isOfName =
      aside !== null &&
      (ofName.abbreviation !== null ||
        ofName.role !== null ||
        ofName.isRemote ||
        isPresenceNote(aside[1] ?? '') ||
        /^(?:Mr|Ms|Mrs|Dr|Prof)\.?$/.test(aside[1] ?? ''))
    if (!isOfName) return at
    at += aside[0].length
  }
  return at
}

const initialsBehind = /\s*[([](\p{Lu}[\p{L}]{1,4})[)\]]\s*$/u

const personOf = (
  source: string,
  flow: Flow,
  [first, last]: Range,
  label: Label & { readonly titleFirst: boolean; readonly office: string | null },
): Attendee | null => {
  const before = initialsAhead(flow.text.slice(first, last))
  const start = first + (before?.length ?? 0)
  const officeLength = officeAheadLength(flow.text.slice(start, last))
  const nameStart = start + officeLength
  const plainEnd = nameStart + Math.min(nameLength(flow.text.slice(nameStart, last)), ownLine(flow, nameStart))
  const nameEnd = withAsides(flow.text, plainEnd, last)
  const named = printedName(flow.text.slice(nameStart, nameEnd).trim())
  if (named.name === '') return null
  // "Dr Ada Roe, Medical Director (AR)"
  const behind = initialsBehind.exec(flow.text.slice(nameEnd, last))
  const letters = behind && canBeInitialsOf(behind[1] ?? '', named.name) ? behind[1] : undefined
  const end = behind && letters !== undefined ? nameEnd + behind.index : last
  const office = officeLength > 0 ? flow.text.slice(start, nameStart).trim() : label.office
  let from = nameEnd
  while (from < end && /[\s,;:|–—-]/.test(flow.text[from] ?? '')) from++
  let to = end
  // "Hollis & Reeve Surveyors (item 5 only)": for how much of the meeting somebody was there.
  const forPart = /\s*\(([^()]{2,40})\)$/.exec(flow.text.slice(from, to).trimEnd())
  if (forPart && isPresenceNote(forPart[1] ?? '') && forPart.index > 0) to = from + forPart.index
  // "(Town Mayor) in the Chair"
  const chairs = /\)\s+((?:in the chair|presiding))[.,;]?$/i.exec(flow.text.slice(from, to).trimEnd())
  if (chairs) to = from + chairs.index + 1
  const boxed = /^\(([^()]*)\)[.,;]?$/.exec(flow.text.slice(from, to).trim())
  if (boxed) [from, to] = [flow.text.indexOf('(', from) + 1, flow.text.lastIndexOf(')', to)]
  while (
    to > from &&
    /[\s;,.]/.test(flow.text[to - 1] ?? '') &&
    !/(?<!\p{L})\p{Lu}\p{L}{0,4}\.$/u.test(flow.text.slice(from, to))
  )
    to--
  // "Director, Sample Institute (Chair)": the role at the meeting stands last.
  const atEnd = /\s*[([]([^()[\]]{2,40})[)\]]$/.exec(flow.text.slice(from, to))
  const lastRole = atEnd && isMeetingRole(atEnd[1] ?? '') ? (atEnd[1] ?? null) : null
  if (atEnd && lastRole !== null) to = from + atEnd.index
  // Why somebody is absent ("holiday", "illness") is no affiliation.
  const isReason = label.mode === 'APOLOGIES' && /^\p{Ll}[\p{Ll}\s-]{2,30}$/u.test(flow.text.slice(from, to))
  const [titles, bodies] =
    from < to && !isReason
      ? tailSegments(source, flow, [from, to], cardLines(flow, nameEnd), label.titleFirst)
      : [[], []]
  const role =
    titles.length === 1 && bodies.length === 0 && isMeetingRole(titles[0]?.text ?? '')
      ? (titles[0]?.text ?? null)
      : null
  const ofOffice =
    office === null
      ? []
      : [
          {
            text: office,
            pieces: piecesOf(flow, ...(officeLength > 0 ? ([start, nameStart] as const) : ([first, last] as const))),
            rejoined: false,
          },
        ]
  const stated = affiliationsOf(source, [...ofOffice, ...(role === null ? titles : [])], bodies)
  const own =
    label.body !== null && bodies.length === 0
      ? stated.map((item) => ({ ...item, organization: item.organization ?? label.body }))
      : stated
  const pieces = piecesOf(flow, first, last)
  const ofBody =
    own.length === 0 && label.body !== null
      ? [{ title: null, organization: label.body, status: 'CURRENT' as const, note: null, pieces, titlePieces: [] }]
      : own
  return {
    ...named,
    abbreviation: named.abbreviation ?? letters ?? before?.letters ?? null,
    role: named.role ?? lastRole ?? role ?? chairs?.[1] ?? label.role,
    mode: named.isAbsent ? 'APOLOGIES' : named.isRemote ? 'REMOTE' : label.mode,
    affiliations: ofBody,
    pieces,
    namePieces: piecesOf(flow, nameStart, nameEnd),
    isWrapped: pieces.length > 1,
    isHyphenJoined: false,
  }
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
export const attendeeEntries = (source: string, lines: readonly Line[]): AttendeeList => {
  const { entries, furniture } = gather(source, lines)
  const first = entries.map(({ flow }) => kindAfterName(flow.text)).filter((kind) => kind !== null)
  const titleFirst = first.filter((kind) => kind === 'title').length * 2 > first.length
  const attendees = entries.flatMap(({ flow, label }) => {
    const people = peopleIn(flow.text, label.mode === 'APOLOGIES')
    furniture.push(...piecesOf(flow, 0, people[0]?.range[0] ?? 0))
    for (const [i, { range }] of people.entries())
      furniture.push(...piecesOf(flow, range[1], people[i + 1]?.range[0] ?? flow.text.length))
    return people.flatMap(({ range, office }) => personOf(source, flow, range, { ...label, titleFirst, office }) ?? [])
  })
  const own = withCodes(attendees)
  return { attendees: own.map((one) => withRoleApart(withInitial(one, own))), furniture, noise: [] }
}
