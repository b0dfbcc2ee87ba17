import { endsOpen } from '../english/titles.js'
import { splitHonorific } from '../names.js'
import { type Flow, flowOf, piecesOf } from '../text/flow.js'
import type { Line } from '../text/lines.js'
import { affiliationsOf } from './affiliations.js'
import { type Attendee, isGroup, isMeetingRole, printedName } from './attendee.js'
import { type Label, labelAfter, noLabel } from './label.js'
import { beginsWithPerson, nameLength } from './person-shape.js'
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

/** The lines of a list, put together into entries; a line that begins no entry goes on with the one above. */
const gather = (source: string, lines: readonly Line[]): Gathered => {
  const entries: { pieces: [number, number][]; label: Label }[] = []
  const furniture: [number, number][] = []
  let label = noLabel
  let blank = true
  const people = lines.filter((line) => beginsWithPerson(line.text.replace(bullet, '')))
  const titled = people.filter((line) => splitHonorific(line.text.replace(bullet, '')).honorific !== null)
  const areTitled = titled.length * 2 > people.length
  for (const line of lines) {
    if (line.text === '') {
      blank = true
      continue
    }
    const skip = bullet.exec(line.text)?.[0].length ?? 0
    const text = line.text.slice(skip)
    const start = line.start + skip
    const lead = /^([^:]{2,60}):\s*/.exec(text)
    const isLabel = lead !== null && !beginsWithPerson(lead[1] ?? '')
    const last = entries.at(-1)
    const isOpen =
      last !== undefined &&
      !blank &&
      (endsOpen(source.slice(...(last.pieces.at(-1) ?? [0, 0]))) ||
        /;$/.test(source.slice(...(last.pieces.at(-1) ?? [0, 0]))))
    if (skip > 0) furniture.push([line.start, line.start + skip])
    if (isLabel) {
      const own = labelAfter(lead[1] ?? '', label)
      const isInline = lead[0].length < text.length
      furniture.push([start, start + (lead[0].trimEnd().length || 1)])
      if (isInline) entries.push({ pieces: [[start + lead[0].length, line.end]], label: own })
      // "Chair: Ms. A. Roe" is about her alone, "Apologies: …" about those in the next lines too.
      if (!isInline || own.role === null) label = own
    } else if (
      beginsWithPerson(text) &&
      !((isOpen || (areTitled && !blank)) && skip === 0 && splitHonorific(text).honorific === null)
    )
      entries.push({ pieces: [[start, line.end]], label })
    else if (last && !blank && skip === 0 && !isGroup(text) && !isMeetingRole(text)) last.pieces.push([start, line.end])
    else {
      label = labelAfter(text, label)
      furniture.push([start, line.end])
    }
    blank = false
  }
  return { entries: entries.map(({ pieces, label: own }) => ({ flow: flowOf(source, pieces), label: own })), furniture }
}

const honorificAhead =
  /,\s+(?:and\s+)?(?=(?:H\.?E\.?|Cllr|Councillor|Ald|Alderman|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Amb|Hon|Sir|Dame)[.\s])|\sand\s+(?=(?:Cllr|Councillor|Ald|Alderman|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Amb|Hon)[.\s])/g
const afterParenthesis = /(?<=\))(?:,\s*(?:and\s+)?|\sand\s+)/g

/** Whether each of several ranges begins with a person; after one with an honorific, each with an honorific. */
const namesAll = (text: string, ranges: readonly Range[]): boolean => {
  const parts = ranges.map(([a, b]) => text.slice(a, b).trim())
  const isTitled = splitHonorific(text).honorific !== null
  return (
    parts.length > 1 &&
    parts.every((part) => beginsWithPerson(part) && (!isTitled || splitHonorific(part).honorific !== null))
  )
}

