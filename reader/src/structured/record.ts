import type { Finding } from '../findings.js'
import type { Element } from '../layout.js'
import { type MeetingRecord, noOutcomes, type Pieces } from '../record.js'
import { textOf } from '../text/flow.js'
import { affiliationRows, type HeldOffice } from './affiliations.js'
import type { Body, Item } from './body.js'
import { linesOf } from './elements.js'
import { isChair } from './label.js'
import type { Meeting } from './meeting.js'
import { attendanceRows, citedPeople } from './named.js'
import { namesakeFindings, personRows } from './people.js'
import { type Claim, type Speakers, speakerOf } from './speaker.js'
import type { StructuredReading } from './structured.js'
import { type Themes, themesOf } from './themes.js'

/** What has been found in an XML record. */
interface Found {
  readonly text: string
  readonly meeting: Meeting
  readonly body: Body
  readonly speakers: Speakers
  /** Who speaks in a turn, by its markup; several speak the same words together. */
  readonly claimsOf: (turn: Element, label: Element | null, pieces: Pieces) => Claim[]
  /** Elements that name people by reference, in order. */
  readonly named: readonly Element[]
  /** Elements of a roll call that name people by reference, with the roll call around them. */
  readonly called: readonly { readonly call: Element; readonly person: Element }[]
  /** What is no content, by kind. */
  readonly furniture: ReadonlyMap<string, readonly Element[]>
  /** What the markup says is decided, with the places of the rows made so far. */
  readonly outcomesOf?: (placeOf: PlaceOf) => OutcomeParts
}

/** What is decided in a record, how it votes, and who is to do what. */
export type OutcomeParts = Pick<MeetingRecord, 'decisions' | 'motions' | 'voteEvents' | 'votes' | 'actions'>

type Rows = Pick<MeetingRecord, 'paragraphs' | 'utterances' | 'remarks'>

interface Writing extends Rows {
  readonly offices: HeldOffice[]
  /** Positions of the remarks of the last questions, by section. */
  readonly questions: Map<number | null, number[]>
  /** The last turn was a question. */
  isAsking: boolean
}

type Place = Pick<MeetingRecord['remarks'][number], 'paragraph' | 'section' | 'theme'>

/** What contains the offset. */
export type PlaceOf = (offset: number) => Place

const addRemarks = ({ text, speakers, claimsOf }: Found, writing: Writing, item: Item, place: Place): void => {
  if (item.turn === null || item.turn.words.length === 0) return
  const { utterances, remarks, questions, offices } = writing
  const { element, label, words } = item.turn
  const pieces = item.pieces.slice(0, 1)
  const utterance = utterances.push({ position: utterances.length + 1, text: textOf(text, words), pieces: words })
  const claims = claimsOf(element, label, pieces)
  const isAnswer = element.name === 'answer'
  const inResponseTo = isAnswer ? (questions.get(item.section) ?? []) : []
  const scope = isAnswer ? null : claims.length > 1 ? 'JOINT' : 'WHOLE'
  const kind = isAnswer ? 'RESPONSE' : 'STATEMENT'
  const positions = claims.map((claim) => {
    const speaker = speakerOf(speakers, claim)
    const { speaker: person, speakerRole: title } = speaker
    if (person !== null && title !== null && !isChair(title)) offices.push({ person, title, pieces })
    const position = remarks.length + 1
    return remarks.push({
      position,
      kind,
      scope,
      utterance,
      ...place,
      ...speaker,
      acts: [],
      stance: null,
      inResponseTo,
    })
  })
  // Questions that follow each other are answered together.
  if (element.name === 'question')
    questions.set(item.section, [...(writing.isAsking ? (questions.get(item.section) ?? []) : []), ...positions])
  writing.isAsking = element.name === 'question'
}

/** Every turn and passage as a paragraph, and what is said in the turns. */
const spokenRows = (found: Found, { ofSection }: Themes): Writing => {
  const rows: Rows = { paragraphs: [], utterances: [], remarks: [] }
  const writing: Writing = { ...rows, offices: [], questions: new Map(), isAsking: false }
  for (const item of found.body.items) {
    const { section: index, pieces } = item
    const paragraph = writing.paragraphs.length + 1
    const section = index === null ? null : index + 1
    const theme = index === null ? null : (ofSection[index] ?? null)
    const text = textOf(found.text, pieces)
    writing.paragraphs.push({ position: paragraph, number: null, heading: null, section, theme, text, pieces })
    addRemarks(found, writing, item, { paragraph, section, theme })
  }
  return writing
}

const placesIn =
  ({ sections }: Body, paragraphs: MeetingRecord['paragraphs'], { ofSection }: Themes): PlaceOf =>
  (offset) => {
    const paragraph = paragraphs.find(({ pieces }) => pieces.some(([from, to]) => from <= offset && offset < to))
    if (paragraph) return { paragraph: paragraph.position, section: paragraph.section, theme: paragraph.theme }
    const index = sections.findLastIndex(({ element: { start, end } }) => start <= offset && offset < end)
    return { paragraph: null, section: index < 0 ? null : index + 1, theme: ofSection[index] ?? null }
  }

const sectionRows = (body: Body): MeetingRecord['sections'] =>
  body.sections.map(({ heading, level, parent, pieces }, i) => ({
    position: i + 1,
    level,
    parent: parent === null ? null : parent + 1,
    heading,
    introduction: null,
    date: null,
    pieces,
  }))

/** Puts together what has been found: rows, findings, and what is no content. */
export const recordOf = (found: Found): StructuredReading => {
  const { text, meeting, body, speakers, furniture, outcomesOf = () => noOutcomes } = found
  const themes = themesOf(body.sections)
  const { offices, paragraphs, utterances, remarks } = spokenRows(found, themes)
  const attendances = attendanceRows(text, found.called, speakers.people)
  const mentions = citedPeople(text, found.named, paragraphs, speakers.people)
  const outcomes = outcomesOf(placesIn(body, paragraphs, themes))
  const affiliations = affiliationRows(speakers.people, speakers.organizations, offices, meeting.facts.date)
  const used = new Set(paragraphs.flatMap(({ theme }) => theme ?? []))
  const findings: Finding[] = [...meeting.findings, ...speakers.findings, ...namesakeFindings(speakers.people)]
  const linesIn = (elements: readonly Element[]) => elements.flatMap(({ start, end }) => linesOf(text, [start, end]))
  return {
    record: {
      version: 2,
      ...outcomes,
      meeting: meeting.facts,
      sections: sectionRows(body),
      themes: themes.rows.filter(({ key }) => used.has(key)),
      people: personRows(speakers.people),
      organizations: speakers.organizations.rows,
      attendances,
      affiliations,
      paragraphs,
      utterances,
      remarks,
      unattributed: [],
      mentions,
    },
    findings,
    furniture: [
      ...[...furniture].map(([kind, elements]) => ({ kind, pieces: linesIn(elements) })),
      { kind: 'stage direction', pieces: body.directions },
    ],
  }
}
