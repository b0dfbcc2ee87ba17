import { asksSomething, mayAnswer } from '../../english/questions.js'
import type { Stretch } from '../../narrative/stretch.js'
import type { Clause } from '../../reported-speech/clauses.js'
import { sidesWithThing } from '../../reported-speech/sides-with-thing.js'
import type { VoiceContext } from '../../reported-speech/voice.js'
import { takesUp } from './takes-up.js'

const replying =
  /^(?:in (?:response|reply|answer|reaction)|responding|replying|reacting|answering|(?:was|were) (?:\p{L}+ly )?(?:informed|told|advised|assured|answered|corrected))\b/iu
const siding = /^(?:agree|concur|disagree|dissent|second|support|oppos|endors|echo)/
const replyingBeside = /^[^.;]{0,80},\s(?:in (?:response|reply|answer)|responding|replying|answering)\b/i
const sharedView =
  /^\s+(?:the|this|that|these|those|his|her|their|\p{L}+['’]s)\s+(?:\p{L}+\s+)?(?:concerns?|views?|opinions?|doubts?|sentiments?|disappointment|frustration|worry|worries)\b/u

const answersByItself = (context: VoiceContext, { start, end, voice }: Clause): boolean => {
  const { text, names } = context
  const [first] = voice?.verbs ?? []
  if (first?.verb.kind === 'ANSWER' || replying.test(text.slice(start, end))) return true
  if (!first) return false
  const after = text.slice(first.end, end)
  return (
    (siding.test(first.word) && !sidesWithThing(first, after)) ||
    // "told Mr. Poe that …"
    (first.word === 'told' && names.has(first.end + 1)) ||
    (first.word === 'shared' && sharedView.test(after)) ||
    replyingBeside.test(text.slice(start, first.start))
  )
}

/**
 * Whether a clause answers: always ("In reply, Dr. Roe stated", "Mr. Poe agreed"), where somebody spoke right before ("accepted
 * this"), only a question, or never.
 */
export const answers = (
  context: VoiceContext,
  clause: Clause,
  before: readonly Stretch[],
): Pick<Extract<Stretch, { kind: 'voice' }>, 'answers' | 'mayAnswer'> => {
  const { text } = context
  const [first] = clause.voice?.verbs ?? []
  const last = before.findLast(({ kind }) => kind === 'voice' || kind === 'nobody')
  const isAskedByNobody =
    last?.kind === 'nobody' && last.passage?.kind === 'ANONYMOUS' && asksSomething(text.slice(...last.range))
  const canAnswer = mayAnswer(first, text)
  if (answersByItself(context, clause) || (isAskedByNobody && canAnswer)) return { answers: true }
  if (first && takesUp(context, first, clause.end)) return { answers: false, mayAnswer: 'remark' }
  return canAnswer ? { answers: false, mayAnswer: 'question' } : { answers: false }
}
