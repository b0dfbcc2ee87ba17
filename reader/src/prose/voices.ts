import { anonymousAgent, anonymousSubject } from '../english/anonymous.js'
import { holdsView } from '../english/attitudes.js'
import { impersonalAt } from '../english/impersonal.js'
import { participles } from '../english/reporting-verbs.js'
import { type VerbInText, verbAfter, verbsJoined } from '../english/verb-group.js'
import type { Range } from '../outline/outline.js'
import { bodyOf, type Roster } from '../people/roster.js'
import { isPartyName, partiesAt } from './parties.js'
import { type Candidate, type Subject, subjectAt, type VoiceContext } from './subjects.js'

/** A subject with the verbs that report what it says. */
export interface Voice {
  readonly subject: Subject
  readonly start: number
  readonly end: number
  readonly verbs: readonly VerbInText[]
  /** "In reply", "responding to Mr Roe": what stands before the subject in its sentence. */
  readonly lead: string
}

/** Somebody is the subject, and does something else than speak: their turn it is not, nor the one before's. */
export type Interruption = 'other'

const behindName = /^\s*\([^()]{1,90}\)/
const apposition =
  /^,\s+((?:the |its |an? |speaking |representing |on behalf of |for |from |who |as |also )?[^,.;:]{2,110}),/u
const supporters = /^,?\s+(?:supported|seconded|backed|echoed|joined|accompanied) by [^,;]{2,120},/u
const behalf = /\b(?:on behalf of|speaking for|representing|^,\s+for)\s+(?:the\s+)?([\p{L}][^,.;()]{1,80})/iu

/** Skips what stands between a subject and its verb: parentheses, an apposition, who supports it. */
const overAside = (text: string, end: number): { end: number; aside: string } => {
  let at = end
  for (let i = 0; i < 3; i++) {
    const rest = text.slice(at, at + 180)
    const skip = behindName.exec(rest) ?? supporters.exec(rest) ?? apposition.exec(rest)
    if (!skip) break
    at += skip[0].length
  }
  return { end: at, aside: text.slice(end, at) }
}

/** Opening and closing a meeting, and handing out the floor, say nothing. */
const procedural =
  /^(?:opened|opens|closed|closes|chaired|adjourned|declared|called|welcomed|thanked|invited|began|started|ended|led|introduced)$/
const proceduralObject =
  /^\s+(?:the (?:meeting|session|proceedings|floor|discussion|item)\b(?! by)|(?:everyone|members|all|those|participants|delegates)\b|to order|(?:\p{Lu}[\p{L}.]*\s){1,4}to (?:speak|present|take))/u

const isProcedural = (text: string, { word, end }: VerbInText): boolean =>
  procedural.test(word) &&
  proceduralObject.test(text.slice(end, end + 60)) &&
  !/\bby\s+\w+ing\b|\bthat\b|\bnot(?:ing|ed)\b/.test(text.slice(end, end + 160))

const joins =
  /,\s+(?:(?:and|but|while|whereas|whilst|although|to which)\s+)?|;\s+(?:and\s+|but\s+)?|:\s+|\s(?:and|but|while|whereas)\s+(?=(?:the\s+)?\p{Lu})|\s[–—-]\s/gu

