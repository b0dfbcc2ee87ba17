import { attendanceRows, attendeeFindings } from '../../attendees/attendance-rows.js'
import { type Finding, finding } from '../../findings.js'
import type { Cast } from '../../identity/within-meeting.js'
import { inferLanguage } from '../../language.js'
import { type Bodies, bodyKey, noBodies } from '../../people/bodies.js'
import { castOfAttendees } from '../../people/cast-of-attendees.js'
import { personRows } from '../../people/person-rows.js'
import { printedForms } from '../../people/printed-forms.js'
import { speakerFindings } from '../../people/speaker-findings.js'
import { addUnlisted } from '../../people/unlisted.js'
import type { MeetingRecord } from '../../record.js'
import { voiceKeys } from '../../reported-speech/speakers.js'
import type { SourceText } from '../../source.js'
import type { HasText } from '../../text/capitals.js'
import { datesIn, isoDay } from '../../text/dates.js'
import { textOf } from '../../text/flow.js'
import type { Prose } from '../../text/prose.js'
import type { Step } from '../../turns/script.js'
import { structureOf } from '../../turns/structure.js'
import type { Furniture, Reading, ReadingOptions } from '../format.js'
import { asName } from './as-name.js'
import { bodiesPresent } from './bodies-present.js'
import { chairsIn } from './chairs.js'
import { citedIn } from './cited.js'
import { contextOf, peopleIn } from './context.js'
import { hoursIn, readFront } from './front.js'
import { addHolders, addHoldersInText, officesInText } from './holders.js'
import { type Part, partsOf } from './parts.js'
import { presentIn } from './present.js'
import { type Place, remarksOf } from './remarks.js'
import { addFieldOffices, addSideOffices, withSides } from './side-offices.js'
import { speechesOf } from './speeches.js'
import { statedAtFront, statedBesideNames } from './stated.js'

const languageOf = (prose: Prose, given: string | null): { language: string | null; findings: Finding[] } => {
  if (given !== null) return { language: given, findings: [] }
  const language = inferLanguage(prose.text.slice(0, 8000))
  const message = `The language is taken to be “${language}”, from the words of the record.`
  return { language, findings: language === null ? [] : [finding('LANGUAGE_INFERRED', message)] }
}

const noList = 'The record has no list of those present; people are taken from how the text prints their names.'

/** The parts of a record as rows are made of them: its sections, and its paragraphs in them. */
interface Body {
  readonly sections: MeetingRecord['sections']
  readonly themes: MeetingRecord['themes']
  readonly paragraphs: MeetingRecord['paragraphs']
  readonly placeOf: (part: number) => Place | null
}

const isHeading = ({ kind }: Part): boolean => kind === 'sitting' || kind === 'topic' || kind === 'over-text'

/** The day that a heading prints without its year, which is the meeting's. */
const dayOf = (heading: string, year: number | null): string | null => {
  const [date] = year === null ? [] : datesIn(heading.slice(0, 200))
  return date && year !== null ? isoDay(date.year ?? year, date.month, date.day) : null
}

