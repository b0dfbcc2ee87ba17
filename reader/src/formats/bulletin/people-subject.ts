import { pastForms } from '../../english/reporting-verbs.js'
import { verbAfter, verbsJoined } from '../../english/verb-group.js'
import type { NameInText } from '../../identity/names-in-text.js'
import { subjectVerb } from '../../reported-speech/subject-verb.js'
import type { Voice, VoiceContext } from '../../reported-speech/voice.js'

const listing = /^(?:\s*\([^()]{2,60}\))?(?:,\s+and\s+|,\s+|\s+and\s+)/u
const aside = /^\s*\([^()]{2,60}\)/u
const acting = /^,?\s+(?:then\s+|also\s+)?\p{Ll}{3,}ed\b/u

/** People who are the subject of a clause: what reports their words, or that all the clause tells is what they did. */
export type PeopleSubject = { readonly voice: Voice } | { readonly voice: null; readonly acts: true }

/** The people named at an offset, their countries behind them: "Ana Roe (Chile) and Bo Poe (Ghana) invited". */
export const peopleSubject = (context: VoiceContext, at: number, limit: number): PeopleSubject | null => {
  const { text, names } = context
  const people: NameInText[] = []
  for (let next = names.get(at); next; ) {
    people.push(next)
    const separator: string | undefined = listing.exec(text.slice(next.end, next.end + 80))?.[0]
    next = separator === undefined ? undefined : names.get(next.end + separator.length)
  }
  const last = people.at(-1)
  if (!last) return null
  const behind = last.end + (aside.exec(text.slice(last.end, last.end + 70))?.[0].length ?? 0)
  const closed = text[behind] === ',' ? verbAfter(text, behind + 1, pastForms) : null
  const verb = subjectVerb(text, last.end, limit) ?? (closed?.start === behind + 2 ? closed : null)
  if (verb && verb.end <= limit)
    return { voice: { kind: 'people', start: at, names: people, verbs: [verb, ...verbsJoined(text, verb, limit)] } }
  return acting.test(text.slice(behind, Math.min(limit, behind + 40))) ? { voice: null, acts: true } : null
}
