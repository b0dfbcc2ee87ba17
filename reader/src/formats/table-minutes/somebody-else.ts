import { isBody, isCountry } from '../../english/bodies.js'
import { holdsTitle } from '../../english/titles.js'
import type { Stretch } from '../../narrative/stretch.js'
import type { VoiceContext } from '../../reported-speech/voice.js'
import { isFullName } from '../../turns/person-words.js'

/** What may stand between a name and its verb. */
const beside = '(?:\\s*\\([^()]{1,40}\\)|,\\s[^,.;]{2,80},)?'
/** A verb in the simple past: indirect speech, which shifts back, tells of others with "had" and "would". */
const did =
  '\\s+(?:also\\s+|then\\s+|\\p{Ll}+ly\\s+)?(?:\\p{Ll}{3,}ed|took|spoke|made|gave|went|rose|thought|found|felt|put|told|left|began|came|saw|held|brought|wrote|read|kept|set)\\b'
const after = new RegExp(`^${beside}${did}`, 'u')
const named = new RegExp(
  `^(\\p{Lu}\\p{Ll}+\\s+\\p{Lu}[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}'’-]+)?)(?:\\s+(?:senior|junior))?(?=${beside}${did})`,
  'u',
)

/**
 * Whether a sentence that no rule knows as a report has a subject that is clearly not who speaks: what follows is not theirs
 * then. "Ms. Poe took the opposite view", "Cem Lee (87) called that generous".
 */
export const isOfSomebodyElse = (
  context: VoiceContext,
  start: number,
  end: number,
  before: readonly Stretch[],
): boolean => {
  const { text, names } = context
  const alone = /^\p{Lu}[\p{L}'’-]+/u.exec(text.slice(start, start + 40))?.[0]
  const name = names.get(start) ?? (alone === undefined ? null : context.familyName(start, start + alone.length))
  if (name) {
    const last = before.findLast((stretch) => stretch.kind === 'voice')
    const isSpeaker = last?.kind === 'voice' && last.speakers.some(({ speaker }) => speaker === name.person)
    return !isSpeaker && name.person !== null && after.test(text.slice(name.end, Math.min(end, name.end + 160)))
  }
  const found = named.exec(text.slice(start, Math.min(end, start + 200)))?.[1]
  return found !== undefined && isFullName(found) && !isBody(found) && !isCountry(found) && !holdsTitle(found)
}
