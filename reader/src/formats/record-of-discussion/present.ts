import { type Attendee, isMeetingRole } from '../../attendees/attendee.js'
import { readAttendees } from '../../attendees/attendees.js'
import { attendeesInProse } from '../../attendees/in-prose.js'
import { type AttendeeRegion, attendeeRegions } from '../../attendees/region.js'
import { sideColumns } from '../../attendees/side-columns.js'
import { partKind } from '../../attendees/tail.js'
import { holdsTitle } from '../../english/titles.js'
import type { Pieces } from '../../record.js'
import type { SourceText } from '../../source.js'
import type { Line } from '../../text/lines.js'
import { type Prose, proseSource } from '../../text/prose.js'
import { type Block, piecesOfBlock } from '../../turns/blocks.js'
import { readDocumentParts } from '../../turns/document.js'
import type { Furniture } from '../format.js'
import { bodyLabel, endsList, officeAlone, officeAndName, shortLabel } from './list-lines.js'
import type { Part } from './parts.js'

/** Those whom a record says were there, and the parts of it that are lists of them. */
export interface Present {
  readonly attendees: readonly Attendee[]
  /** Offices that a list names without saying who holds them ("The Secretary"). */
  readonly offices: readonly string[]
  readonly furniture: readonly Furniture[]
  readonly isList: (part: Part) => boolean
}

const startOf = ({ marker, pieces }: Part): number => marker?.[0] ?? pieces[0]?.[0] ?? -1

/** Whether a line is a paragraph's, and no entry of a list. */
const isProse = ({ text, start, end }: Line): boolean => /[.!?][\s"”’)]*$/.test(text) && end - start > 160

/** The lists of a record; before its body, a list goes on as far as nothing else begins. */
const regionsIn = ({ lines, text }: SourceText, parts: readonly Part[], from: number): AttendeeRegion[] => {
  const first = startOf(
    parts[from] ?? {
      kind: 'note',
      level: 0,
      number: null,
      marker: null,
      start: 0,
      end: 0,
      pieces: [[text.length, text.length + 1]],
    },
  )
  const breaks = new Set(
    parts
      .filter(({ kind }, i) => kind === 'note' || kind === 'sitting' || (i >= from && kind !== 'paragraph'))
      .map(startOf),
  )
  const body = new Set(parts.filter(({ kind }, i) => i >= from && kind === 'paragraph').map(startOf))
  const stops = (i: number): boolean => {
    const line = lines[i]
    if (line === undefined || breaks.has(line.start) || isProse(line)) return true
    return body.has(line.start) && /[.:?]$/.test(line.text)
  }
  const regions = attendeeRegions(lines, () => false, stops)
  return regions.map((region, n) => {
    const after = regions[n + 1]
    const next = after ? Math.min(after.from, ...after.headings) : lines.length
    let { to } = region
    // A second line over the list may be the first label in it: "PARTICIPANTS", and below it a country.
    const second = region.headings.findIndex((i, at) => at > 0 && !ofList.test(lines[i]?.text ?? ''))
    const [headings, start] =
      second < 0
        ? [region.headings, region.from]
        : [region.headings.slice(0, second), region.headings[second] ?? region.from]
    for (let i = region.from; i < next; i++) {
      const line = lines[i]
      if (
        !line ||
        line.start >= first ||
        numberedItem.test(line.text) ||
        stops(i) ||
        (line.text !== '' && endsList(line))
      )
        break
      if (line.text !== '') to = Math.max(to, i + 1)
    }
    const sides = sideColumns(lines.slice(start, to))
    return { headings, from: start, to: sides ? start + sides.length : to }
  })
}

/** An item of the agenda under the list: "5. Safety of mills". */
const numberedItem = /^\d{1,3}[.)]\s+\p{Lu}\p{Ll}+\s(?!.*\t)[\p{Ll}]/u

const ofList = /\b(?:lists?|participants?|present|attend\w*|delegat\w+|representatives?|members|annex)\b|[()]/i

const letters =
  /^(?:(?:M\.?P|M\.?L\.?A|Q\.?C|K\.?C|C\.?H|O\.?M|K\.?C\.?M\.?G|C\.?M\.?G|C\.?B|K\.?C\.?B|G\.?C\.?B|O\.?B\.?E|C\.?B\.?E|D\.?S\.?O|M\.?C|Ph\.?D)\.?(?:,\s*|$))+/

/** What stands behind letters of honour or of a seat ("M.P., Minister of Fuel") is a title as elsewhere. */
const withoutLetters = (attendee: Attendee): Attendee => ({
  ...attendee,
  affiliations: attendee.affiliations.flatMap((one) => {
    const { organization, title } = one
    if (organization === null || !letters.test(organization)) return [one]
    const rest = organization.replace(letters, '')
    if (rest === '') return title === null ? [] : [{ ...one, organization: null }]
    const isTitle = partKind(rest) === 'title'
    return [{ ...one, title: isTitle ? (title ?? rest) : title, organization: isTitle ? null : rest }]
  }),
})

