import type { RemarkLine } from '../proposal/proposal.js'
import type { Turn } from './turns.js'

/** What has been said so far in a part of a record, the latest last. */
export interface Said {
  readonly remark: number
  readonly by: readonly string[]
  readonly asks: boolean
}

const leads = /^(?:in (?:reply|response|answer)|responding|replying|answering|asked)\b/i

/** Which earlier remarks a turn answers: those of whom it names, or the one before where its verb or a question says so. */
export const answersOf = (turn: Turn, said: readonly Said[]): number[] => {
  const others = said.filter(({ by }) => by.join() !== turn.by.join())
  const last = others.at(-1)
  if (!last) return []
  if (turn.answersTo.length > 0) {
    const named = turn.answersTo.flatMap((key) => others.findLast(({ by }) => by.includes(key))?.remark ?? [])
    return [...new Set(named)].sort((a, b) => a - b)
  }
  const [first] = turn.verbs
  if (first?.verb.kind === 'ANSWER' || leads.test(turn.lead)) return [last.remark]
  const isNext = said.at(-1) === last
  if (
    isNext &&
    last.asks &&
    first &&
    ['EXPLAIN', 'COMMENT', 'AGREE', 'ANSWER', 'ACKNOWLEDGE'].includes(first.verb.kind)
  )
    return [last.remark]
  return isNext && first && ['AGREE', 'DISAGREE'].includes(first.verb.kind) && !/^agreed$/.test(first.word)
    ? [last.remark]
    : []
}

export const asksOf = (turn: Turn): boolean => turn.verbs.some(({ verb }) => verb.kind === 'ASK')

/** The verbs of a turn as a line gives them. */
export const actsOf = ({ verbs }: Turn): Pick<RemarkLine, 'acts'> =>
  verbs.length > 0 ? { acts: verbs.map(({ text }) => text) } : {}
