import { sentencesOf } from '@rapporteur/reader/text/sentences'
import { z } from 'zod'
import { pairInOrder } from '../ingest/align/in-order.js'
import { OutcomesOfRecord, outcomeTexts } from './outcomes-read.js'
import { PeopleOfRecord, peopleRead, postsOf } from './people-read.js'
import { RemarksOfRecord, spokenIn } from './remarks-read.js'

const Fact = z.string().nullable()

/** The parts of a MeetingRecord that are compared with what an archive has. */
export const ComparedRecord = PeopleOfRecord.and(RemarksOfRecord)
  .and(OutcomesOfRecord)
  .and(
    z.object({
      meeting: z.object({
        title: z.string(),
        date: Fact,
        endDate: Fact,
        startTime: Fact,
        endTime: Fact,
        venue: Fact,
        language: Fact,
      }),
      paragraphs: z.array(z.object({ position: z.number(), number: Fact, text: z.string() })),
    }),
  )
export type ComparedRecord = z.infer<typeof ComparedRecord>

/** A line that a new reading adds, or that it no longer has. */
export interface RecordChange {
  readonly sign: '+' | '-'
  /** A fact of the meeting, a person, an outcome, or a sentence with who says it. */
  readonly text: string
}

export interface RecordDifference {
  readonly changes: readonly RecordChange[]
  /** How many sentences stay as they are. */
  readonly kept: number
}

/** `key` is what has to be equal for a line to stay. */
interface Line {
  readonly key: string
  readonly text: string
}

/** What would change in an archive that has `before`: the meeting's own facts, its people, its outcomes, then its sentences in order. */
export function differenceOf(before: ComparedRecord, after: ComparedRecord): RecordDifference {
  const language = after.meeting.language ?? before.meeting.language ?? 'en'
  const facts = unified(factLines(before), factLines(after))
  const people = unified(personLines(before), personLines(after))
  const outcomes = unified(outcomeTexts(before).map(line), outcomeTexts(after).map(line))
  const sentences = unified(sentenceLines(before, language), sentenceLines(after, language))
  return { changes: [facts, people, outcomes, sentences].flatMap(({ changes }) => changes), kept: sentences.kept }
}

const line = (text: string): Line => ({ key: text, text })

const factLines = ({ meeting }: ComparedRecord): Line[] =>
  (
    [
      ['title', meeting.title],
      ['date', meeting.date],
      ['last day', meeting.endDate],
      ['begins', meeting.startTime],
      ['ends', meeting.endTime],
      ['venue', meeting.venue],
      ['language', meeting.language],
    ] as const
  ).flatMap(([name, value]) => (value === null ? [] : [line(`${name}: ${value}`)]))

/** By name, so that a person whose post changed stands beside the same person as known. */
function personLines(record: ComparedRecord): Line[] {
  const listed = new Map(
    record.attendances.map(({ person, role, mode }) => [
      person,
      [role, mode === 'UNKNOWN' ? 'listed' : mode.toLowerCase()].filter((part) => part !== null).join(', '),
    ]),
  )
  return peopleRead(record)
    .map((person, i) => {
      const details = [...postsOf(person), listed.get(record.people[i]?.key ?? '') ?? '']
      const known = details.filter((part) => part !== '').join('; ')
      return known === '' ? person.name : `${person.name}: ${known}`
    })
    .sort()
    .map(line)
}

const at = (number: string | null, text: string): string => (number === null ? text : `${number} ${text}`)

/** Every sentence with who says it, and those of paragraphs that nobody says. A printed number alone is no change. */
function sentenceLines(record: ComparedRecord, language: string): Line[] {
  const cut = (text: string) =>
    sentencesOf(text, language).map((sentence) => text.slice(...sentence).replace(/\s+/g, ' '))
  const found = new Map<number, Line[]>()
  const add = (paragraph: number, lines: Line[]) => found.set(paragraph, [...(found.get(paragraph) ?? []), ...lines])
  const said = new Map<number, Set<string>>()
  for (const { paragraph, number, who, text } of spokenIn(record)) {
    const sentences = cut(text)
    add(
      paragraph ?? 0,
      sentences.map((sentence) => ({ key: `${who}: ${sentence}`, text: at(number, `${who}: ${sentence}`) })),
    )
    said.set(paragraph ?? 0, new Set([...(said.get(paragraph ?? 0) ?? []), ...sentences]))
  }
  for (const { position, number, text } of record.paragraphs) {
    const known = said.get(position)
    const nobodys = cut(text).filter((sentence) => !known?.has(sentence))
    add(
      position,
      nobodys.map((sentence) => ({ key: sentence, text: at(number, sentence) })),
    )
  }
  return [...found].sort(([one], [other]) => one - other).flatMap(([, lines]) => lines)
}

/** Between lines that stay, first those that go and then those that come. */
function unified(before: readonly Line[], after: readonly Line[]): RecordDifference {
  const pairs = pairInOrder(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  )
  const changes: RecordChange[] = []
  let gone = 0
  let come = 0
  const change = (b: number, a: number) => {
    for (const { text } of before.slice(gone, b)) changes.push({ sign: '-', text })
    for (const { text } of after.slice(come, a)) changes.push({ sign: '+', text })
    gone = b + 1
    come = a + 1
  }
  for (const [a, b] of [...pairs].sort(([one], [other]) => one - other)) change(b, a)
  change(before.length, after.length)
  return { changes, kept: pairs.size }
}
