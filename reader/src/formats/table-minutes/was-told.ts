import { participleAfter, type VerbInText } from '../../english/verb-group.js'
import { wordAt } from '../../english/words.js'
import type { Clause } from '../../reported-speech/clauses.js'
import { officeAt } from '../../reported-speech/office-voice.js'
import type { Voice, VoiceContext } from '../../reported-speech/voice.js'

const told =
  /,?\s+(?:and|but)\s+(?=(?:was|were)\s+(?:\p{L}+ly\s+|then\s+|also\s+)?(?:informed|told|advised|assured|reminded|answered|asked|corrected|supported|seconded)\s+by\s+)/u
const by = /\sby\s+/u

const motion =
  /^(?:(?:a|the|an)\s+)?(?:(?:motion|proposal|resolution|amendment)(?:\s+to\s[^.;]{3,160}?)?[:,]?\s+(?:(?:was|were)\s+)?(?:then\s+)?(?:(?:made|moved|proposed|put forward|introduced|offered)\s+)?|(?:it was\s+)?(?:moved|proposed)\s+)by\s+(?:the\s+)?(?=\p{Lu})/iu

/** "Motion by Ms. Roe, second by Mr. Poe, to adjourn": the words of whoever moves; null for anything else. */
export const movedBy = (context: VoiceContext, start: number, end: number): Clause | null => {
  const lead = motion.exec(context.text.slice(start, Math.min(end, start + 260)))?.[0]
  if (lead === undefined) return null
  const name = context.names.get(start + lead.length)
  const { text, ...at } = wordAt(context.text, start) ?? { text: 'moved', start, end: start + 5 }
  const moving: VerbInText = {
    start: at.start,
    end: at.end,
    text,
    word: 'moved',
    before: '',
    verb: { kind: 'PROPOSE', stance: null, needs: null },
  }
  return name ? { start, end, voice: { kind: 'people', start, names: [name], verbs: [moving] } } : null
}

/** The word by which somebody was told something, where the table asks for words that do not follow "by". */
const telling = (text: string, offset: number): VerbInText | null => {
  const found = wordAt(text, offset)
  if (!found) return null
  const { text: word, start, end } = found
  return { text: word, start, end, word, before: '', verb: { kind: 'EXPLAIN', stance: null, needs: null } }
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
