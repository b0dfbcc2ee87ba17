import { anonymousAgent, anonymousSubject, type Wording } from '../english/anonymous.js'
import { holdsView } from '../english/attitudes.js'
import { impersonalAt } from '../english/impersonal.js'
import {
  actsOfNobody,
  actsThatInterrupt,
  alternatives,
  leadsMeeting,
  shortLeads,
  subordinators,
} from '../english/meeting-words.js'
import { pastForms } from '../english/reporting-verbs.js'
import { type VerbInText, verbAfter, verbsJoined } from '../english/verb-group.js'
import type { Range } from '../outline/outline.js'
import { agentOf, setOffSpeaker } from './agents.js'
import { asideAfter } from './asides.js'
import { knownBody } from './known.js'
import { bodyKey } from './named.js'
import type { VoiceContext } from './people.js'
import { type Candidate, type Subject, subjectAt } from './subjects.js'

/** A subject with the verbs that report what it says. */
export interface Voice {
  readonly kind: Candidate['kind'] | 'anonymous' | 'impersonal' | 'other'
  /** Says who it is; whoever is new is added to the roster. */
  readonly settle: () => Subject
  readonly start: number
  readonly end: number
  readonly verbs: readonly VerbInText[]
  /** "In reply", "responding to Mr Roe": what stands before the subject in its sentence. */
  readonly lead: string
}

const joins = new RegExp(
  ',["”’]?\\s+(?:(?:and|but|while|whereas|whilst|although|to which)\\s+)?|;\\s+(?:and\\s+|but\\s+)?|:\\s+' +
    '|\\s(?:and|but|while|whereas)\\s+(?=(?:the\\s+)?\\p{Lu})|\\s[–—-]\\s|[?!]["”]\\s+',
  'gu',
)