/** A label over entries that is no role at the meeting names whom they came for. */
const withBody = (attendee: Attendee): Attendee => {
  const { role, affiliations, pieces } = attendee
  if (role === null || isMeetingRole(role) || holdsTitle(role)) return attendee
  const stated =
    affiliations.length > 0
      ? affiliations
      : [{ title: null, organization: null, status: 'CURRENT' as const, note: null, pieces, titlePieces: [] }]
  return {
    ...attendee,
    role: null,
    affiliations: stated.map((one) => ({ ...one, organization: one.organization ?? role })),
  }
}

interface Entries {
  readonly attendees: Attendee[]
  readonly offices: string[]
  readonly alone: Pieces
  readonly taken: Set<number>
}

/** The entries of lists that name an office, with or without a name behind it. */
const entriesWithOffice = (lines: readonly Line[], regions: readonly AttendeeRegion[]): Entries => {
  const entries: Entries = { attendees: [], offices: [], alone: [], taken: new Set() }
  for (const { from, to } of regions) {
    let [body, isFirst]: [string | null, boolean] = [null, true]
    for (let i = from; i < to; i++) {
      const line = lines[i]
      if (!line || line.text === '') continue
      body = bodyLabel(line) ?? (isFirst || lines[i - 1]?.text === '' ? (shortLabel(line) ?? body) : body)
      isFirst = false
      const office = officeAlone(line)
      const named = office === null ? officeAndName(line, body) : null
      if (office !== null) {
        entries.offices.push(office)
        entries.alone.push([line.start, line.end])
      } else if (named) entries.attendees.push(named)
      if (office !== null || named) entries.taken.add(i)
    }
  }
  return entries
}

/** The lists in lines of their own: "Present:", "PARTICIPANTS", an annex of those present. */
const inLines = (source: SourceText, parts: readonly Part[], from: number): Present => {
  const { lines, text } = source
  const regions = regionsIn(source, parts, from)
  const { attendees, offices, alone, taken } = entriesWithOffice(lines, regions)
  const lists = readAttendees(text, lines, regions, (i) => taken.has(i))
  const placeOf = ({ pieces }: Attendee): number => pieces[0]?.[0] ?? 0
  const starts = new Set(
    regions
      .flatMap(({ headings, from: start, to }) => [
        ...headings,
        ...Array.from({ length: to - start }, (_, i) => start + i),
      ])
      .map((i) => lines[i]?.start ?? -1),
  )
  return {
    attendees: [...lists.attendees.map(withoutLetters).map(withBody), ...attendees].sort(
      (a, b) => placeOf(a) - placeOf(b),
    ),
    offices,
    furniture: [
      { kind: 'heading of a list', pieces: lists.headings },
      { kind: 'list of those present', pieces: [...lists.furniture, ...alone] },
      { kind: 'stray mark', pieces: lists.noise },
    ],
    isList: (part) => starts.has(startOf(part)),
  }
}

/** Those whom a note, or a sentence at the front, says were there. */
const inSentences = (prose: Prose, parts: readonly Part[], from: number, isList: Present['isList']): Attendee[] => {
  const texts: { start: number; end: number }[] = []
  let isOpen = false
  for (const [i, part] of parts.entries()) {
    const { start, end, kind } = part
    const last = texts.at(-1)
    const goesOn = kind === 'note' && isOpen && !/^[[\d^]/.test(prose.text.slice(start, start + 1))
    if (goesOn && last) last.end = end
    else if (kind === 'note' || (i <= from + 1 && kind === 'paragraph' && !isList(part))) texts.push({ start, end })
    isOpen = kind === 'note'
  }
  return texts.flatMap(({ start, end }) =>
    attendeesInProse(prose.text.slice(start, end), (a, b) => proseSource(prose, [start + a, start + b])),
  )
}

/** The lists as transcripts print them: "Trustees present: Ada Roe, President; Bo Poe", each under a head of its own. */
const underHeads = (source: SourceText): Present => {
  const { present } = readDocumentParts(source, {})
  const rows = (blocks: Iterable<Block>) => [...blocks].flatMap((block) => block.rows)
  const starts = new Set(rows([...present.lists, ...present.headings]).map(({ start, marker }) => marker?.[0] ?? start))
  return {
    attendees: present.attendees,
    offices: [],
    furniture: [
      { kind: 'heading of a list', pieces: [...present.headings].flatMap(piecesOfBlock) },
      { kind: 'list of those present', pieces: [...present.lists].flatMap(piecesOfBlock) },
    ],
    isList: (part) => starts.has(startOf(part)),
  }
}

/** One word by itself is the label over some, as a country is, and nobody's name. */
const areWholeNames = (attendees: readonly Attendee[]): boolean =>
  attendees.every(({ name, honorific }) => honorific !== null || /\s/.test(name))

/** Everybody whom the lists, the notes and the first sentences of a record say were there; a list that stands goes before. */
export const presentIn = (source: SourceText, prose: Prose, parts: readonly Part[], from: number): Present => {
  const own = inLines(source, parts, from)
  const headed = underHeads(source)
  const lists = headed.attendees.length > own.attendees.length && areWholeNames(headed.attendees) ? headed : own
  if (lists.attendees.length > 0) return lists
  return { ...lists, attendees: inSentences(prose, parts, from, lists.isList) }
}
