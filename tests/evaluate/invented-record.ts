import { MeetingRecord, noOutcomes, type Pieces } from '@rapporteur/reader/record'
import { Gold } from '../../src/evaluate/gold.js'

/** A transcript of four turns, one of them over two paragraphs, with the reading of it that is right. */
export const text = `Allotment committee, 3 May 2024

The Chair: Good evening. We have one matter.

IO: The hedge along the lower path has not been cut since the autumn, and the bees are in it now.

It can wait until they have swarmed.

Parish Council: We would rather that it did not wait.

???: Nobody asked the bees.
`

export const place = (words: string): [number, number] => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`Not in the text: ${words}`)
  return [start, start + words.length]
}

const opening = place('Good evening. We have one matter.')
const hedge = place('The hedge along the lower path has not been cut since the autumn, and the bees are in it now.')
const swarmed = place('It can wait until they have swarmed.')
const council = place('We would rather that it did not wait.')
const bees = place('Nobody asked the bees.')

const span = (...pieces: Pieces) => ({
  start: pieces[0]?.[0] ?? 0,
  end: pieces.at(-1)?.[1] ?? 0,
  pieces: pieces.map(([start, end]) => ({ start, end })),
})

export const gold = Gold.parse({
  source: { file: 'allotments.md', sha256: '' },
  format: 'transcript',
  meeting: { date: '2024-05-03', dateText: '3 May 2024', startTime: null },
  persons: [{ key: 'io', name: 'Ines Okafor', kind: 'ATTENDEE', namesAsPrinted: ['Ines Okafor', 'IO'] }],
  organizations: [{ key: 'council', name: 'Parish Council', namesAsPrinted: ['Parish Council', 'the Council'] }],
  statements: [
    { role: 'The Chair', ...span(opening) },
    { person: 'io', ...span(hedge, swarmed) },
    { party: 'council', ...span(council) },
    { anonymous: true, ...span(bees) },
  ],
})

type Remark = MeetingRecord['remarks'][number]

interface Turn {
  pieces: Pieces
  speaker?: string
  party?: string
  role?: string
}

const attribution = ({ speaker, party, role }: Turn): Remark['attribution'] =>
  speaker ? 'NAMED' : role ? 'ROLE' : party ? 'PARTY' : 'ANONYMOUS'

export const turns = {
  opening: { pieces: [opening], role: 'Chair' },
  hedge: { pieces: [hedge], speaker: 'ines' },
  swarmed: { pieces: [swarmed], speaker: 'ines' },
  council: { pieces: [council], party: 'parish-council' },
  bees: { pieces: [bees] },
} satisfies Record<string, Turn>

/** What a parser makes of the text: one remark for each of the turns that it is given. */
export const recordOf = (...said: Turn[]): MeetingRecord =>
  MeetingRecord.parse({
    version: 2,
    ...noOutcomes,
    meeting: {
      title: 'Allotment committee',
      date: '2024-05-03',
      endDate: null,
      dateText: '3 May 2024',
      dateCertainty: 'EXACT',
      startTime: null,
      endTime: null,
      venue: null,
      language: 'en',
    },
    sections: [],
    themes: [],
    people: [{ key: 'ines', name: 'IO', sortName: 'io', printedNames: ['IO'] }],
    organizations: [{ key: 'parish-council', name: 'Parish Council', aliases: [], parent: null }],
    attendances: [],
    affiliations: [],
    paragraphs: [],
    utterances: said.map(({ pieces }, i) => ({
      position: i + 1,
      text: pieces.map(([start, end]) => text.slice(start, end)).join(' '),
      pieces,
    })),
    remarks: said.map((turn, i) => ({
      position: i + 1,
      kind: 'STATEMENT',
      scope: 'SPAN',
      utterance: i + 1,
      paragraph: null,
      section: null,
      theme: null,
      attribution: attribution(turn),
      speaker: turn.speaker ?? null,
      speakerMatch: null,
      speakerAsPrinted: null,
      speakerRole: turn.role ?? null,
      party: turn.party ?? null,
      onBehalfOf: [],
      acts: [],
      stance: null,
      inResponseTo: [],
    })),
    unattributed: [],
    mentions: [],
  })
