import { finding } from '../findings.js'
import type { Furniture, Reading } from '../formats/format.js'
import type { Element } from '../layout.js'
import type { MeetingRecord } from '../record.js'
import { affiliationRows } from './affiliations.js'
import { attendanceRows } from './attendances.js'
import type { Body } from './body.js'
import { linesOf } from './elements.js'
import type { Meeting } from './meeting.js'
import { citedPeople } from './mentions.js'
import { namesakeFindings, personRows } from './people.js'
import { spokenRows } from './remarks.js'
import type { Claim, Speakers } from './speaker.js'
import { speakerOf } from './speaker.js'
import { themesOf } from './themes.js'

/** What a format has found in an XML record. */
export interface XmlRecord {
  readonly text: string
  readonly meeting: Meeting
  readonly body: Body
  readonly speakers: Speakers
  /** Who speaks in a turn, by its markup; more than one where several speak together. */
  readonly claimsOf: (turn: Element, label: Element | null, pieces: Claim['pieces']) => Claim[]
  /** Elements that name people by reference, in order. */
  readonly named: readonly Element[]
  /** Elements of a roll call that name people by reference, with the roll call around them. */
  readonly called: readonly { readonly call: Element; readonly person: Element }[]
  /** What is no content, by kind. */
  readonly furniture: ReadonlyMap<string, readonly Element[]>
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

const furnitureOf = ({ text, body, furniture }: XmlRecord): Furniture[] => [
  ...[...furniture].map(([kind, elements]) => ({
    kind,
    pieces: elements.flatMap(({ start, end }) => linesOf(text, [start, end])),
  })),
  { kind: 'stage direction', pieces: body.directions },
]

const noList = finding('NO_ATTENDEE_LIST', 'The record has no list of those present; people are taken from the turns.')

/** Puts together what a format has found: rows, findings, and what is no content. */
export const recordOf = (found: XmlRecord): Reading => {
  const { text, meeting, body, speakers, claimsOf } = found
  const themes = themesOf(body.sections)
  const spoken = spokenRows(text, body, themes, (turn, label, pieces) =>
    claimsOf(turn, label, pieces).map((claim) => speakerOf(speakers, claim)),
  )
  const attendances = attendanceRows(text, found.called, speakers.people)
  const mentions = citedPeople(text, found.named, spoken.paragraphs, speakers.people)
  const affiliations = affiliationRows(speakers.people, speakers.organizations, spoken.offices, meeting.facts.date)
  const used = new Set(spoken.paragraphs.flatMap(({ theme }) => theme ?? []))
  const { offices: _, paragraphs, utterances, remarks } = spoken
  return {
    record: {
      version: 1,
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
    findings: [
      ...meeting.findings,
      ...speakers.findings,
      ...namesakeFindings(speakers.people),
      ...(attendances.length > 0 ? [] : [noList]),
    ],
    furniture: furnitureOf(found),
  }
}
