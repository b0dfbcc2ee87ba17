import type { ReportingVerb } from '../../english/reporting-verbs.js'
import type { Opening } from '../../reported-speech/openings.js'
import { sidesWithThing } from '../../reported-speech/sides-with-thing.js'
import type { Range } from '../../reported-speech/voice.js'

const answering: ReadonlySet<ReportingVerb['kind']> = new Set(['ANSWER', 'AGREE', 'DISAGREE'])
const inAnswer = /^(?:in (?:response|reply|answer)|responding|replying|answering|to (?:this|that|which))\b/i
/** "Mr. Roe (Kenya), replying to the representative of Chad, said". */
const answersBeside = /,\s(?:in (?:response|reply|answer)|responding|replying|answering)\b/i

/** "said that she shared the concern expressed by Mr. Roe" */
const takesUp =
  /^[^.;]{0,80}\b(?:shared|echoed|endorsed|associated\s+(?:him|her|it|them)sel(?:f|ves)\s+with|(?:dis)?agreed\s+with|supported)\s+(?:the|those|that)\s+(?:\p{L}+\s+){0,2}?(?:views?|concerns?|comments?|remarks?|opinions?|points?|statements?|doubts?|reservations?|questions?|proposals?|suggestions?)\s+(?:(?:expressed|raised|voiced|made|put forward|of)\s+)?(?:by|of)\s+(?:the\s+)?(?:\p{L}+\s+of\s+)?\p{Lu}/u

/** Whether a sentence with which somebody begins to speak says that it answers. */
export const answersBefore = (
  text: string,
  { subject, verb }: Pick<Opening, 'subject' | 'verb'>,
  range: Range,
): boolean => {
  const [, end] = subject
  if (
    verb !== null &&
    answering.has(verb.verb.kind) &&
    !/^(?:doubt|quer)/.test(verb.word) &&
    !(verb.verb.kind !== 'ANSWER' && sidesWithThing(verb, text.slice(verb.end, range[1])))
  )
    return true
  return (
    inAnswer.test(text.slice(...range)) ||
    takesUp.test(text.slice(end, range[1])) ||
    answersBeside.test(text.slice(end, verb?.start ?? end))
  )
}
