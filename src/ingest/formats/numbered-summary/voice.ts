import { anonymousAgent, anonymousAt, anonymousSubject, definiteParticipant } from '../../english/anonymous.js'
import { isBody, isCountry } from '../../english/bodies.js'
import { impersonalAt } from '../../english/impersonal.js'
import { finiteForms, pastForms, type ReportingVerb } from '../../english/reporting-verbs.js'
import { participleAfter, type VerbInText, verbAfter, verbsJoined } from '../../english/verb-group.js'
import type { NameInText } from '../../identity/names-in-text.js'

export type Range = readonly [start: number, end: number]

/** A body or a role that speaks. */
export interface Office {
  readonly printed: string
  /** "the Chair", "Representative"; null for a body that speaks itself. */
  readonly role: string | null
  readonly body: string | null
}

/** Whose words a clause reports, and by which verbs. */
export type Voice = { readonly start: number; readonly verbs: readonly VerbInText[] } & (
  | { readonly kind: 'people'; readonly names: readonly NameInText[] }
  | { readonly kind: 'office'; readonly office: Office }
  | { readonly kind: 'participant' | 'pronoun' }
  | { readonly kind: 'anonymous' | 'impersonal'; readonly wording: Range }
)

export interface VoiceContext {
  readonly text: string
  /** Where names begin. */
  readonly names: ReadonlyMap<number, NameInText>
  /** Whether a body may speak: it is one of those that this record lets speak. */
  readonly isParty: (name: string) => boolean
  /** Whether a single word is somebody's family name, printed without an honorific. */
  readonly familyName: (start: number, end: number) => NameInText | null
}

const listing = /^(?:,\s+and\s+|,\s+|\s+and\s+|\s+&\s+|\s+as well as\s+)/
const office =
  /(?:the\s+)?((?:co-?|vice-?|deputy\s+|acting\s+)?(?:chair(?:person|man|woman|s)?|moderator|facilitator|rapporteur|convenor|convener|presiding officer|president|secretary-general|secretary|executive secretary|director-general|secretariat|presenter|host)|(?:permanent\s+)?representatives?|delegates?|delegation|observers?|spokes(?:person|man|woman))(?![\p{L}-])((?:\s+(?:of|from|for)\s+(?:the\s+)?)(\p{Lu}[\p{L}&.'’-]*(?:\s+(?:(?:of|and|for|the)\s+){0,2}\p{Lu}[\p{L}&.'’-]*){0,6}))?/iuy
const party = /(?:the\s+)?\p{Lu}[\p{L}&.'’-]*(?:\s+(?:(?:of|and|for|the)\s+){0,2}\p{Lu}[\p{L}&.'’-]*){0,6}/uy
const pronoun = /(?:he|she|they|it|(?:both|the latter|the former|the speaker|the two))(?=\s)/iuy
const apposition = /^(?:\s*\([^()]{1,120}\)|,\s[^.;:]{1,140}?,(?=\s))/u

/** The names that stand together as one subject: "Ms. A. Roe, Mr. B. Poe and Dr. C. Lee". */
const jointNames = (context: VoiceContext, first: NameInText): NameInText[] => {
  const names = [first]
  for (;;) {
    const last = names.at(-1) ?? first
    const separator = listing.exec(context.text.slice(last.end, last.end + 16))?.[0]
    const next = separator === undefined ? undefined : context.names.get(last.end + separator.length)
    if (!next) return names
    names.push(next)
  }
}

/** The verb after a subject, over what stands beside it in parentheses or between commas. */
const subjectVerb = (text: string, end: number, limit: number): VerbInText | null => {
  // "The panel's vice-chair, Mr. Poe, explained": the comma closes what the name stands in.
  const closed = text[end] === ',' ? verbAfter(text, end + 1, pastForms) : null
  const direct = verbAfter(text, end, finiteForms) ?? (closed?.start === end + 2 ? closed : null)
  if (direct) return direct.end <= limit ? direct : null
  const beside = apposition.exec(text.slice(end, Math.min(limit, end + 160)))
  const after = beside ? verbAfter(text, end + beside[0].length, finiteForms) : null
  return after && after.end <= limit ? after : null
}

const passiveBe = /^(?:\s+(?:was|were|has been|had been|is|are))\b/

