import type { VerbInText } from '../../english/verb-group.js'
import type { Stretch } from '../../narrative/stretch.js'
import type { VoiceContext } from '../../reported-speech/voice.js'

/** What was said right before, as an object: "accepted this", "welcomed the suggestion", "was happy with that". */
const justSaid =
  /^(?:\s+with)?\s+(?:(?:this|that)(?=\s*[.,;]|\s+(?:and|but)\s|$)|(?:the|that|this)\s+(?:point|suggestion|proposal|comment|concern|idea|view|remark|offer|observation|explanation|answer|assurance|clarification)s?\b(?!\s+(?:that|of|to)\b))/u
/** Verbs that bring a point up, and answer none. */
const raising =
  /^(?:rais|express|mad|mak|voic|not|ask|quer|put|repeat|reiterat|describ|explain|present|introduc|add|outlin)/

/** Whether somebody spoke before in the paragraph, and by name. */
const hasSpeaker = (before: readonly Stretch[]): boolean =>
  before.some((stretch) => stretch.kind === 'voice' && stretch.speakers.some(({ speaker }) => speaker !== null))

const speaksIn = (before: readonly Stretch[], person: string | null): boolean =>
  before.some((stretch) => stretch.kind === 'voice' && stretch.speakers.some(({ speaker }) => speaker === person))

/**
 * Whether a verb and what follows it take up what was said before in the same paragraph: "accepted this", "shared the concern",
 * "thanked her", "apologised", "conceded that".
 */
export const takesUp = (
  { text, names }: VoiceContext,
  first: VerbInText,
  end: number,
  before: readonly Stretch[],
): boolean => {
  if (!hasSpeaker(before)) return false
  const after = text.slice(first.end, end)
  if (/^(?:apologi[sz]ed|conceded)$/.test(first.word)) return true
  if (first.word === 'thanked') {
    const name = names.get(first.end + 1)
    return name ? speaksIn(before, name.person) : /^\s+(?:her|him|them)\b/.test(after)
  }
  return !raising.test(first.word) && justSaid.test(after)
}
