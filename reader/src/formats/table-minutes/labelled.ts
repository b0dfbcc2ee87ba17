import { pastForms } from '../../english/reporting-verbs.js'
import type { NameInText } from '../../identity/names-in-text.js'
import type { Range, VoiceContext } from '../../reported-speech/voice.js'

const mark = /^\s*(?::|\s[–—-])\s+(?=[\p{L}\d"“‘])/u
/** "AR – to write to the Mill", "BP: 5 votes", "CL - aye": what somebody is to do, and how somebody voted. */
const isNoSpeech =
  /^(?:to\s+\p{Ll}|\d|(?:aye|yea|yes|no|nay|for|against|abstain(?:ed)?|absent|present|seconded|moved)\s*[.;,)]?$)/iu
const task =
  /^(?:\p{Lu}\p{Ll}+\s+(?:the|a|an|all|with|to|it|on|out)\b|(?:send|write|draft|prepare|circulate|update|check|follow|submit|arrange)\b)/iu

/** Whether the words behind a name in bold or italics are somebody's, and no task or vote: "*Roe:* Was it?", "**Roe** — Thanked all." */
const isStressedSpeech = (words: string, lead: string): boolean =>
  !isNoSpeech.test(words.trim()) &&
  (lead.includes(':') || pastForms.has((/^\p{L}+/u.exec(words)?.[0] ?? '').toLowerCase()))

/** Who is set off by a colon or a dash before the words of a sentence ("AR: not before May."), and where these begin; null for nobody. */
export const labelledIn = (
  { text, names, familyName }: VoiceContext,
  [start, end]: Range,
  { isInside, isStressed }: { readonly isInside: boolean; readonly isStressed: (at: number) => boolean },
): { readonly name: NameInText; readonly from: number } | null => {
  const word = /^\p{Lu}[\p{L}'’-]+/u.exec(text.slice(start, start + 40))?.[0]
  const name = names.get(start) ?? (word === undefined ? null : familyName(start, start + word.length))
  if (!name || name.person === null) return null
  const lead = mark.exec(text.slice(name.end, name.end + 10))?.[0]
  if (lead === undefined) return null
  const from = name.end + lead.length
  if (isStressed(name.start) && isStressedSpeech(text.slice(from), lead)) return { name, from }
  const words = text.slice(from, end).trim()
  if (isNoSpeech.test(words) || (!isInside && (task.test(words) || words.split(/\s+/).length < 6))) return null
  return { name, from }
}
