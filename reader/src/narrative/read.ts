import { attendanceRows, attendeeFindings } from '../attendees/attendance-rows.js'
import type { Attendee } from '../attendees/attendee.js'
import { type Finding, finding } from '../findings.js'
import type { Reading, ReadingOptions } from '../formats/format.js'
import { namesInText } from '../identity/names-in-text.js'
import { addRoleHolder, type Cast, identify } from '../identity/within-meeting.js'
import { issueTables } from '../issue-tables/tables.js'
import { inferLanguage } from '../language.js'
import { type Bodies, noBodies } from '../people/bodies.js'
import { castOfAttendees, type People } from '../people/cast-of-attendees.js'
import { variantFindings } from '../people/name-variants.js'
import { personRows } from '../people/person-rows.js'
import { type PrintedForm, printedForms } from '../people/printed-forms.js'
import { addShortNames } from '../people/short-names.js'
import { addTitles } from '../people/title-holders.js'
import { addUnlisted } from '../people/unlisted.js'
import type { MeetingRecord } from '../record.js'
import { nothingSpoken, type Spoken } from '../reported-speech/spoken.js'
import type { SourceText } from '../source.js'
import { piecesOf, textOf } from '../text/flow.js'
import { structureOf } from '../turns/structure.js'
import { setHolder } from './chair.js'
import { type NarrativeDocument, narrativeDocument, type Part } from './document.js'
import { followTurns } from './follow.js'
import { defineInitials } from './initials.js'
import { type Paragraph, paragraphOf } from './paragraphs.js'
import type { Stretch, Told } from './stretch.js'

/** Whom and what a record is told with. */
export interface Company {
  readonly cast: Cast
  readonly bodies: Bodies
  readonly language: string
  readonly findings: Finding[]
  /** Affiliations that the text states beside a name, added as they are met. */
  readonly affiliations: MeetingRecord['affiliations']
}

/** How a kind of record in prose says who speaks. */
export interface Narrator {
  /** People whom the text or a heading names and no list does. */
  readonly unlisted: (paragraphs: readonly Paragraph[], cast: Cast, headings: readonly string[]) => readonly string[]
  /** Gives what tells the paragraphs, one after another and in order. `headings` are those that a paragraph stands under, the nearest first. */
  readonly teller: (
    company: Company,
    paragraphs: readonly Paragraph[],
    source: SourceText,
  ) => (paragraph: Paragraph, headings: readonly string[]) => Stretch[]
  /** Puts right what the parts of the document are, before they are read. */
  readonly parts?: (source: SourceText, parts: readonly Part[]) => readonly Part[]
  /** Puts right the facts of the meeting by what the paragraphs say. */
  readonly meeting?: (
    meeting: NarrativeDocument['meeting'],
    front: string,
    paragraphs: readonly Paragraph[],
  ) => NarrativeDocument['meeting']
}

const languageOf = (paragraphs: readonly Paragraph[], given: string | null, findings: Finding[]): string | null => {
  if (given !== null) return given
  const words = paragraphs.slice(0, 60).map(({ text }) => text.slice(0, 1000))
  const language = inferLanguage(words.join('\n').slice(0, 8000))
  if (language !== null)
    findings.push(
      finding('LANGUAGE_INFERRED', `The language is taken to be “${language}”, from the words of the record.`),
    )
  return language
}

const addNames = ({ paragraphsRead: paragraphs, sections }: Body, cast: Cast, narrator: Narrator): void => {
  const headings = sections.map(({ heading }) => heading)
  for (const paragraph of paragraphs) paragraph.names = namesInText(paragraph, cast)
  const titled = paragraphs.flatMap(({ names }) =>
    names.flatMap(({ person, candidates, isPerson, printed }) =>
      person === null && candidates.length === 0 && isPerson ? [printed] : [],
    ),
  )
  const before = cast.members.length
  addUnlisted(cast, [...narrator.unlisted(paragraphs, cast, headings), ...titled])
  if (cast.members.length > before) for (const paragraph of paragraphs) paragraph.names = namesInText(paragraph, cast)
}

const formsOf = (attendees: readonly Attendee[], people: People, paragraphs: readonly Paragraph[]): PrintedForm[] => [
  ...attendees.map(({ nameAsPrinted, namePieces }, i) => ({
    person: people.ofAttendee[i] ?? '',
    printed: nameAsPrinted,
    at: namePieces[0]?.[0] ?? 0,
  })),
  ...paragraphs.flatMap(({ flow, names }) =>
    printedForms(names, (start) => piecesOf(flow, start, start + 1)[0]?.[0] ?? 0),
  ),
]

const unlistedSpeakers = (spoken: Spoken, cast: Cast): Finding[] => {
  const seen = new Set<string>()
  return spoken.remarks.flatMap(({ speaker, speakerAsPrinted, utterance }) => {
    if (speaker === null || seen.has(speaker) || cast.byKey.get(speaker)?.isListed !== false) return []
    seen.add(speaker)
    const message = `“${speakerAsPrinted}” speaks and is not in the list of those present.`
    const pieces = spoken.utterances[utterance - 1]?.pieces.slice(0, 1) ?? []
    return [finding('SPEAKER_NOT_IN_ATTENDEES', message, pieces, [{ list: 'people', key: speaker }])]
  })
}