/** "Dr. Roe was not convinced *and argued* that …": the report after a state. */
const verbAfterState = (text: string, end: number, limit: number): VerbInText | null => {
  const joint =
    /^\s+(?:was|were|is|are)\s+[^.;:]{3,60}?\s(?:and|but)\s+(?=(?:\p{L}+ly\s+)?\p{L}+\s+(?:that|whether|why|how)\b)/u.exec(
      text.slice(end, Math.min(limit, end + 120)),
    )
  return joint ? verbAfter(text, end + joint[0].length) : null
}

const opinion =
  /^\s+(?:was|were)\s+(?:(?:also|not|\p{L}+ly)\s+)?(?:of the (?:view|opinion)|in favou?r|in agreement|against|concerned|critical|sceptical|skeptical|opposed|supportive|convinced|unconvinced|pleased|glad|happy|unhappy|grateful|surprised|doubtful|unsure|keen)\b|^['’]s\s+(?:\p{L}+\s+)?(?:response|reply|answer|view|position|suggestion|comment|point|question|concern|proposal|recommendation)\s+was\b/u

const people = (context: VoiceContext, at: number, limit: number): Voice | null => {
  const first = context.names.get(at)
  if (!first) return null
  const names = jointNames(context, first)
  const end = (names.at(-1) ?? first).end
  const isState = passiveBe.test(context.text.slice(end, end + 12))
  const verb = isState ? verbAfterState(context.text, end, limit) : subjectVerb(context.text, end, limit)
  if (verb) return { kind: 'people', start: at, names, verbs: [verb, ...verbsJoined(context.text, verb, limit)] }
  return opinion.test(context.text.slice(end, Math.min(limit, end + 90)))
    ? { kind: 'people', start: at, names, verbs: [] }
    : null
}

const familyAlone = (context: VoiceContext, at: number, limit: number): Voice | null => {
  const match = /^\p{Lu}[\p{L}'’-]+/u.exec(context.text.slice(at, at + 40))
  if (!match) return null
  const name = context.familyName(at, at + match[0].length)
  const verb = name ? verbAfter(context.text, at + match[0].length) : null
  return name && verb && verb.end <= limit
    ? { kind: 'people', start: at, names: [name], verbs: [verb, ...verbsJoined(context.text, verb, limit)] }
    : null
}

const officeOf = (context: VoiceContext, at: number): { office: Office; end: number } | null => {
  office.lastIndex = at
  const found = office.exec(context.text)
  if (found) {
    const [printed, role = '', , body] = found
    const isIndefinite = /^(?:representatives?|delegates?|delegation|observers?|spokes)/i.test(role)
    if (isIndefinite && (body === undefined || !/^the\s|^(?:Representatives?|Delegates?|Delegation)/.test(printed)))
      return null
    return { office: { printed, role, body: body && isBody(body) ? body : null }, end: at + printed.length }
  }
  party.lastIndex = at
  const body = party.exec(context.text)?.[0]
  if (body === undefined) return null
  for (let end = body.length; end > 0; end = body.lastIndexOf(' ', end - 1)) {
    const name = body.slice(0, end)
    if (context.isParty(name))
      return { office: { printed: name, role: null, body: name.replace(/^the\s+/i, '') }, end: at + name.length }
  }
  return null
}

const onBehalf = /^,\s+(?:speaking\s+)?(?:on behalf of|for)\s+[^,.;]{2,100},/

const offices = (context: VoiceContext, at: number, limit: number): Voice | null => {
  const found = officeOf(context, at)
  if (!found) return null
  // "The moderator, Ms. Roe, said": the name that stands beside the role speaks.
  const lead = /^(?:,\s+|\s+\()/.exec(context.text.slice(found.end, found.end + 4))?.[0].length ?? 0
  const name = lead > 0 ? context.names.get(found.end + lead) : undefined
  const verbOfName = name && /[,)]/.test(context.text[name.end] ?? '') ? verbAfter(context.text, name.end + 1) : null
  if (name && verbOfName && verbOfName.end <= limit)
    return {
      kind: 'people',
      start: at,
      names: [name],
      verbs: [verbOfName, ...verbsJoined(context.text, verbOfName, limit)],
    }
  const beside = onBehalf.exec(context.text.slice(found.end, found.end + 140))?.[0].length ?? 0
  const verb = subjectVerb(context.text, found.end + beside, limit)
  return verb
    ? { kind: 'office', start: at, office: found.office, verbs: [verb, ...verbsJoined(context.text, verb, limit)] }
    : null
}

const pronouns = (context: VoiceContext, at: number, limit: number): Voice | null => {
  pronoun.lastIndex = at
  const found = pronoun.exec(context.text)
  const verb = found ? verbAfter(context.text, at + found[0].length) : null
  return verb && verb.end <= limit
    ? { kind: 'pronoun', start: at, verbs: [verb, ...verbsJoined(context.text, verb, limit)] }
    : null
}

const theParticipant = (context: VoiceContext, at: number, limit: number): Voice | null => {
  const found = definiteParticipant.exec(context.text.slice(at, at + 30))
  const verb = found?.index === 0 ? verbAfter(context.text, at + found[0].length) : null
  return verb && verb.end <= limit
    ? { kind: 'participant', start: at, verbs: [verb, ...verbsJoined(context.text, verb, limit)] }
    : null
}

const anonymous = (context: VoiceContext, at: number): Voice | null => {
  const found = anonymousSubject(context.text, at)
  return found ? { kind: 'anonymous', start: at, wording: [found.start, found.end], verbs: [] } : null
}

const agentPhrase = /\bby\s+(?=\S)/g

/** Who a passive clause says did it: "it was noted *by Ms. Roe* that …". */
const namedAgent = (context: VoiceContext, from: number, limit: number): NameInText | null => {
  for (const match of context.text.slice(from, Math.min(limit, from + 160)).matchAll(agentPhrase)) {
    const name = context.names.get(from + match.index + match[0].length)
    if (name) return name
  }
  return null
}

const impersonal = (context: VoiceContext, at: number, limit: number, onlySure: boolean): Voice | null => {
  const { text } = context
  const found = impersonalAt(text, at, limit)
  if (!found || (onlySure && !found.isSure)) return null
  const name = namedAgent(context, at, limit)
  if (name) {
    const verb = found.verb === null ? null : participleAfter(text, found.verb[0])
    return { kind: 'people', start: at, names: [name], verbs: verb ? [verb] : [] }
  }
  const agent = anonymousAgent(text, found.end, Math.min(limit, found.end + 120))
  if (agent) return { kind: 'anonymous', start: at, wording: [agent.start, agent.end], verbs: [] }
  return { kind: 'impersonal', start: at, wording: [found.start, found.end], verbs: [] }
}

/** "The plan was seen by one participant as …": any passive with an agent that has no name. */
const passiveByAnonymous = (context: VoiceContext, at: number, limit: number): Voice | null => {
  const clause = context.text.slice(at, Math.min(limit, at + 400))
  const be = /\b(?:was|were|has been|have been|had been)\s+(?:\p{L}+ly\s+|also\s+)?\p{L}+(?:ed|en|n|ld|lt|id)\b/u.exec(
    clause,
  )
  if (!be || /\b(?:that|which|who)\b/.test(clause.slice(0, be.index))) return null
  const from = at + be.index + be[0].length
  const agent = anonymousAgent(context.text, from, Math.min(limit, from + 60))
  return agent ? { kind: 'anonymous', start: at, wording: [agent.start, agent.end], verbs: [] } : null
}

const passive =
  /\b(?:was|were|has been|have been|had been)\s+(?:\p{L}+ly\s+|also\s+|then\s+)?(?=\p{L}+\s+(?:\p{L}+\s+){0,2}?by\s+\p{Lu})/u

/** "The session was opened by Ms. Roe": a passive whose agent has a name. */
const passiveByNamed = (context: VoiceContext, at: number, limit: number): Voice | null => {
  const clause = context.text.slice(at, Math.min(limit, at + 300))
  const be = passive.exec(clause)
  if (!be || /\b(?:that|which|who)\b/.test(clause.slice(0, be.index))) return null
  const verb = participleAfter(context.text, at + be.index + be[0].length)
  const name = verb ? namedAgent(context, verb.end, limit) : null
  return verb && name ? { kind: 'people', start: at, names: [name], verbs: [verb] } : null
}

const according = /^(?:according to|in the (?:view|opinion|words) of|for)\s+/i

const accordingTo = (context: VoiceContext, at: number): Voice | null => {
  const lead = according.exec(context.text.slice(at, at + 40))?.[0]
  if (lead === undefined) return null
  const name = context.names.get(at + lead.length)
  if (name && !/^for/i.test(lead)) return { kind: 'people', start: at, names: [name], verbs: [] }
  const agent = anonymousAgent(context.text, at, Math.min(context.text.length, at + 100))
  return agent && agent.start === at + lead.length && /^\s*,/.test(context.text.slice(agent.end, agent.end + 2))
    ? { kind: 'anonymous', start: at, wording: [agent.start, agent.end], verbs: [] }
    : null
}

const viewHeldBy =
  /^it was (?:also |further |however )?the (?:\p{L}+ )?(?:view|opinion|position|feeling|understanding|hope|wish|concern|recommendation|suggestion|belief|conviction) of\s+/iu

/** "It was the view of some participants that …": of somebody named or not, else of the meeting. */
const viewOf = (context: VoiceContext, at: number): Voice | null => {
  const lead = viewHeldBy.exec(context.text.slice(at, at + 80))?.[0]
  if (lead === undefined) return null
  const holder = at + lead.length
  const name = context.names.get(holder)
  if (name) return { kind: 'people', start: at, names: [name], verbs: [] }
  const someone = anonymousAt(context.text, holder)
  return someone
    ? { kind: 'anonymous', start: at, wording: [someone.start, someone.end], verbs: [] }
    : { kind: 'impersonal', start: at, wording: [at, holder], verbs: [] }
}

/** What may stand before a subject without a comma: "To this Mr. Poe replied". */
const leadIn =
  /^(?:to (?:this|that|which)|in (?:response|reply|answer|conclusion|closing|turn|addition|summary)|at (?:this point|the outset|the end|the close)|on (?:this|that)(?: point| issue| matter)?|here|again|once more|for (?:his|her|their) part)\s+(?=\p{Lu}|the\s)/iu

/** Where a subject may begin in a clause: at its start, and after what is put in front of it up to a comma. */
const subjectPositions = (text: string, start: number, end: number): number[] => {
  const positions = [start]
  const lead =
    /^(?:and|but|however|yet|so|moreover|furthermore|also|finally|then|thus|therefore|similarly|meanwhile|lastly|first|second|third|secondly|thirdly|subsequently|next|as),?\s+/i.exec(
      text.slice(start, start + 24),
    )
  if (lead) positions.push(start + lead[0].length)
  const short = leadIn.exec(text.slice(start, start + 60))
  if (short) positions.push(start + short[0].length)
  for (const match of text.slice(start, Math.min(end, start + 280)).matchAll(/(?:,|:)\s+/g)) {
    positions.push(start + match.index + match[0].length)
    if (positions.length >= 7) break
  }
  return positions.map((at) => at + (/^["“‘*_(]*/.exec(text.slice(at, at + 4))?.[0].length ?? 0))
}

const saidBy =
  /,["”’]?\s+(?:said|noted|remarked|observed|added|replied|stated|argued|explained|suggested|commented)\s+(?=\p{Lu})/u

/** "…, said Mr. Poe." */
const inverted = (context: VoiceContext, start: number, end: number): Voice | null => {
  const from = Math.max(start, end - 120)
  const match = saidBy.exec(context.text.slice(from, end))
  const name = match ? context.names.get(from + match.index + match[0].length) : undefined
  const verb = match ? verbAfter(context.text, from + match.index + (match[0].indexOf(' ') + 1)) : null
  return name && verb ? { kind: 'people', start, names: [name], verbs: [verb] } : null
}

/** Whose words the clause `[start, end)` reports; null for a plain sentence. */
export const voiceOf = (context: VoiceContext, start: number, end: number, isFirst = true): Voice | null => {
  for (const [i, at] of subjectPositions(context.text, start, end).entries()) {
    if (!isFirst && i > 0) break
    const found =
      people(context, at, end) ??
      offices(context, at, end) ??
      (i < 2 || !isFirst ? pronouns(context, at, end) : null) ??
      theParticipant(context, at, end) ??
      anonymous(context, at) ??
      accordingTo(context, at) ??
      viewOf(context, at) ??
      familyAlone(context, at, end) ??
      impersonal(context, at, end, i > 0 || !isFirst) ??
      (i === 0 && isFirst ? (passiveByAnonymous(context, at, end) ?? passiveByNamed(context, at, end)) : null)
    if (found) return found
  }
  return isFirst ? inverted(context, start, end) : null
}

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

export const isSpeakingBody = (name: string): boolean => isCountry(name) || isBody(name)
