import type { VerbInText } from '../../english/verb-group.js'
import { delegationAtStart } from './style.js'

const replying = /^(?:in (?:response|reply|answer)|responding|replying|reacting|answering)\b/i
const byWhom =
  /^\s+(?:with\s+)?(?:(?:the|this|a)\s+)?(?:(?:proposal|suggestion|view|position|statement|point|concern|comment|intervention|call)s?\s+(?:by|of|from|made by|put forward by)\s+)?/iu

/** Whether a turn says that it answers another: "In response, …", "replied", "supported NORWAY", "disagreed with the EU". */
export const takesSide = (words: string, verb: VerbInText | undefined): boolean => {
  if (replying.test(words) || verb?.verb.kind === 'ANSWER') return true
  if (verb === undefined || (verb.verb.kind !== 'AGREE' && verb.verb.kind !== 'DISAGREE')) return false
  const at = words.indexOf(verb.text)
  const after = words.slice(at + verb.text.length, at + verb.text.length + 120)
  const from = byWhom.exec(after)?.[0].length ?? 0
  const party = delegationAtStart(after.slice(from))
  // "Supported Norway on sinks" answers Norway; "criticized the US presentation" speaks of a thing.
  const rest = party === null ? '' : after.slice(from + after.slice(from).indexOf(party) + party.length)
  return (
    party !== null &&
    /^(?:[.,;:)]|['’]s?\b|\s+(?:on|in|and|that|with|for|regarding|about|by|over|against|but)\b|\s*$)/u.test(rest)
  )
}