interface Body extends Pick<MeetingRecord, 'sections' | 'themes' | 'paragraphs'> {
  readonly paragraphsRead: readonly Paragraph[]
  readonly placeOf: readonly { section: number | null; theme: string | null }[]
  readonly goesOn: readonly boolean[]
}

const bodyOf = (source: SourceText, parts: readonly Part[]): Body => {
  const steps = parts.map((part) =>
    part.kind === 'section' ? part : { kind: 'paragraph' as const, pieces: part.pieces, turn: null, words: [] },
  )
  const { sections, themes, placeOf } = structureOf(steps)
  const body: Body & { paragraphsRead: Paragraph[]; placeOf: Body['placeOf'][number][]; goesOn: boolean[] } = {
    sections,
    themes,
    paragraphs: [],
    paragraphsRead: [],
    placeOf: [],
    goesOn: [],
  }
  for (const [i, part] of parts.entries()) {
    if (part.kind === 'section' || part.pieces.length === 0) continue
    const place = placeOf(i)
    body.placeOf.push(place)
    body.goesOn.push(part.goesOn)
    body.paragraphsRead.push(paragraphOf(source, part))
    const position = body.paragraphs.length + 1
    const text = textOf(source.text, part.pieces)
    body.paragraphs.push({ position, number: part.number, heading: null, ...place, text, pieces: part.pieces })
  }
  return body
}

/** Reads a record in prose: who is there, what stands in it, and who said what. */
export const readNarrative = (source: SourceText, options: ReadingOptions, narrator: Narrator): Reading => {
  const document = narrativeDocument(source)
  const findings: Finding[] = [...document.findings]
  const body = bodyOf(source, narrator.parts?.(source, document.parts) ?? document.parts)
  const { paragraphsRead, sections } = body
  const language = languageOf(paragraphsRead, options.language, findings)
  const attendees = document.lists.flatMap((list) => list.attendees)
  const people = castOfAttendees(attendees)
  const { cast } = people
  const bodies = noBodies()
  const present = attendanceRows(attendees, people, bodies)
  if (issueTables(source).length > 0) addShortNames(bodies, source.text)
  addTitles(cast, attendees, people)
  for (const [i, { role }] of attendees.entries())
    if (role !== null && /chairing|in the chair|presiding/i.test(role))
      setHolder(cast, 'chair', people.ofAttendee[i] ?? '')
  findings.push(...defineInitials(paragraphsRead, cast))
  addNames(body, cast, narrator)
  for (const { role, name } of document.roleHolders) {
    addUnlisted(cast, [name])
    const { person } = identify(cast, name)
    if (person !== null) addRoleHolder(cast, role, person)
  }

  const spoken = nothingSpoken()
  const company: Company = { cast, bodies, language: language ?? 'en', findings, affiliations: present.affiliations }
  const tell = narrator.teller(company, paragraphsRead, source)
  const headingsOf = (section: number | null): string[] => {
    const row = section === null ? undefined : sections[section - 1]
    return row ? [row.heading, ...headingsOf(row.parent)] : []
  }
  function* told(): Generator<Told> {
    for (const [i, paragraph] of paragraphsRead.entries()) {
      const place = body.placeOf[i] ?? { section: null, theme: null }
      const stretches = tell(paragraph, headingsOf(place.section))
      yield {
        paragraph: i + 1,
        ...place,
        flow: paragraph.flow,
        text: paragraph.text,
        goesOn: body.goesOn[i] ?? false,
        cell: paragraph.cell?.kind,
        stretches,
      }
    }
  }
  followTurns(told(), { source: source.text, cast, bodies }, spoken)
  const speakers = new Set(spoken.remarks.flatMap(({ speaker }) => speaker ?? []))
  const meeting = narrator.meeting?.(document.meeting, document.front, paragraphsRead) ?? document.meeting
  const variants = paragraphsRead.flatMap(({ flow, names }) =>
    names.map((name) => ({ name, pieces: piecesOf(flow, name.start, name.end) })),
  )
  return {
    record: {
      version: 1,
      meeting: { ...meeting, language },
      sections,
      themes: body.themes,
      people: personRows(cast, formsOf(attendees, people, paragraphsRead), (key) => speakers.has(key)),
      organizations: bodies.rows,
      attendances: present.attendances,
      affiliations: present.affiliations
        .filter(({ person }) => speakers.has(person) || cast.byKey.get(person)?.isListed === true)
        .map((row, i) => ({ ...row, position: i + 1 })),
      paragraphs: body.paragraphs,
      ...spoken,
      mentions: [],
    },
    findings: [
      ...findings,
      ...people.findings,
      ...attendeeFindings(attendees, [], source.text),
      ...(attendees.length > 0 ? unlistedSpeakers(spoken, cast) : []),
      ...(attendees.length === 0 && speakers.size > 0
        ? [finding('NO_ATTENDEE_LIST', 'The record has no list of those present; people are taken from its text.')]
        : []),
      ...variantFindings(cast, variants),
    ],
    furniture: [...document.furniture],
  }
}
