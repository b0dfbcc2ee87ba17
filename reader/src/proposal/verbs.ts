import { denied, denies } from '../english/negation.js'
import { type ActKind, finiteForms, participles, type ReportingVerb, type Stance } from '../english/reporting-verbs.js'

/** Phrases by which somebody does not do what the verb behind them says. */
const unwilling = /\b(?:no longer|unable|declined|refused|failed|reluctant|unwilling|unprepared)\b/i

/** The words right before a verb by which it is denied: "did not (support)", "was unable to (support)". */
const denial =
  /(?:\b(?:not|never|cannot|\p{L}+n['’]t)(?:\s+(?:\p{L}+ly|yet|even|also))?|\b(?:unable|declined|refused|failed|unwilling) to)\s+$/iu

/** The denial that a text ends with, to be put before the verb behind it; empty where there is none. */
export const denialIn = (before: string): string => denial.exec(before)?.[0] ?? ''

const other: ReportingVerb = { kind: 'OTHER', stance: null, needs: null }

/** What printed words do ("noted", "did not support"), and what they say of the speaker's stance; what is not known is OTHER. */
export const verbOf = (printed: string): { readonly kind: ActKind; readonly stance: Stance | null } => {
  const words = printed.toLowerCase().split(/\s+/)
  const known = (word: string): ReportingVerb | undefined => finiteForms.get(word) ?? participles.get(word)
  const word = words.find((one) => known(one) !== undefined) ?? words.at(-1) ?? ''
  const verb = known(word) ?? other
  const isDenied = unwilling.test(printed) || words.some((one) => denies.has(one) || /n['’]t$/.test(one))
  return isDenied ? denied(verb, word) : verb
}