/** The ranges of an entry that name one person each: "Ms. A. Roe (Chair), Mr. B. Poe and Dr. C. Lee". */
const peopleIn = (text: string): Range[] => {
  const whole: Range = [0, text.length]
  const bySemicolon = splitRange(text, whole, /;\s*(?:and\s+)?/g)
  if (namesAll(text, bySemicolon)) return bySemicolon
  const byHonorific = splitRange(text, whole, honorificAhead)
  if (byHonorific.length > 1 && splitHonorific(text).honorific !== null) return byHonorific
  const byParenthesis = splitRange(text, whole, afterParenthesis)
  if (namesAll(text, byParenthesis)) return byParenthesis
  const byComma = splitRange(text, whole, /,\s+(?:and\s+)?|\sand\s+/g)
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

const personOf = (
  source: string,
  flow: Flow,
  [start, end]: Range,
  label: Label & { readonly titleFirst: boolean },
): Attendee | null => {
  const text = flow.text.slice(start, end)
  let nameEnd = start + Math.min(nameLength(text), ownLine(flow, start))
  const aside = /^\s*[([]([^()[\]]{1,40})[)\]]/.exec(flow.text.slice(nameEnd, end))
  const ofName = printedName(`X Y${aside?.[0] ?? ''}`)
  const isOfName =
    aside !== null &&
    (ofName.abbreviation !== null ||
      ofName.role !== null ||
      ofName.isRemote ||
      /^(?:Mr|Ms|Mrs|Dr|Prof)\.?$/.test(aside[1] ?? ''))
  if (isOfName) nameEnd += aside[0].length
  const named = printedName(flow.text.slice(start, nameEnd).trim())
  if (named.name === '') return null
  let from = nameEnd
  while (from < end && /[\s,;:|–—-]/.test(flow.text[from] ?? '')) from++
  let to = end
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
  const [titles, bodies] =
    from < to ? tailSegments(source, flow, [from, to], cardLines(flow, nameEnd), label.titleFirst) : [[], []]
  const role =
    titles.length === 1 && bodies.length === 0 && isMeetingRole(titles[0]?.text ?? '')
      ? (titles[0]?.text ?? null)
      : null
  const stated = affiliationsOf(source, role === null ? titles : [], bodies)
  const own =
    label.body !== null && bodies.length === 0
      ? stated.map((item) => ({ ...item, organization: item.organization ?? label.body }))
      : stated
  const pieces = piecesOf(flow, start, end)
  const ofBody =
    own.length === 0 && label.body !== null
      ? [{ title: null, organization: label.body, status: 'CURRENT' as const, note: null, pieces, titlePieces: [] }]
      : own
  return {
    ...named,
    role: named.role ?? lastRole ?? role ?? label.role,
    mode: named.isRemote ? 'REMOTE' : label.mode,
    affiliations: ofBody,
    pieces,
    namePieces: piecesOf(flow, start, nameEnd),
    isWrapped: pieces.length > 1,
    isHyphenJoined: false,
  }
}

/** What the first of two parts after a name is; null where there are fewer. */
const kindAfterName = (text: string): 'title' | 'body' | 'unknown' | null => {
  const [, first, second] = text.slice(nameLength(text)).split(/,\s+/, 3)
  return first === undefined || second === undefined ? null : partKind(first.trim())
}

/** Reads a list of those present that has one entry after another, in lines or in running text. */
export const attendeeEntries = (source: string, lines: readonly Line[]): AttendeeList => {
  const { entries, furniture } = gather(source, lines)
  const first = entries.map(({ flow }) => kindAfterName(flow.text)).filter((kind) => kind !== null)
  const titleFirst = first.filter((kind) => kind === 'title').length * 2 > first.length
  const attendees = entries.flatMap(({ flow, label }) => {
    const ranges = peopleIn(flow.text)
    for (const [i, [, end]] of ranges.entries())
      furniture.push(...piecesOf(flow, end, ranges[i + 1]?.[0] ?? flow.text.length))
    return ranges.flatMap((range) => personOf(source, flow, range, { ...label, titleFirst }) ?? [])
  })
  return { attendees, furniture, noise: [] }
}
