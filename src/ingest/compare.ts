import type { Outline } from '@rapporteur/reader/outline/outline'
import type { MeetingRecord } from '@rapporteur/reader/record'
import { piecesOf } from '@rapporteur/reader/text/flow'

/** A sentence that two readings give to different speakers. */
export interface Difference {
  readonly id: string
  readonly text: string
  /** Who says it by either reading; "nobody" where it is nobody's. */
  readonly one: string
  readonly other: string
}

export interface Comparison {
  readonly differences: readonly Difference[]
  /** Sentences that either reading gives to somebody. */
  readonly sentences: number
  /** Those that both give to the same. */
  readonly agreed: number
}

type Spoken = readonly { readonly start: number; readonly end: number; readonly who: string }[]

const spokenIn = ({ remarks, utterances, people, organizations }: MeetingRecord): Spoken => {
  const names = new Map([...people, ...organizations].map(({ key, name }) => [key, name]))
  const byUtterance = new Map<number, string[]>()
  for (const { utterance, speaker, party, speakerRole, speakerAsPrinted } of remarks) {
    const who = names.get(speaker ?? party ?? '') ?? speakerRole ?? speakerAsPrinted ?? 'nobody by name'
    byUtterance.set(utterance, [...(byUtterance.get(utterance) ?? []), who])
  }
  return utterances
    .flatMap(({ position, pieces }) =>
      pieces.map(([start, end]) => ({
        start,
        end,
        who: [...new Set(byUtterance.get(position) ?? [])].sort().join(', '),
      })),
    )
    .sort((a, b) => a.start - b.start)
}

/** Who says most of a stretch of the source. */
const whoSays = (spoken: Spoken, [start, end]: readonly [number, number]): string => {
  let best = { length: (end - start) / 2, who: 'nobody' }
  for (const one of spoken) {
    if (one.end <= start) continue
    if (one.start >= end) break
    const length = Math.min(one.end, end) - Math.max(one.start, start)
    if (length >= best.length) best = { length, who: one.who }
  }
  return best.who
}

/** Where two readings of one text differ in who speaks, sentence by sentence. */
export const compareReadings = (outline: Outline, one: MeetingRecord, other: MeetingRecord): Comparison => {
  const [first, second] = [spokenIn(one), spokenIn(other)]
  const differences: Difference[] = []
  let sentences = 0
  for (const { flow, sentences: own } of outline.blocks)
    for (const { id, range } of own) {
      const pieces = piecesOf(flow, ...range)
      const place = [pieces[0]?.[0] ?? 0, pieces.at(-1)?.[1] ?? 0] as const
      const [a, b] = [whoSays(first, place), whoSays(second, place)]
      if (a === 'nobody' && b === 'nobody') continue
      sentences++
      if (a !== b) differences.push({ id, text: flow.text.slice(...range), one: a, other: b })
    }
  return { differences, sentences, agreed: sentences - differences.length }
}