const bodyOf = (prose: Prose, parts: readonly Part[], from: number, year: number | null): Body => {
  const own = parts.flatMap((part, index) =>
    index >= from && (isHeading(part) || part.kind === 'paragraph') ? [{ part, index }] : [],
  )
  const isNumbered =
    own.filter(({ part }) => part.kind === 'paragraph' && part.number !== null).length * 2 >
    own.filter(({ part }) => part.kind === 'paragraph').length
  const hasSittings = own.some(({ part }) => part.kind === 'sitting')
  const levelOf = ({ kind, level }: Part): number => (kind === 'topic' ? Math.max(1, level) + (hasSittings ? 2 : 0) : 1)
  const steps = own.map(({ part }): Step => {
    const { pieces } = part
    if (!isHeading(part)) return { kind: 'paragraph', pieces, turn: null, words: [] }
    const heading = prose.text.slice(part.start, part.end) || '-'
    return { kind: 'section', level: levelOf(part), heading, pieces }
  })
  const structure = structureOf(steps)
  const { placeOf } = structure
  // When a sitting was, and what kind of text follows, is not what anybody speaks about.
  const noThemes = new Set(
    own.flatMap(({ part }) =>
      part.kind === 'sitting' || part.kind === 'over-text' ? [prose.text.slice(part.start, part.end)] : [],
    ),
  )
  const themes = structure.themes.filter(({ title }) => !noThemes.has(title))
  const kept = new Set(themes.map(({ key }) => key))
  const sections = structure.sections.map((section) => ({
    ...section,
    date: section.date ?? dayOf(section.heading, year),
  }))
  const paragraphs: MeetingRecord['paragraphs'] = []
  const places = new Map<number, Place>()
  for (const [i, { part, index }] of own.entries()) {
    if (isHeading(part)) continue
    const position = paragraphs.length + 1
    const { section, theme: named } = placeOf(i)
    const theme = named !== null && kept.has(named) ? named : null
    const { pieces } = part
    const number = isNumbered ? part.number : null
    paragraphs.push({ position, number, heading: null, section, theme, text: textOf(prose.source, pieces), pieces })
    places.set(index, { paragraph: position, section, theme })
  }
  return { sections, themes, paragraphs, placeOf: (part) => places.get(part) ?? null }
}

const furnitureOf = (parts: readonly Part[]): Furniture[] => {
  const ofKind = (kind: Part['kind']) => parts.filter((part) => part.kind === kind).flatMap(({ pieces }) => pieces)
  const markers = parts.flatMap(({ marker }): [number, number][] => (marker ? [[marker[0], marker[1]]] : []))
  const furniture: Furniture[] = [
    { kind: 'footnote', pieces: ofKind('note') },
    { kind: 'front matter', pieces: ofKind('front-matter') },
    { kind: 'mark of the document', pieces: ofKind('furniture') },
    { kind: 'paragraph number', pieces: markers },
  ]
  return furniture.filter(({ pieces }) => pieces.length > 0)
}

/** A text with some parts of it left empty; offsets stay. */
const blanked = (prose: Prose, parts: readonly Part[]): HasText => {
  if (parts.length === 0) return prose
  const { text } = prose
  let at = 0
  const kept = parts.flatMap(({ start, end }) => {
    const piece = [text.slice(at, start), '\n'.repeat(end - start)]
    at = end
    return piece
  })
  return { text: [...kept, text.slice(at)].join('') }
}

const titlesByPerson = (affiliations: MeetingRecord['affiliations']): Map<string, string[]> => {
  const titles = new Map<string, string[]>()
  for (const { person, title } of affiliations)
    if (title !== null) titles.set(person, [...(titles.get(person) ?? []), title])
  return titles
}

const nobody: ReadonlySet<string> = new Set()

const peopleByBody = (affiliations: MeetingRecord['affiliations']): ((body: string) => ReadonlySet<string>) => {
  const people = new Map<string, Set<string>>()
  for (const { person, organization } of affiliations) {
    if (organization === null) continue
    const known = people.get(organization)
    if (known) known.add(person)
    else people.set(organization, new Set([person]))
  }
  return (body) => people.get(body) ?? nobody
}

/** The offices as a text may call them by a field or a side: "the Foreign Minister", "the Uplandish Minister". */
const addOfficesOfSides = (
  cast: Cast,
  text: string,
  stated: readonly { readonly person: string; readonly title: string | null; readonly organization?: string | null }[],
  bodies: Bodies,
): void => {
  const nameOf = new Map(bodies.rows.map(({ key, name }) => [key, name]))
  const bodiesOf = (key: string) =>
    stated.flatMap(({ person, organization }) => (person === key ? (nameOf.get(organization ?? '') ?? []) : []))
  const offices = stated.flatMap(({ person, title }) => (title === null ? [] : [{ person, title }]))
  const holders = withSides(offices, bodiesOf)
  addFieldOffices(cast, holders)
  addSideOffices(cast, holders, text)
}

