import type { DecisionResult } from '../english/outcome-words.js'

/** What verbs of meetings do with what is before them, each as a beginning of its forms. */
const verbs: readonly (readonly [RegExp, DecisionResult])[] = [
  [/^(?:resolv|resolution|adopt|order|decid|elect|pass|carried|appoint|authori[sz]|enact)/i, 'ADOPTED'],
  [/^(?:approv|accept|ratif|endors|confirm)/i, 'APPROVED'],
  [/^(?:agree|consensus|conclu|decision)/i, 'AGREED'],
  [/^(?:reject|defeat|negativ|declin|refus)/i, 'REJECTED'],
  [/^(?:defer|postpon|tabled|adjourned)/i, 'DEFERRED'],
  [/^withdr/i, 'WITHDRAWN'],
  [/^(?:noted|receiv)/i, 'NOTED'],
]
const resultOf = (verb: string): DecisionResult => verbs.find(([pattern]) => pattern.test(verb))?.[1] ?? 'OTHER'

const decided =
  'resolved|agreed|agrees|approved|approves|adopted|adopts|noted|decided|decides|accepted|ratified|endorsed|deferred|postponed|rejected|authori[sz]ed|appointed|elected|received|read and approved|read and agreed to|agreed to|confirmed|withdrawn|tabled'
const meeting =
  'board|council|committee|commission|assembly|senate|governors|members|trustees|directors|panel|working group|group|meeting|authority|cabinet|delegates'
const subjects =
  'minutes|agenda|reports?|resolutions?|ordinances?|accounts|budget|paragraphs?|policy|policies|papers?|recommendations?|plan|draft|terms of reference'

const marks = '[\\s*_#\\[]*'
/** "RESOLVED: …", "#agreed …", "DECISION 14/3: …", "Resolved, That …", "AGREED to …". */
const label = new RegExp(
  `^${marks}(resolved|resolution|agreed|agreement|decision|decided|conclusion|consensus|ordered)\\b(?:\\s*(?:no\\.?\\s*)?[\\d/.-]+)?[*_\\]]*\\s*(:|,?\\s+(?:that|to)\\b(?!\\s+by\\b)|[–-]\\s)\\s*\\S`,
  'i',
)
const hashed = /^#(agreed|accepted|resolved|decision)\s+\S/i
const capitals = /(?<![\p{L}-])(RESOLVED|AGREED|APPROVED|ADOPTED|NOTED|DEFERRED|REJECTED|RATIFIED)(?![\p{L}-])/u
/** "The Board agreed to …", "It was agreed that …", "The minutes of 3 July were approved". */
const active = new RegExp(
  `^(?!that\\b)(?:the\\s+)?(?:[\\p{Lu}][\\p{L}’']+\\s+){0,3}(?:${meeting})\\s+(?:(?:also|then|further|unanimously|thereupon|has|have)\\s+){0,2}(${decided})\\b(?!\\s+with\\b)`,
  'iu',
)
const impersonal =
  /^(?:it was|was)\s+(?:(?:also|then|further|unanimously|duly)\s+){0,2}(resolved|agreed|decided|ordered)\b(?!\s+by\b|\s+with\b)/i
const passive = new RegExp(
  `^(?:the\\s+)?(?:\\p{L}+\\s){0,2}(?:${subjects})\\b[^.:;]{0,60}?\\b(?:(?:was|were|is|are)\\s+(?:(?:unanimously|duly|then|also|formally)\\s+)?)?(?<!\\bbe\\s)(${decided})\\b(?!\\s+by\\b)`,
  'iu',
)
const elected = /\b(?:was|were)\s+(?:duly\s+|unanimously\s+|re-)?(elected)\b/i
/** What was decided elsewhere or before is only told of. */
const before = /\b(?:had|last (?:year|month|spring|autumn|week)|previously|earlier|years? ago|in (?:19|20)\d\d)\b/i

export interface DecisionFound {
  readonly verb: string
  readonly result: DecisionResult
  /** By a word that nothing but a decision has. */
  readonly isFormal: boolean
  /** The meeting is its subject. */
  readonly isMeeting: boolean
}

/** What a sentence says the meeting decided; null where it does not. */
export const decisionIn = (text: string): DecisionFound | null => {
  const formal = label.exec(text) ?? hashed.exec(text)
  if (formal?.[1]) {
    // "DECISION: The Committee adopts …" says itself what is done.
    const own = active.exec(text.slice(text.indexOf(':') + 1).trim())?.[1]
    return { verb: own ?? formal[1], result: resultOf(own ?? formal[1]), isFormal: true, isMeeting: false }
  }
  const letters = text.replace(/[^\p{L}]/gu, '')
  const isShouted = letters === letters.toUpperCase()
  const capital = isShouted ? null : capitals.exec(text)
  if (capital?.[1]) return { verb: capital[1], result: resultOf(capital[1]), isFormal: true, isMeeting: false }
  if (before.test(text)) return null
  const verb = (active.exec(text) ?? impersonal.exec(text) ?? passive.exec(text) ?? elected.exec(text))?.[1]
  if (verb === undefined) return null
  const last = verb.replace(/^read and /i, '')
  return { verb, result: resultOf(last), isFormal: false, isMeeting: active.test(text) }
}
