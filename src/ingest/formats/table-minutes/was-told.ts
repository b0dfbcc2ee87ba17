import { participleAfter, type VerbInText, wordAt } from '../../english/verb-group.js'
import type { Clause } from '../../reported-speech/clauses.js'
import { officeAt } from '../../reported-speech/office-voice.js'
import type { Voice, VoiceContext } from '../../reported-speech/voice.js'

const told =
  /,?\s+(?:and|but)\s+(?=(?:was|were)\s+(?:\p{L}+ly\s+|then\s+|also\s+)?(?:informed|told|advised|assured|reminded|answered|asked|corrected|supported|seconded)\s+by\s+)/u
const by = /\sby\s+/u

/** The word by which somebody was told something, where the table asks for words that do not follow "by". */
const telling = (text: string, offset: number): VerbInText | null => {
  const found = wordAt(text, offset)
  return found && { ...found, word: found.text, before: '', verb: { kind: 'EXPLAIN', stance: null, needs: null } }
}

/** "… asked if it leaked, *and was informed by the Chairman that* …": two clauses, the second whoever tells. */
export const wasTold = (context: VoiceContext, clause: Clause): Clause[] => {
  const { start, end, voice } = clause
  const found = voice === null ? null : told.exec(context.text.slice(start, end))
  if (!found) return [clause]
  const from = start + found.index + found[0].length
  const be = /^\p{L}+\s+/u.exec(context.text.slice(from, end))?.[0].length ?? 0
  const verb = participleAfter(context.text, from + be) ?? telling(context.text, from + be)
  const agent = from + (by.exec(context.text.slice(from, end))?.index ?? 0) + 4
  const name = context.names.get(agent)
  const office = name ? null : (officeAt(context, agent)?.office ?? null)
  const teller: Voice | null = name
    ? { kind: 'people', start: from, names: [name], verbs: verb ? [verb] : [] }
    : office && { kind: 'office', start: from, office, verbs: verb ? [verb] : [] }
  if (teller === null) return [clause]
  return [
    { start, end: start + found.index, voice },
    { start: from, end, voice: teller },
  ]
}