/** Reads a record of discussion. */
export const parseRecordOfDiscussion = (source: SourceText, options: ReadingOptions): Reading => {
  const read = partsOf(source)
  const { prose } = read
  const present = presentIn(source, prose, read.all, read.body)
  const { attendees } = present
  const from = read.all.slice(0, read.body).filter((part) => !present.isList(part)).length
  const parts = read.all.filter((part) => !present.isList(part))
  const people = castOfAttendees(attendees)
  const { cast } = people
  const bodies = noBodies()
  const rows = attendanceRows(attendees, people, bodies)
  const listed = attendees.length === 0 ? bodiesPresent(source) : []
  for (const name of listed) bodyKey(bodies, name)
  addHolders(cast, attendees, people.ofAttendee, present.offices)
  const front = readFront(source, prose, parts.slice(0, from), parts)
  // Names in a list are read there, where lines and not sentences part them.
  const text = blanked(prose, read.all.filter(present.isList))
  const unknown = peopleIn(text, cast).filter(
    ({ person, candidates, isPerson, printed }) =>
      person === null && candidates.length === 0 && isPerson && !listed.includes(printed),
  )
  addUnlisted(
    cast,
    unknown.map(({ printed }) => asName(printed)),
  )
  const names = peopleIn(text, cast)
  addHoldersInText(cast, text.text, names, front.roleHolders)
  addOfficesOfSides(cast, prose.text, [...rows.affiliations, ...officesInText(cast, prose.text, names)], bodies)
  const inferred = languageOf(prose, options.language)
  const context = contextOf(text, cast, bodies, listed)
  const body = bodyOf(prose, parts, from, Number(front.meeting.date?.slice(0, 4)) || null)
  const titles = titlesByPerson(rows.affiliations)
  const found = speechesOf({
    prose,
    parts,
    context,
    language: inferred.language ?? 'en',
    keysOf: (voice) => voiceKeys(cast, voice),
    ofBodies: listed.length > 0,
    isPresent: (key) => cast.byKey.get(key)?.isListed === true,
    titlesOf: (key) => titles.get(key) ?? [],
  })
  const findings: Finding[] = []
  const stated = [
    ...rows.affiliations,
    ...statedAtFront(source.text, front.roleHolders, cast, bodies, rows.affiliations),
  ]
  const affiliations = [...stated, ...statedBesideNames(prose, found.speeches, cast, bodies, stated)].map((row, i) => ({
    ...row,
    position: i + 1,
  }))
  const peopleOf = peopleByBody(affiliations)
  const spoken = remarksOf(
    { prose, cast, bodies, findings, placeOf: body.placeOf, parts, peopleOf },
    found,
    (name) => bodyKey(bodies, name),
    chairsIn(prose, parts, context.names, inferred.language ?? 'en'),
  )
  const speakers = new Set(spoken.remarks.flatMap(({ speaker }) => speaker ?? []))
  const printed = [...context.names.values()]
  const mentions = citedIn(prose, printed, cast, speakers, parts, body.placeOf)
  const cited = new Set(mentions.flatMap(({ person }) => person ?? []))
  const ofLists = attendees.map(({ nameAsPrinted, namePieces }, i) => ({
    person: people.ofAttendee[i] ?? '',
    printed: nameAsPrinted,
    at: namePieces[0]?.[0] ?? 0,
  }))
  const forms = [...ofLists, ...printedForms(printed, (at) => prose.at[at] ?? 0)]
  return {
    record: {
      version: 1,
      meeting: { ...front.meeting, ...hoursIn(prose, parts.slice(from), front.meeting), language: inferred.language },
      sections: body.sections,
      themes: body.themes,
      people: personRows(cast, forms, (key) => speakers.has(key) || cited.has(key)),
      organizations: bodies.rows,
      attendances: rows.attendances,
      affiliations,
      paragraphs: body.paragraphs,
      ...spoken,
      mentions,
    },
    findings: [
      ...front.findings,
      ...people.findings,
      ...attendeeFindings(attendees, [], source.text),
      ...inferred.findings,
      ...findings,
      ...(attendees.length === 0 ? [finding('NO_ATTENDEE_LIST', noList)] : speakerFindings(spoken, cast)),
    ],
    furniture: [...front.furniture, ...present.furniture, ...read.pages, ...furnitureOf(parts)],
  }
}
