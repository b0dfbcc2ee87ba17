import type { ReportingVerb } from '../english/reporting-verbs.js'
import type { Range, Voice, VoiceContext } from './voice.js'
import { voiceOf } from './voice-of.js'

const joints =
  /(?:[,;]\s*(?:and|but|while|whereas|whilst|although|yet)\s+|;\s+|,\s+(?=(?:to\s)?which\s)|\s(?:and|while|whereas|but)\s+)/gu

/** Verbs with which somebody takes up what was said before. */
export const takingUp: ReadonlySet<ReportingVerb['kind']> = new Set(['ANSWER', 'AGREE', 'DISAGREE', 'ACKNOWLEDGE'])

/** A clause of a sentence, whose voice it is, and where it may be cut off from what stands before. */
export interface Clause {
  readonly start: number
  readonly end: number
  readonly voice: Voice | null
}

/** Cuts a sentence where it begins to report anew: ", and one participant suggested …", ", to which Mr. Poe replied …". */
export const clausesOf = (context: VoiceContext, [start, end]: Range): Clause[] => {
  const first = voiceOf(context, start, end)
  const clauses: { start: number; end: number; voice: Voice | null }[] = [{ start, end, voice: first }]
  let tried = 0
  for (const match of context.text.slice(start, end).matchAll(joints)) {
    if (tried++ > 24) break
    const cut = start + match.index
    const current = clauses.at(-1)
    const last = current?.voice
    const said = last && 'wording' in last ? last.wording[1] : (last?.verbs[0]?.end ?? start)
    if (!current || cut <= said || cut - current.start < 12) continue
    let next = cut + match[0].length
    const which = /^((?:to|in response to|with)\s)?which\s+/.exec(context.text.slice(next, next + 24))
    next += which?.[0].length ?? 0
    const voice = voiceOf(context, next, end, false)
    // "…, which Mr. Poe supported" answers; "…, which Mr. Poe presented in May" only says what is meant.
    if (which && which[1] === undefined && !voice?.verbs.some(({ verb }) => takingUp.has(verb.kind))) continue
    if (!voice || voice.kind === 'pronoun' || voice.kind === 'participant') continue
    if (/^\s/.test(match[0]) && voice.kind !== 'people' && voice.kind !== 'anonymous') continue
    current.end = cut
    clauses.push({ start: next, end, voice })
  }
  return clauses
}
