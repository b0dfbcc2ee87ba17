import { asksFor, asksSomething, begins } from '../../english/questions.js'
import type { MeetingRecord } from '../../record.js'
import { answeredByPlace, type Heard } from '../../reported-speech/exchange.js'
import { printedKey } from '../../reported-speech/speakers.js'
import type { Spoken } from '../../reported-speech/spoken.js'
import type { Turn } from '../../reported-speech/turns.js'
import type { ParagraphContext } from './paragraph-context.js'

type Remark = MeetingRecord['remarks'][number]

/** Further back nobody looks for what is answered. */
const reach = 12

const keyOf = ({ speaker, speakerAsPrinted }: Remark): string => speaker ?? printedKey(speakerAsPrinted ?? '')

/** The utterances under a heading, the last at the end, each with those who said it. */
const exchangeIn = ({ remarks }: Spoken, section: number | null): Remark[][] => {
  const groups = new Map<number, Remark[]>()
  for (const one of remarks.slice(-reach)) {
    if (one.section !== section) continue
    const group = groups.get(one.utterance)
    if (group) group.push(one)
    else groups.set(one.utterance, [one])
  }
  return [...groups.values()]
}

/** Whether somebody without a name spoke between the last turn of a paragraph and the next. */
const isAfterNobody = ({ turns }: ParagraphContext, next: Turn): boolean => {
  const start = next.ranges[0]?.[0] ?? 0
  const own = [...turns.responses, ...turns.statements, ...(turns.opening ? [turns.opening] : [])]
  const last = Math.max(-1, ...own.flatMap(({ ranges: [first] }) => (first && first[0] < start ? [first[0]] : [])))
  return turns.passages.some(({ kind, range }) => kind === 'ANONYMOUS' && range[0] < start && range[0] > last)
}

/**
 * The remarks that a turn answers by where it stands, in a paragraph whose raisers no heading names: as positions, none where it
 * stands as a statement does.
 */
export const positionsByPlace = (context: ParagraphContext, spoken: Spoken, turn: Turn): number[] => {
  const { flow, head, section, paragraph } = context
  const [range] = turn.ranges
  if (head.raisers.length > 0 || !range || isAfterNobody(context, turn)) return []
  const exchange = exchangeIn(spoken, section)
  const last = exchange.at(-1)?.[0]
  if (!last || (last.paragraph ?? 0) < paragraph - 1) return []
  const heardOf = (group: readonly Remark[]): Heard => {
    const words = spoken.utterances[(group[0]?.utterance ?? 0) - 1]?.text ?? ''
    return { speakers: group.map(keyOf), asks: asksSomething(words), paragraph: group[0]?.paragraph ?? 0, words }
  }
  const words = flow.text.slice(...range)
  const [verb] = turn.verbs
  const asks = verb !== undefined && asksFor(verb, flow.text)
  const next = { speakers: turn.speakers, paragraph, words, asks, begins: begins(verb, words) }
  return answeredByPlace(exchange, next, heardOf)
    .flat()
    .map(({ position }) => position)
}
