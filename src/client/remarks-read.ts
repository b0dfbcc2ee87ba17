import { z } from 'zod'
import { opening } from './opening.js'

/** The part of a MeetingRecord that says who said what. */
export const RemarksOfRecord = z.object({
  people: z.array(z.object({ key: z.string(), name: z.string() })),
  organizations: z.array(z.object({ key: z.string(), name: z.string() })),
  paragraphs: z.array(z.object({ position: z.number(), number: z.string().nullable() })),
  utterances: z.array(z.object({ position: z.number(), text: z.string() })),
  remarks: z.array(
    z.object({
      position: z.number(),
      kind: z.enum(['STATEMENT', 'RESPONSE']),
      utterance: z.number(),
      paragraph: z.number().nullable(),
      speaker: z.string().nullable(),
      speakerAsPrinted: z.string().nullable(),
      speakerRole: z.string().nullable(),
      party: z.string().nullable(),
      inResponseTo: z.array(z.number()),
    }),
  ),
})

/** A remark as it was read. */
export interface RemarkRead {
  readonly kind: 'STATEMENT' | 'RESPONSE'
  /** The printed number of its paragraph. */
  readonly paragraph: string | null
  /** A person, party or role; null where the record names nobody. */
  readonly speaker: string | null
  /** Those whom it answers, each once. */
  readonly answers: readonly string[]
  /** Its first 100 characters. */
  readonly opening: string
}

/** The remarks of a record, in its order. */
export const remarksRead = (record: z.infer<typeof RemarksOfRecord>): RemarkRead[] =>
  remarksOf(record).map(({ kind, number, speaker, answers, text }) => ({
    kind,
    paragraph: number,
    speaker,
    answers,
    opening: opening(text),
  }))

/** "Bo Lind answers Ada Moss": who says something, and to whom, where it is an answer. */
export const whoSays = ({ speaker, kind, answers }: Pick<RemarkRead, 'speaker' | 'kind' | 'answers'>): string =>
  `${speaker ?? 'Nobody by name'}${kind === 'RESPONSE' ? ` answers ${answers.join(', ') || 'nobody in particular'}` : ''}`

/** What is said in a record and by whom, in its order; what several say together, once. */
export function spokenIn(record: z.infer<typeof RemarksOfRecord>) {
  const spoken = new Map<number, { paragraph: number | null; number: string | null; who: string; text: string }>()
  for (const { utterance, paragraph, number, text, ...remark } of remarksOf(record)) {
    const known = spoken.get(utterance)
    const who = known ? `${known.who}, ${whoSays(remark)}` : whoSays(remark)
    spoken.set(utterance, { paragraph, number, who, text })
  }
  return [...spoken.values()]
}

function remarksOf(record: z.infer<typeof RemarksOfRecord>) {
  const names = new Map([...record.people, ...record.organizations].map(({ key, name }) => [key, name]))
  const numbers = new Map(record.paragraphs.map(({ position, number }) => [position, number]))
  const texts = new Map(record.utterances.map(({ position, text }) => [position, text]))
  const speakers = new Map(
    record.remarks.map(({ position, speaker, party, speakerRole, speakerAsPrinted }) => [
      position,
      names.get(speaker ?? party ?? '') ?? speakerRole ?? speakerAsPrinted,
    ]),
  )
  return record.remarks.map(({ position, kind, paragraph, utterance, inResponseTo }) => ({
    kind,
    utterance,
    paragraph,
    number: paragraph === null ? null : (numbers.get(paragraph) ?? null),
    speaker: speakers.get(position) ?? null,
    answers: [...new Set(inResponseTo.map((answered) => speakers.get(answered) ?? 'somebody unnamed'))],
    text: texts.get(utterance) ?? '',
  }))
}