/** A heading in capitals that a sentence follows in its line: "ITEM 3 FISH LADDERS The Chair said". */
const capitalLead =
  /^(?:(?:[\p{Lu}\d][\p{Lu}\d.,&/'’-]*)?(?:\([\p{L}\d]{1,3}\)|[\p{Lu}\d.,])\s+){3,}(?=\p{Lu}\p{Ll}|\p{Lu}{2,}\s\p{Ll})/u
const shortLead = new RegExp(`^(?:${shortLeads})\\s+(?=(?:the\\s+)?\\p{Lu})`, 'iu')

/** Where a clause may begin in a sentence: at its beginning, behind what leads it in, behind what joins clauses. */
export const clauseStarts = (text: string, [from, to]: Range): number[] => {
  const sentence = text.slice(from, to)
  const quote = /^(?:\([^()]{1,40}\)\s+|\[[^\]]{1,60}\]\s+|["“(‘'[]\s*)/.exec(sentence)?.[0].length ?? 0
  const lead = (shortLead.exec(sentence) ?? capitalLead.exec(sentence))?.[0].length ?? 0
  const inner = [...sentence.matchAll(joins)].map(({ 0: join, index }) => from + index + join.length)
  return [
    from,
    ...(quote > 0 ? [from + quote] : []),
    ...(lead > 0 ? [from + lead] : []),
    ...inner.filter((at) => at < to),
  ]
}

/** Opening and closing a meeting, and handing out the floor, say nothing. */
const proceduralObject = new RegExp(
  '^\\s+(?:the (?:\\p{L}+ )?(?:meeting|session|proceedings|floor|hearing|assembly|sitting)\\b(?! by)|to order' +
    '|(?:(?:Mr|Ms|Mrs|Dr)\\.?\\s)?(?:\\p{Lu}[\\p{L}.]*\\s){1,4}to (?:speak|present|take|introduce|brief|report))',
  'iu',
)

const isProcedural = (text: string, { word, end }: VerbInText): boolean =>
  (/^t(?:oo|a)k/.test(word) && /^\s+the chair\b(?!\s+(?:through|up))/i.test(text.slice(end, end + 20))) ||
  isOpening(text, word, end)

const isOpening = (text: string, word: string, end: number): boolean =>
  leadsMeeting.test(word) &&
  proceduralObject.test(text.slice(end, end + 60)) &&
  !/\bby\s+\w+ing\b|\bthat\b|\bnot(?:ing|ed)\b|\band\s(?:\w+ly\s)?\w+ed\b/.test(text.slice(end, end + 160))

const opensSubordinate = new RegExp(`\\b(?:${subordinators})\\s*,?\\s*(?:also\\s+)?$`, 'i')
/** So many characters around a place of a sentence are looked at. */
const longestSeen = 1_200
/** A lead that is longer than this is a clause of its own. */
const longestLead = 90

const pastVerb =
  /^\s+(?:(?:also|then|further|again|however|\p{L}+ly)\s+){0,2}(\p{Ll}+(?:ed|spoke|said))\b(?!\s+(?:by|as|in)\b)/u

/** Whether a person, first in the sentence, is said to have done what reports in all likelihood: "deplored", "ventured". */
const reportsSomehow = (text: string, end: number): boolean => {
  const verb = pastVerb.exec(text.slice(end, end + 60))?.[1]
  return verb !== undefined && !actsOfNobody.test(verb)
}

/** "The Union support", "the Board report": what looks like a verb of several is a noun behind the name of one. */
const isNoun = ({ word, before, text }: VerbInText, isPlural: boolean): boolean =>
  !pastForms.has(word) && !/(?:s|es)$/.test(word) && before === '' && text === word && !isPlural

/** The verbs that report behind a subject; null where none does, empty where words say what it thinks. */
const reportAfter = (
  context: VoiceContext,
  found: Candidate,
  end: number,
  to: number,
  mayOpen: boolean,
): readonly VerbInText[] | null => {
  const { text } = context
  const verb = verbAfter(text, end)
  if (verb && verb.end <= to && !isNoun(verb, found.isPlural || found.kind === 'pronoun'))
    return isProcedural(text, verb) ? actThenReport(text, end, to) : [verb, ...verbsJoined(text, verb, to)]
  if (holdsView(text, found.end, to) || holdsView(text, end, to)) return []
  if (/^\s+(?:was|were|is|are)\s+of the (?:view|opinion)\b/.test(text.slice(end, end + 40))) return []
  const later = found.kind === 'person' && mayOpen ? actThenReport(text, end, to) : null
  return later ?? (found.kind === 'person' && mayOpen && reportsSomehow(text, end) ? [] : null)
}

const comesFirst =
  /^\s+(?:also\s+)?(?:joined|attended|arrived|opened|closed|called|entered|read)\b[^.;]{0,90}?\sand(?=\s)/

/** "Ms Roe joined the meeting and presented": an act that says nothing, and a verb that reports behind it. */
const actThenReport = (text: string, end: number, to: number): readonly VerbInText[] | null => {
  const act = comesFirst.exec(text.slice(end, Math.min(to, end + 120)))
  const verb = act ? verbAfter(text, end + act[0].length, pastForms) : null
  return verb && verb.end <= to && !isProcedural(text, verb) ? [verb, ...verbsJoined(text, verb, to)] : null
}

/** "Ms Roe: no, four." */
const isLabel = ({ text, roster }: VoiceContext, { end, kind, start }: Candidate): boolean =>
  /^:\s+\S/.test(text.slice(end, end + 3)) &&
  (kind === 'person' ||
    ((kind === 'party' || kind === 'delegation') &&
      (knownBody(roster, text.slice(start, end)) !== null || /^\p{Lu}[\p{Lu}&-]+$/u.test(text.slice(start, end)))))

const isParenthesis = (text: string, from: number, at: number): boolean => {
  const before = text.slice(Math.max(from, at - 200), at)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

const firstIn = (text: string, from: number, at: number): boolean =>
  at - from < 80 &&
  text
    .slice(from, at)
    .trim()
    .replace(/^(?:\([^()]{1,40}\)$|\[[^\]]{1,60}\]$|["“(‘'[]+)/, '') === ''

const replies = /^(?:in (?:reply|response|answer)|responding|replying|answering|asked)\b/i

/** The voice of a subject that words name, where a verb or a view follows. */
const ownVoice = (
  context: VoiceContext,
  found: Candidate,
  at: number,
  to: number,
  lead: string,
  isFirst: boolean,
): Voice | null => {
  const aside = asideAfter(context, found.end)
  const mayOpen = isFirst || replies.test(lead)
  const direct = reportAfter(context, found, found.end, to, mayOpen)
  const verbs = direct ?? (aside.end > found.end ? reportAfter(context, found, aside.end, to, mayOpen) : null)
  const isLabelled = verbs === null && isFirst && isLabel(context, found)
  if (verbs === null && !isLabelled) return null
  if (found.kind === 'role' && lead.length > longestLead && !/(?:;|,)\s*(?:and|but|while|whereas)?$|;$/.test(lead))
    return null
  const bodies = direct ? [] : aside.bodies
  return {
    kind: found.kind,
    settle: () =>
      found.settle(
        direct ? [] : aside.supporters,
        bodies.map((name) => bodyKey(context.roster, name)),
      ),
    start: at,
    end: direct ? found.end : aside.end,
    verbs: verbs ?? [],
    lead,
  }
}

const unknownSubject = /^(?:The\s+)?\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}.’'-]+){0,4}(?=\s)/u
const ownActs = new RegExp(`^\\s+(?:(?:also|then)\\s+)?(?:${actsThatInterrupt})\\b`)

const acts =
  'was were had has have is are did does would could should will can may might must left gave took went came sat wrote ran met kept ' +
  'brought got sent rose led won lost'
const otherActs = new RegExp(
  '^(?:,? [\\p{Ll} ]{2,30},)?\\s+(?:(?:also|then|now|still|all|\\p{Ll}+ly)\\s+){0,2}' +
    `(?:${alternatives(acts)}|\\p{Ll}{2,}ed)(?=[\\s,.])`,
  'u',
)

/** Somebody who does something else than speak, or a name that nobody is known by and that a verb of speech follows. */
const interruption = ({ text }: VoiceContext, found: Candidate | null, at: number, to: number): Voice | null => {
  const voice = { kind: 'other' as const, start: at, end: at, verbs: [], lead: '' }
  if (found && found.kind !== 'pronoun') {
    const behind = text.slice(found.end, found.end + 80)
    // "Her Minister would pay" is what she says of him.
    const isTold = found.kind === 'party' || /^(?:his|her|their|its|our)\s/i.test(text.slice(at, at + 6))
    const acts = ownActs.test(behind) || (!isTold && otherActs.test(behind))
    return acts ? { ...voice, settle: () => ({ kind: 'other', by: found.known }) } : null
  }
  const name = found ? null : unknownSubject.exec(text.slice(at, at + 80))
  const verb = name ? verbAfter(text, at + name[0].length, pastForms) : null
  const isUnknown = verb !== null && verb.end <= to && !/^(?:The|This|That|These|Those|It|There)$/.test(name?.[0] ?? '')
  return isUnknown ? { ...voice, settle: () => ({ kind: 'other', by: [] }) } : null
}

/** The voice whose subject begins at an offset; of the kind 'other' where somebody's act interrupts who speaks. */
export const voiceAt = (context: VoiceContext, at: number, sentence: Range): Voice | null => {
  const { text } = context
  const [from] = sentence
  const to = Math.min(sentence[1], at + longestSeen)
  const isFirst = firstIn(text, from, at)
  if (!isFirst && (opensSubordinate.test(text.slice(Math.max(from, at - 24), at)) || isParenthesis(text, from, at)))
    return null
  const lead = isFirst ? '' : text.slice(Math.max(from, at - longestSeen), at).trim()
  const found = subjectAt(context, at)
  const own = found && ownVoice(context, found, at, to, lead, isFirst)
  if (own) return own
  return unnamedVoice(context, at, to, lead, isFirst) ?? (isFirst ? interruption(context, found, at, to) : null)
}

/** A voice that is set off from the words it reports: "…, said Ms Roe", "According to Ms Roe, …". It is that of its whole sentence. */
export const setOffVoice = (context: VoiceContext, sentence: Range): Voice | null => {
  const found = setOffSpeaker(context, sentence)
  if (!found) return null
  const { candidate, verb } = found
  return {
    kind: candidate.kind,
    settle: candidate.settle,
    start: candidate.start,
    end: candidate.end,
    verbs: verb ? [verb] : [],
    lead: '',
  }
}

const passive = /\b(?:was|were|has been|have been|had been)\s+(?:\p{L}+ly\s+|also\s+)?\p{L}+(?:ed|en|n|ld|lt|id)(?=\s)/u

/** "The plan was seen by one participant as …": a passive with an agent who has no name. */
const passiveAgent = (text: string, at: number, to: number): Wording | null => {
  const found = passive.exec(text.slice(at, Math.min(to, at + 400)))
  const from = at + (found?.index ?? 0) + (found?.[0].length ?? 0)
  return found ? anonymousAgent(text, from, Math.min(to, from + 60)) : null
}

/** Somebody without a name, or nobody; unless the clause says by whom it was said. */
const unnamedVoice = (context: VoiceContext, at: number, to: number, lead: string, isFirst: boolean): Voice | null => {
  const { text } = context
  const agent = isFirst ? agentOf(context, at, to) : null
  if (agent)
    return {
      kind: agent.candidate.kind,
      settle: agent.candidate.settle,
      start: at,
      end: agent.candidate.end,
      verbs: agent.verb ? [agent.verb] : [],
      lead,
    }
  const anonymous = anonymousSubject(text, at)
  const impersonal = anonymous ? null : impersonalAt(text, at, to)
  if (anonymous) {
    const named = /^,?\s+(?:including|among them|notably)\s+/.exec(text.slice(anonymous.end, anonymous.end + 20))
    const people = named && subjectAt(context, anonymous.end + named[0].length)
    if (people?.kind === 'person')
      return { kind: people.kind, settle: people.settle, start: at, end: people.end, verbs: [], lead }
    return nobodyVoice('anonymous', text.slice(anonymous.start, anonymous.end), at, anonymous.end, lead)
  }
  const someone = impersonal ? anonymousAgent(text, at, to) : isFirst ? passiveAgent(text, at, to) : null
  if (someone)
    return nobodyVoice('anonymous', text.slice(someone.start, someone.end), at, impersonal?.end ?? someone.end, lead)
  if (!impersonal || !(isFirst || impersonal.isSure || lead.length < 60)) return null
  return nobodyVoice('impersonal', text.slice(at, impersonal.end), at, impersonal.end, lead)
}

const nobodyVoice = (
  kind: 'anonymous' | 'impersonal',
  wording: string,
  start: number,
  end: number,
  lead: string,
): Voice => ({
  kind,
  settle: () => ({ kind, wording }),
  start,
  end,
  verbs: [],
  lead,
})
