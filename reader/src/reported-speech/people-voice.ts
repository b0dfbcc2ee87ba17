import { besideState, holdsView } from '../english/attitudes.js'
import { type VerbInText, verbAfter, verbsJoined } from '../english/verb-group.js'
import type { NameInText } from '../identity/names-in-text.js'
import { isCapital } from '../text/characters.js'
import { jointNames } from './joint-names.js'
import { subjectVerb } from './subject-verb.js'
import type { Voice, VoiceContext } from './voice.js'

const passiveBe = /^(?:\s+(?:was|were|has been|had been|is|are))\b/

/** "Dr. Roe was not convinced *and argued* that …": the report after a state. */
const verbAfterState = (text: string, end: number, limit: number): VerbInText | null => {
  const joint =
    /^\s+(?:was|were|is|are)\s+[^.;:]{3,60}?\s(?:and|but)\s+(?=(?:\p{L}+ly\s+)?\p{L}+\s+(?:that|whether|why|how|if|for|to|about)\b)/u.exec(
      text.slice(end, Math.min(limit, end + 120)),
    )
  return joint ? verbAfter(text, end + joint[0].length) : null
}

/** "Dr. Roe was unable to accept": the verb that a state of mind leads to, or the report after it. */
const stateVerb = (text: string, end: number, limit: number): VerbInText | null => {
  const verb = verbAfter(text, end)
  return verb && verb.end <= limit ? verb : verbAfterState(text, end, limit)
}

/** People whom a clause names as its subject: "Ms. A. Roe and Mr. B. Poe noted". */
export const peopleVoice = (context: VoiceContext, at: number, limit: number): Voice | null => {
  const first = context.names.get(at)
  if (!first) return null
  const joined = jointNames(context, first)
  const also = familyNameBehind(context, (joined.at(-1) ?? first).end)
  const names = also ? [...joined, also] : joined
  const end = (names.at(-1) ?? first).end
  const { text } = context
  const beside = text[end] === ',' ? (besideState.exec(text.slice(end, end + 100))?.[0].length ?? 0) : 0
  const isState = passiveBe.test(text.slice(end + beside, end + beside + 12))
  const verb = isState ? stateVerb(text, end + beside, limit) : subjectVerb(text, end, limit)
  if (verb) return { kind: 'people', start: at, names, verbs: [verb, ...verbsJoined(context.text, verb, limit)] }
  return holdsView(context.text, end, limit) ? { kind: 'people', start: at, names, verbs: [] } : null
}

/** A second family name after "and": "Roe and Poe". */
const familyNameBehind = (context: VoiceContext, end: number): NameInText | null => {
  const match = /^\s+and\s+(\p{Lu}[\p{L}'’-]+)/u.exec(context.text.slice(end, end + 50))
  return match ? context.familyName(end + match[0].length - (match[1]?.length ?? 0), end + match[0].length) : null
}

/** Somebody whose family name stands alone: "Roe noted". */
export const familyNameVoice = (context: VoiceContext, at: number, limit: number): Voice | null => {
  const match = isCapital(context.text, at) ? /^\p{Lu}[\p{L}'’-]+/u.exec(context.text.slice(at, at + 40)) : null
  if (!match) return null
  const name = context.familyName(at, at + match[0].length)
  const also = name ? familyNameBehind(context, at + match[0].length) : null
  const end = also?.end ?? at + match[0].length
  const verb = name ? subjectVerb(context.text, end, limit) : null
  if (!name) return null
  const names = also ? [name, also] : [name]
  if (verb) return { kind: 'people', start: at, names, verbs: [verb, ...verbsJoined(context.text, verb, limit)] }
  return holdsView(context.text, end, limit) ? { kind: 'people', start: at, names, verbs: [] } : null
}
