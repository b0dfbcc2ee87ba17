import type { VerbInText } from '../english/verb-group.js'
import { genderOf } from './known.js'
import type { VoiceContext } from './people.js'
import { indexOf } from './roster-index.js'
import type { Subject } from './subjects.js'

/** Somebody who spoke before, and with which verbs. */
interface Earlier {
  readonly by: readonly string[]
  readonly role: string | null
  readonly verbs?: readonly VerbInText[]
}

type Pronoun = Extract<Subject, { kind: 'pronoun' }>

const isBody = ({ roster }: VoiceContext, key: string): boolean => indexOf(roster).bodyKeys.has(key)

const fits = (context: VoiceContext, { plural, gender }: Pronoun, { by }: Earlier): boolean => {
  if (plural) return by.length > 1 || (by.length === 1 && by.every((key) => isBody(context, key)))
  const [only] = by
  if (by.length > 1) return false
  const own = only === undefined ? null : genderOf(context.roster, only)
  return gender === null || own === null || own === gender
}

const replies = (verbs: readonly VerbInText[]): boolean => verbs[0]?.verb.kind === 'ANSWER'
const asks = (earlier: Earlier): boolean => earlier.verbs?.at(-1)?.verb.kind === 'ASK'

/**
 * Who spoke before and is meant by a pronoun: the latest whom it fits. Whoever replies is not who asked just before. `before` has the
 * latest first.
 */
export const referent = (
  context: VoiceContext,
  pronoun: Pronoun,
  verbs: readonly VerbInText[],
  before: readonly Earlier[],
): Earlier | null => {
  const [latest] = before
  const others = replies(verbs) && latest && asks(latest) ? before.slice(1) : before
  const found = others.find((earlier) => fits(context, pronoun, earlier)) ?? null
  // Two spoke jointly last: which of them goes on is not said.
  const isUnclear = !pronoun.plural && others[0] !== undefined && others[0].by.length > 1 && !replies(verbs)
  const isKnown = found !== null && (found.by.length > 0 || found.role !== null)
  return isUnclear || !isKnown ? null : found
}
