import { pastForms } from '../../english/reporting-verbs.js'
import { holdsTitle } from '../../english/titles.js'
import { type VerbInText, verbAfter } from '../../english/verb-group.js'
import { type Opening, partyOf } from '../../reported-speech/openings.js'
import { subjectPositions } from '../../reported-speech/subject-positions.js'
import type { Range, VoiceContext } from '../../reported-speech/voice.js'
import { isOtherTime, mind } from './ways.js'

/** "said", "could accept", "did not wish": no form of the present. */
const isPast = ({ word, before }: VerbInText): boolean => pastForms.has(word) || /\b(?:could|did)\b/.test(before)

/** A body of which the record says that it has somebody there, wherever in a paragraph it speaks: "In reply, Norway indicated". */
export const representedParty = (context: VoiceContext, [start, end]: Range): Opening | null => {
  for (const at of subjectPositions(context.text, start, end).slice(0, 3)) {
    const party = partyOf(context, [at, end])
    if (!party?.verb || isOtherTime(party.verb) || !isPast(party.verb)) continue
    const { voice } = party
    const body = voice.kind === 'office' ? voice.office.body : null
    if (body !== null && context.isRepresented?.(body)) return { ...party, start, isFirst: at === start }
  }
  return null
}

const capitals = /^(?:[Tt]he\s+)?(\p{Lu}[\p{L}'’-]*(?:\s+(?:(?:of|and|for|the|&)\s+){0,2}\p{Lu}[\p{L}'’-]*){0,7})/u

/** Whether a sentence begins with a body that has somebody there: what it does is not said by whoever speaks. */
export const beginsWithParty = ({ text, isRepresented }: VoiceContext, [start, end]: Range): boolean => {
  let name = capitals.exec(text.slice(start, Math.min(end, start + 120)))?.[1] ?? ''
  while (name !== '' && !isRepresented?.(name)) name = name.slice(0, Math.max(0, name.lastIndexOf(' ')))
  return name !== ''
}

/** A body that has somebody there, before a colon and its words: "Mill Guild: the gate leaks". */
export const labelledParty = (context: VoiceContext, [start, end]: Range): Opening | null => {
  const [lead = '', printed = ''] = /^(\p{Lu}[^:.;]{1,80}):\s+(?=\S)/u.exec(context.text.slice(start, end)) ?? []
  if (lead === '' || !context.isRepresented?.(printed)) return null
  const office = { printed, role: null, body: printed.replace(/^the\s+/i, '') }
  const words = start + lead.length
  const voice = { kind: 'office', start, office, verbs: [] } as const
  return { voice, subject: [start, start + printed.length], start: words, verb: null, isFirst: true }
}

const ownWords =
  /^(?:he|she|it|they|we|i|you|this|that|these|those|there|here|what|which|when|where|while|if|as|in|on|at|to|for|with|by|of|but|and|so|yet|nor|some|many|all|such|both|his|her|their|its|our)\b/i

/** Whether a sentence has an office for its subject that reports, and that is nobody's who is known: "The chair of the Lamp Group, in a note, stated that". */
export const isOfSomebodyElse = (text: string, [start, end]: Range): boolean => {
  const words = text.slice(start, Math.min(end, start + 160))
  if (ownWords.test(words)) return false
  for (const [i, match] of [...words.matchAll(/[\p{L}’'-]+(?=[\s,])/gu)].entries()) {
    if (i > 14) return false
    const verb = i > 0 ? verbAfter(text, start + match.index + match[0].length, pastForms) : null
    if (
      verb &&
      verb.before === '' &&
      !mind.test(verb.word) &&
      holdsTitle(words.slice(0, match.index + match[0].length))
    )
      return /^\s+(?:that|whether|how|why)\b/.test(text.slice(verb.end, verb.end + 12))
  }
  return false
}
