import { isUponLast } from '../english/attitudes.js'
import { leadsAnswer } from '../english/meeting-words.js'
import { asksFor, asksSomething, begins } from '../english/questions.js'
import { pointsBack, sidesWithWords, takesUp } from '../english/taking-up.js'
import type { RemarkLine } from '../proposal/proposal.js'
import type { Turn } from './turns.js'

/** What has been said so far in a part of a record, the latest last. */
export interface Said {
  readonly remark: number
  readonly by: readonly string[]
  readonly asks: boolean
  /** The block in which it ends. */
  readonly block?: number
}

const leads = new RegExp(`^(?:${leadsAnswer})\\b`, 'i')

const wordsOf = ({ text, ranges }: Turn): string => ranges.map((range) => text.slice(...range)).join(' ')

const shares = (one: Said, by: readonly string[]): boolean =>
  one.by.some((key) => by.includes(key)) || one.by.join() === by.join()

/** The last words of another, with those before them where all of them asked. */
const lastOf = (said: readonly Said[]): Said[] => {
  const from = said.findLastIndex(({ asks }) => !asks) + 1
  return said.slice(Math.min(from, said.length - 1))
}

/** Whether the first words of a turn say that it answers: "replied", "in response", "agreed". */
const saysThatItAnswers = ({ verbs, lead, text }: Turn): 'question' | 'remark' | null => {
  const [first] = verbs
  if (first?.verb.kind === 'ANSWER' || leads.test(lead)) return 'question'
  if (!first) return null
  const after = text.slice(first.end, first.end + 200)
  if (
    /^[^.;]{0,80},\s(?:in (?:response|reply|answer)|responding|replying|answering)\b/i.test(
      text.slice(Math.max(0, first.start - 90), first.start),
    )
  )
    return 'question'
  return sidesWithWords(first, after) ? 'remark' : null
}

/** Whether a turn takes up what was said right before it. */
const isUpon = ({ verbs, text, ranges, as }: Turn): boolean => {
  const [first] = verbs
  if (first) return takesUp(first, text.slice(first.end, first.end + 200))
  return isUponLast(text, (ranges[0]?.[0] ?? 0) + (as?.length ?? 0))
}

/** What stands where an answer does: after a question, or back again after another in the same paragraph. */
const byPlace = (turn: Turn, said: readonly Said[], block: number | null): Said[] => {
  const [earlier, last] = [said.at(-2), said.at(-1)]
  const [first] = turn.verbs
  const words = wordsOf(turn)
  if (!last || shares(last, turn.by) || begins(first, words)) return []
  const isClose = block !== null && last.block === block
  if (isClose && earlier && shares(earlier, turn.by)) return [last]
  if (first && asksFor(first, turn.text)) return []
  if (last.asks) return lastOf(said)
  return isClose && pointsBack(words) ? [last] : []
}

/** Nobody answers what was said before so many remarks. */
const memory = 60

/**
 * Which earlier remarks a turn answers: those of whom it names; the last one where its verb says so; the question before it. `block` is
 * where it stands.
 */
export const answersOf = (turn: Turn, said: readonly Said[], block: number | null = null): number[] => {
  const others = said.slice(-memory).filter((one) => !shares(one, turn.by))
  if (others.length === 0) return []
  const named = turn.answersTo.flatMap((key) => others.findLast(({ by }) => by.includes(key))?.remark ?? [])
  if (named.length > 0) return [...new Set(named)].sort((a, b) => a - b)
  const answers = saysThatItAnswers(turn)
  if (answers !== null && turn.namesAnswered) return []
  if (answers === 'question') return lastOf(others).map(({ remark }) => remark)
  if (answers === 'remark' || isUpon(turn)) return others.slice(-1).map(({ remark }) => remark)
  return byPlace(turn, said.slice(-memory), block).map(({ remark }) => remark)
}

/** Whether a turn ends in a question, or asks one. */
export const asksOf = (turn: Turn): boolean =>
  asksSomething(wordsOf(turn)) || turn.verbs.some((verb) => asksFor(verb, turn.text))

/** The verbs of a turn as a line gives them. */
export const actsOf = ({ verbs }: Turn): Pick<RemarkLine, 'acts'> =>
  verbs.length > 0 ? { acts: verbs.map(({ text }) => text) } : {}
