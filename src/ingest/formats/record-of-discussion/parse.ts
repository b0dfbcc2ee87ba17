import { attendanceRows, attendeeFindings } from '../../attendees/attendance-rows.js'
import type { Attendee } from '../../attendees/attendee.js'
import { attendeesInProse } from '../../attendees/in-prose.js'
import { type Finding, finding } from '../../findings.js'
import { addRoleHolder, type Cast } from '../../identity/within-meeting.js'
import { inferLanguage } from '../../language.js'
import { bodyKey, noBodies } from '../../people/bodies.js'
import { castOfAttendees } from '../../people/cast-of-attendees.js'
import { personRows } from '../../people/person-rows.js'
import { printedForms } from '../../people/printed-forms.js'
import { speakerFindings } from '../../people/speaker-findings.js'
import { addUnlisted } from '../../people/unlisted.js'
import type { MeetingRecord } from '../../record.js'
import { voiceKeys } from '../../reported-speech/speakers.js'
import type { SourceText } from '../../source.js'
import { textOf } from '../../text/flow.js'
import { type Prose, proseSource } from '../../text/prose.js'
import type { Step } from '../../turns/script.js'
import { structureOf } from '../../turns/structure.js'
import type { Furniture, Reading, ReadingOptions } from '../format.js'
import { citedIn } from './cited.js'
import { contextOf, peopleIn } from './context.js'
import { readFront } from './front.js'
import { type Part, partsOf } from './parts.js'
import { type Place, remarksOf } from './remarks.js'
import { speechesOf } from './speeches.js'

const languageOf = (prose: Prose, given: string | null): { language: string | null; findings: Finding[] } => {
  if (given !== null) return { language: given, findings: [] }
  const language = inferLanguage(prose.text.slice(0, 8000))
  const message = `The language is taken to be “${language}”, from the words of the record.`
  return { language, findings: language === null ? [] : [finding('LANGUAGE_INFERRED', message)] }
}

const noList = 'The record has no list of those present; people are taken from how the text prints their names.'

/** Titles of those listed: who alone holds one is meant where the record says "The Prime Minister said". */
const addHolders = (cast: Cast, attendees: readonly Attendee[], ofAttendee: readonly string[]): void => {
  for (const [i, { affiliations }] of attendees.entries())
    for (const { title, status } of affiliations)
      if (title !== null && status === 'CURRENT')
        addRoleHolder(cast, title.replace(/^the\s+/i, ''), ofAttendee[i] ?? '')
}

/** The parts of a record as rows are made of them: its sections, and its paragraphs in them. */
interface Body {
  readonly sections: MeetingRecord['sections']
  readonly themes: MeetingRecord['themes']
  readonly paragraphs: MeetingRecord['paragraphs']
  readonly placeOf: (part: number) => Place | null
}

const isHeading = ({ kind }: Part): boolean => kind === 'sitting' || kind === 'topic' || kind === 'over-text'

const bodyOf = (prose: Prose, parts: readonly Part[], from: number): Body => {
  const own = parts.flatMap((part, index) =>
    index >= from && (isHeading(part) || part.kind === 'paragraph') ? [{ part, index }] : [],
  )
  const isNumbered =
    own.filter(({ part }) => part.kind === 'paragraph' && part.number !== null).length * 2 >
    own.filter(({ part }) => part.kind === 'paragraph').length
  const hasSittings = own.some(({ part }) => part.kind === 'sitting')
  const steps = own.map(({ part }): Step => {
    const { pieces } = part
    if (!isHeading(part)) return { kind: 'paragraph', pieces, turn: null, words: [] }
    const heading = prose.text.slice(part.start, part.end) || '-'
    return { kind: 'section', level: part.kind === 'topic' && hasSittings ? part.level + 2 : 1, heading, pieces }
  })
  const { sections, themes, placeOf } = structureOf(steps)
  const paragraphs: MeetingRecord['paragraphs'] = []
  const places = new Map<number, Place>()
  for (const [i, { part, index }] of own.entries()) {
    if (isHeading(part)) continue
    const position = paragraphs.length + 1
    const { section, theme } = placeOf(i)
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

const attendeesOf = (prose: Prose, parts: readonly Part[], from: number): Attendee[] => {
  const attendees: Attendee[] = []
  let open: [number, number] | null = null
  const read = () => {
    if (open === null) return
    const [start, end] = open
    const text = prose.text.slice(start, end)
    attendees.push(...attendeesInProse(text, (a, b) => proseSource(prose, [start + a, start + b])))
    open = null
  }
  for (const [i, part] of parts.entries()) {
    if (part.kind === 'note' && open !== null && !/^\d/.test(prose.text.slice(part.start, part.start + 1)))
      open[1] = part.end
    else {
      read()
      if (part.kind === 'note' || (i < from && part.kind === 'paragraph')) open = [part.start, part.end]
    }
  }
  read()
  return attendees
}

/** Reads a record of discussion. */
export const parseRecordOfDiscussion = (source: SourceText, options: ReadingOptions): Reading => {
  const { prose, all: parts, body: from } = partsOf(source)
  const attendees = attendeesOf(prose, parts, from)
  const people = castOfAttendees(attendees)
  const { cast } = people
  const bodies = noBodies()
  const present = attendanceRows(attendees, people, bodies)
  addHolders(cast, attendees, people.ofAttendee)
  const unknown = peopleIn(prose.text, cast).filter(
    ({ person, candidates, isPerson }) => person === null && candidates.length === 0 && isPerson,
  )
  addUnlisted(
    cast,
    unknown.map(({ printed }) => printed),
  )
  const front = readFront(source, prose, parts.slice(0, from), parts)
  const inferred = languageOf(prose, options.language)
  const context = contextOf(prose.text, cast, bodies)
  const body = bodyOf(prose, parts, from)
  const found = speechesOf({
    prose,
    parts,
    context,
    language: inferred.language ?? 'en',
    keysOf: (voice) => voiceKeys(cast, voice),
  })
  const findings: Finding[] = []
  const spoken = remarksOf({ prose, cast, bodies, findings, placeOf: body.placeOf }, found, (name) =>
    bodyKey(bodies, name),
  )
  const speakers = new Set(spoken.remarks.flatMap(({ speaker }) => speaker ?? []))
  const names = [...context.names.values()]
  const mentions = citedIn(prose, names, cast, speakers, parts, body.placeOf)
  const cited = new Set(mentions.flatMap(({ person }) => person ?? []))
  const ofLists = attendees.map(({ nameAsPrinted, namePieces }, i) => ({
    person: people.ofAttendee[i] ?? '',
    printed: nameAsPrinted,
    at: namePieces[0]?.[0] ?? 0,
  }))
  const forms = [...ofLists, ...printedForms(names, (at) => prose.at[at] ?? 0)]
  return {
    record: {
      version: 1,
      meeting: { ...front.meeting, language: inferred.language },
      sections: body.sections,
      themes: body.themes,
      people: personRows(cast, forms, (key) => speakers.has(key) || cited.has(key)),
      organizations: bodies.rows,
      ...present,
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
    furniture: [...front.furniture, ...furnitureOf(parts)],
  }
}
