import { isUponLast } from '../english/attitudes.js'
import { asksSomething, mayAnswer } from '../english/questions.js'
import type { Clause } from '../reported-speech/clauses.js'
import { saysThatItAnswers, takesUp } from '../reported-speech/takes-up.js'
import type { VoiceContext } from '../reported-speech/voice.js'
import type { Stretch } from './stretch.js'

/** "Mr. Poe was content with that": a view of what was just said, without a verb that reports. */
const takesView = ({ text }: VoiceContext, { voice }: Clause): boolean => {
  if (voice?.kind === 'people') return isUponLast(text, voice.names.at(-1)?.end ?? voice.start)
  return voice?.kind === 'office' && isUponLast(text, voice.start + voice.office.printed.length)
}

const speaksIn = (before: readonly Stretch[], person: string | null): boolean =>
  before.some((stretch) => stretch.kind === 'voice' && stretch.speakers.some(({ speaker }) => speaker === person))

/** Whether, and where it stands how, a voice answers. */
export type Answering = Pick<Extract<Stretch, { kind: 'voice' }>, 'answers' | 'mayAnswer'>

/**
 * Whether a clause answers: always ("In reply, Dr. Roe stated", "Mr. Poe agreed"), where somebody spoke right before ("accepted
 * this"), or where it stands as an answer does.
 */
export const answers = (context: VoiceContext, clause: Clause, before: readonly Stretch[]): Answering => {
  const { text } = context
  const [first] = clause.voice?.verbs ?? []
  const last = before.findLast(({ kind }) => kind === 'voice' || kind === 'nobody')
  const isAskedByNobody =
    last?.kind === 'nobody' && last.passage?.kind === 'ANONYMOUS' && asksSomething(text.slice(...last.range))
  const canAnswer = mayAnswer(first, text)
  const thanked = first?.word === 'thanked' ? context.names.get(first.end + 1) : undefined
  if (
    saysThatItAnswers(context, clause) ||
    (isAskedByNobody && canAnswer) ||
    (thanked && speaksIn(before, thanked.person))
  )
    return { answers: true }
  const isUpon = first ? takesUp(context, first, clause.end) : takesView(context, clause)
  if (isUpon) return { answers: false, mayAnswer: 'remark' }
  return { answers: false, mayAnswer: 'place' }
}
