import type { VerbInText } from '../english/verb-group.js'
import type { Clause } from './clauses.js'
import { sidesWithThing } from './sides-with-thing.js'
import type { VoiceContext } from './voice.js'

/** What was said right before, as an object: "accepted this", "welcomed the suggestion", "was happy with that". */
const justSaid =
  /^(?:\s+with)?\s+(?:(?:this(?=,)|(?:this|that)(?=\s*[.;]|\s+(?:and|but)\s|$))|(?:the|that|this)\s+(?:point|suggestion|proposal|comment|concern|idea|view|remark|offer|observation|explanation|answer|assurance|clarification)s?\b(?!\s+(?:that|of|to)\b))/u
/** Verbs that bring a point up, and answer none. */
const raising =
  /^(?:rais|express|mad|mak|voic|not|ask|quer|put|repeat|reiterat|describ|explain|present|introduc|add|outlin)/

const thisIs =
  /^\s+(?:that\s+)?(?:this|that|those|these)\s+(?:was|were|is|are|had|has|would|could|might|should|did|does|will|seemed|answered|satisfied|went|came|made)\b/u
const judging =
  /^\s+(?:this|that|it|the\s+\p{L}+|\p{L}+['’]s\s+\p{L}+)\s+(?:too|rather|quite|very|most|entirely|perfectly|hardly|not|\p{L}+(?:ive|ing|ent|ant|ful|able|ible|ous|ic|al))\b/u
const alike =
  /^\s+(?:the same\b|(?:much )?the same (?:way|point)|likewise|otherwise|differently|the (?:opposite|contrary|other) (?:view|position|line)|an? (?:different|opposite|contrary|similar) (?:view|position|line|point)|the point\b|issue\b|exception\b)/u
const promising =
  /^(?:undert(?:ook|ake)|promis|pledg|offer|apologi[sz]|conced|admit|acknowledg|confirm|clarif|specif|interven|interject|doubt|deplor|demur|disput|withdr)/

/**
 * Whether a verb and what follows it take up what was said right before: "accepted this", "shared the concern", "thanked her",
 * "apologised", "conceded that", "thought that imprudent", "undertook to look into it", "said that this was done".
 */
export const takesUp = ({ text }: VoiceContext, first: VerbInText, end: number): boolean => {
  const after = text.slice(first.end, end)
  if (promising.test(first.word)) return true
  if (first.word === 'thanked') return /^\s+(?:her|him|them)\b/.test(after)
  if (
    /^(?:said|thought|considered|noted|observed|remarked|felt|believed|ventured|added)$/.test(first.word) &&
    thisIs.test(after)
  )
    return true
  if (
    /^(?:thought|found|considered|called|felt|took|made)$/.test(first.word) &&
    (judging.test(after) || alike.test(after))
  )
    return true
  return !raising.test(first.word) && justSaid.test(after)
}

const replying =
  /^(?:in (?:response|reply|answer|reaction)|responding|replying|reacting|answering|(?:was|were) (?:\p{L}+ly )?(?:informed|told|advised|assured|answered|corrected))\b/iu
const siding = /^(?:agree|concur|disagree|dissent|object|second|support|oppos|endors|echo)/
const replyingBeside = /^[^.;]{0,80},\s(?:in (?:response|reply|answer)|responding|replying|answering)\b/i
const sharedView =
  /^\s+(?:the|this|that|these|those|his|her|their|\p{L}+['’]s)\s+(?:\p{L}+\s+)?(?:concerns?|views?|opinions?|doubts?|sentiments?|disappointment|frustration|worry|worries)\b/u

/** Whether a clause says that it answers, whatever stands before it: "In reply, Dr. Roe stated", "Mr. Poe agreed". */
export const saysThatItAnswers = (context: VoiceContext, { start, end, voice }: Clause): boolean => {
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
