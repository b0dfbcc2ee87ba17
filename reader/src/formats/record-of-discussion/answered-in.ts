import { asksFor, asksSomething, begins, settles } from '../../english/questions.js'
import type { VerbInText } from '../../english/verb-group.js'
import { answeredByPlace, answeredLast, type Heard, lastOf } from '../../reported-speech/exchange.js'
import type { Opening } from '../../reported-speech/openings.js'
import type { VoiceContext } from '../../reported-speech/voice.js'
import { answersBefore } from './answers.js'
import type { Speech } from './speech-state.js'
import type { Reading, Ways } from './ways.js'

/** What is known where somebody begins to speak. */
interface Answering {
  readonly reading: Reading
  readonly ways: Ways
  readonly current: Speech | null
  /** The speeches under the heading, one after another with nobody else between. */
  readonly exchange: readonly Speech[]
}

/** A speech as others answer it. */
const heardIn =
  ({ text }: VoiceContext) =>
  ({ speakers, ranges }: Speech): Heard => {
    const words = ranges.map((range) => text.slice(...range)).join(' ')
    return { speakers, paragraph: 0, words, asks: asksSomething(words) }
  }

/** Whether a verb answers a question that was asked last in the same paragraph: "explained", "confirmed". */
const settlesQuestion = (speech: Speech, part: number, verb: VerbInText | null): boolean =>
  verb !== null && settles(verb) && speech.part === part && speech.verbs.at(-1)?.verb.kind === 'ASK'

/** Which speeches somebody who begins to speak answers; null for no answer. */
export const answeredIn = (
  { reading, ways, exchange, current }: Answering,
  part: number,
  { voice, subject, verb }: Opening,
  range: [number, number],
): readonly Speech[] | null => {
  const { context, keysOf } = reading
  const { text } = context
  const heardOf = heardIn(context)
  if (answersBefore(text, { subject, verb }, range)) return answeredLast(exchange, text.slice(...range), heardOf)
  if (current === null) return null
  // Talks turn to something else as often as they answer, so that there the words have to say it.
  if (!ways.isNumbered) return settlesQuestion(current, part, verb) ? lastOf(exchange, heardOf) : null
  const next = {
    speakers: keysOf(voice),
    paragraph: 0,
    words: text.slice(...range),
    asks: verb !== null && asksFor(verb, text),
    begins: begins(verb ?? undefined, text.slice(...range)),
  }
  const found = answeredByPlace(exchange, next, heardOf)
  return found.length > 0 ? found : null
}