/** Where a clause may begin in a sentence: at its beginning, behind what leads it in, behind what joins clauses. */
export const clauseStarts = (text: string, [from, to]: Range): number[] => {
  const sentence = text.slice(from, to)
  const quote = /^["“(‘'[]\s*/.exec(sentence)?.[0].length ?? 0
  const inner = [...sentence.matchAll(joins)].map(({ 0: join, index }) => from + index + join.length)
  return [from, ...(quote > 0 ? [from + quote] : []), ...inner.filter((at) => at < to)]
}

const opensSubordinate =
  /\b(?:that|if|whether|when|because|since|as|unless|until|after|before|which|who|whom|where|than|of|to|for|by|with|from|asked|told|including|between)\s*,?\s*(?:also\s+)?$/i
/** A lead that is longer than this is a clause of its own. */
const longestLead = 90

/** Acts that say nothing: what people do in a meeting besides speaking. */
const physical =
  /^(?:arrived|joined|left|attended|entered|moved|seconded|abstained|voted|signed|returned|departed|withdrew|rejoined|circulated|distributed|sat|stood|took|was|were|had|has|is|are|will|would|could|should|shall|can|may|might|must|did|does|do|been|be|retired|resigned|vacated|assumed|joins|leaves|arrives|served|worked|received|sent|gave|went|came|made|held|met)$/
const pastVerb = /^\s+(?:(?:also|then|further|again|however|\p{L}+ly)\s+){0,2}(\p{Ll}+(?:ed|spoke|said))\b/u

/** Whether a person, first in the sentence, is said to have done what reports in all likelihood: "deplored", "ventured". */
const reportsSomehow = (text: string, end: number): boolean => {
  const verb = pastVerb.exec(text.slice(end, end + 60))?.[1]
  return verb !== undefined && !physical.test(verb)
}

const according = /^(?:According to|In the (?:view|opinion|words) of)\s+/

const firstIn = (text: string, from: number, at: number): boolean =>
  text
    .slice(from, at)
    .trim()
    .replace(/^["“(‘'[]+/, '') === ''

/** The voice whose subject begins at an offset; 'other' where somebody's act interrupts who speaks; null where nobody's does. */
export const voiceAt = (context: VoiceContext, at: number, sentence: Range): Voice | Interruption | null => {
  const { text } = context
  const [from, to] = sentence
  const isFirst = firstIn(text, from, at)
  if (!isFirst && (opensSubordinate.test(text.slice(Math.max(from, at - 24), at)) || isParenthesis(text, from, at)))
    return null
  const lead = isFirst ? '' : text.slice(from, at).trim()
  const said = isFirst ? according.exec(text.slice(at, at + 30)) : null
  const found = subjectAt(context, at + (said?.[0].length ?? 0))
  if (found && said) return { subject: found.settle(), start: at, end: found.end, verbs: [], lead: '' }
  const own = found && ownVoice(context, found, at, to, lead, isFirst)
  if (own) return own
  return (
    unnamedVoice(context, at, to, lead, isFirst) ?? (found && isFirst && interrupts(context, found) ? 'other' : null)
  )
}

/** A person or an office that does something else: not what is reported, which is told with auxiliaries. */
const interrupts = ({ text }: VoiceContext, { kind, end }: Candidate): boolean =>
  (kind === 'person' || kind === 'role') &&
  /^\s+(?:arrived|joined|left|moved|seconded|abstained|voted|circulated|withdrew|returned|took|gave|signed)\b/.test(
    text.slice(end, end + 30),
  )

const isParenthesis = (text: string, from: number, at: number): boolean => {
  const before = text.slice(from, at)
  return before.lastIndexOf('(') > before.lastIndexOf(')')
}

const ownVoice = (
  context: VoiceContext,
  found: Candidate,
  at: number,
  to: number,
  lead: string,
  isFirst: boolean,
): Voice | null => {
  const { text, roster } = context
  const { end, aside } = overAside(text, found.end)
  const verb = verbAfter(text, end)
  const voice = (verbs: readonly VerbInText[]): Voice => ({
    subject: spokenFor(found.settle(), aside, roster),
    start: at,
    end,
    verbs,
    lead,
  })
  if (verb && verb.end <= to) {
    if (isProcedural(text, verb) || (found.kind === 'role' && lead.length > longestLead)) return null
    return voice([verb, ...verbsJoined(text, verb, to)])
  }
  if (holdsView(text, found.end, to) || holdsView(text, end, to)) return voice([])
  return found.kind === 'person' && isFirst && reportsSomehow(text, end) ? voice([]) : null
}

const spokenFor = (subject: Subject, aside: string, roster: Roster): Subject => {
  const name = behalf.exec(aside)?.[1]
  if (subject.kind !== 'people' || name === undefined || !isPartyName(name)) return subject
  const bodies = partiesAt(name, 0, roster)?.names ?? []
  return { ...subject, for: [...subject.for, ...bodies.map((body) => bodyOf(roster, body))] }
}

/** Somebody without a name, or nobody; unless the clause says by whom it was said. */
const unnamedVoice = (context: VoiceContext, at: number, to: number, lead: string, isFirst: boolean): Voice | null => {
  const { text } = context
  const agent = isFirst ? passiveAgent(context, at, to) : null
  if (agent) return { subject: agent.subject, start: at, end: agent.end, verbs: [], lead }
  const anonymous = anonymousSubject(text, at)
  const impersonal = anonymous ? null : impersonalAt(text, at, to)
  if (anonymous) {
    const named = /^,?\s+(?:including|among them|notably)\s+/.exec(text.slice(anonymous.end, anonymous.end + 20))
    const people = named && subjectAt(context, anonymous.end + named[0].length)
    if (people?.kind === 'person') return { subject: people.settle(), start: at, end: people.end, verbs: [], lead }
    return {
      subject: { kind: 'anonymous', wording: text.slice(anonymous.start, anonymous.end) },
      start: at,
      end: anonymous.end,
      verbs: [],
      lead,
    }
  }
  const someone = isFirst || impersonal ? anonymousAgent(text, at, to) : null
  if (someone)
    return {
      subject: { kind: 'anonymous', wording: text.slice(someone.start, someone.end) },
      start: at,
      end: impersonal?.end ?? someone.end,
      verbs: [],
      lead,
    }
  if (!impersonal || !(isFirst || impersonal.isSure || lead.length < 60)) return null
  return {
    subject: { kind: 'impersonal', wording: text.slice(at, impersonal.end) },
    start: at,
    end: impersonal.end,
    verbs: [],
    lead,
  }
}

const byAgent =
  /\b(?:was|were|been|is)\s+(?:(?:also|then|\p{L}+ly)\s+){0,2}(\p{L}+)(?:\s+(?:up|forward|out))?\s+by\s+/gu

/** "The plan was criticized by Ms Roe": who is said to have said so. */
const passiveAgent = (context: VoiceContext, from: number, to: number): { subject: Subject; end: number } | null => {
  for (const found of context.text.slice(from, to).matchAll(byAgent)) {
    const verb = found[1] ?? ''
    if (!participles.has(verb) && !/^(?:raised|put|brought|questioned|echoed|shared|criticized|criticised)$/.test(verb))
      continue
    const candidate = subjectAt(context, from + found.index + found[0].length)
    if (candidate && candidate.kind !== 'pronoun') return { subject: candidate.settle(), end: candidate.end }
  }
  return null
}

/** "agreed with Ms Poe", "in reply to the Chair": whom a stretch of text says that it answers. */
export const namedIn = (context: VoiceContext, [from, to]: Range): string[] =>
  context.names
    .filter(({ start, end, person }) => start >= from && end <= to && person !== null)
    .flatMap(({ person }) => person ?? [])
