import type { ReportingVerb } from './reporting-verbs.js'

/** With "n't" behind them, as both apostrophes print it. */
const denying = (auxiliaries: string): string[] =>
  auxiliaries.split(' ').flatMap((auxiliary) => [`${auxiliary}n't`, `${auxiliary}n’t`])

/** Words that deny the verb they stand before. */
export const denies: ReadonlySet<string> = new Set([
  ...['not', 'never', 'cannot'],
  ...denying('ca did do does could would wo was were'),
])

/** Auxiliaries that a verb needs to be denied. */
export const helps: ReadonlySet<string> = new Set([
  ...['did', 'do', 'does', 'could', 'can', 'would', 'will', 'cannot'],
  ...denying('did do does could would wo ca'),
])

const state =
  'unable|not able|not in a position|(?:not |un)(?:prepared|willing|ready|inclined)|reluctant|loath|not authori[sz]ed'
const willing = 'able|in a position|prepared|willing|ready|inclined|happy|glad|pleased|content'

/** "was unable to (accept)", "declined to (support)": what stands before a verb that somebody does not do. */
export const unwilling = new RegExp(
  `\\s+(?:(?:was|were|is|are|felt|remained)\\s+(?:(?:also|still|therefore|however|\\p{L}+ly)\\s+){0,2}(?:${state})|refused|declined|failed|found (?:it|himself|herself|themselves) (?:impossible|difficult|unable)|was at a loss)\\s+to\\s+`,
  'uy',
)

/** "was prepared to (accept)": what stands before a verb that somebody does. */
export const readiness = new RegExp(
  `\\s+(?:was|were|is|are)\\s+(?:(?:also|still|therefore|however|\\p{L}+ly)\\s+){0,2}(?:${willing})\\s+to\\s+`,
  'uy',
)

const ofFact = /^(?:re)?affirm|^confirm|^corroborat/
const ofMind =
  /^(?:th(?:ink|ought)|f(?:eel|elt)|believe|consider|h(?:old|eld)|s(?:ee|aw)|expect|assume|prefer|wish|view|f(?:ind|ound)|hope|trust|fear|anticipate)/

/**
 * What a verb reports once it is denied: whoever does not support opposes, whoever does not oppose takes no side, and whoever
 * does not say, ask or answer does none of these.
 */
export const denied = (verb: ReportingVerb, word: string): ReportingVerb => {
  const { kind, needs } = verb
  if (kind === 'AGREE' && !ofFact.test(word)) return { kind: 'DISAGREE', stance: 'OPPOSES', needs }
  if (kind === 'ACKNOWLEDGE' && !/^(?:thank|congratulat|apologi)/.test(word))
    return { kind: 'DISAGREE', stance: null, needs }
  if (kind === 'COMMENT' && ofMind.test(word)) return { kind, stance: null, needs }
  return { kind: kind === 'DISAGREE' ? 'COMMENT' : 'OTHER', stance: null, needs }
}
