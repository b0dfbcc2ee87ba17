import { anonymousAgent } from '../english/anonymous.js'
import { isBody } from '../english/bodies.js'
import { impersonalAt } from '../english/impersonal.js'
import { participleAfter } from '../english/verb-group.js'
import type { NameInText } from '../identity/names-in-text.js'
import { officeAt } from './office-voice.js'
import type { Office, Voice, VoiceContext } from './voice.js'

const agentPhrase = /\bby\s+(?=\S)/g

/** Who a passive clause says did it: "it was noted *by Ms. Roe* that …". */
const namedAgent = (context: VoiceContext, from: number, limit: number): NameInText | null => {
  for (const match of context.text.slice(from, Math.min(limit, from + 160)).matchAll(agentPhrase)) {
    const name = context.names.get(from + match.index + match[0].length)
    if (name) return name
  }
  return null
}

const byOffice = /\bby\s+(?=the\s)/g

/** The office that a passive clause says did it: "it was noted *by the Chair* that …". */
const officeAgent = (context: VoiceContext, from: number, limit: number): Office | null => {
  for (const match of context.text.slice(from, Math.min(limit, from + 100)).matchAll(byOffice)) {
    const found = officeAt(context, from + match.index + match[0].length)
    if (found && /^\s+(?:that|to|how|whether|and|as)\b|^[,.]/.test(context.text.slice(found.end, found.end + 10)))
      return found.office
  }
  return null
}

const capitals =
  /\bby\s+(?:the\s+)?(\p{Lu}[\p{L}'’-]*(?:\s+(?:(?:of|and|for|the|&)\s+){0,2}\p{Lu}[\p{L}'’-]*){0,8})(?=[.,:;]|\s+(?:that|to|how|whether)\b|$)/u

/** The body that a passive clause says did it: "This was shared *by the Mill Guild*." */
const bodyAgent = ({ text, isParty }: VoiceContext, from: number, limit: number): Office | null => {
  const printed = capitals.exec(text.slice(from, Math.min(limit, from + 120)))?.[1]
  // "Ada Roe of the Mill Guild" is somebody of a body.
  const before = printed?.split(/\s+of\s+/, 1)[0] ?? ''
  return printed !== undefined && isParty(printed) && (before === printed || isBody(before))
    ? { printed, role: null, body: printed }
    : null
}

/** "It was suggested that …": of nobody, unless a "by" names somebody. */
export const impersonalVoice = (context: VoiceContext, at: number, limit: number, onlySure: boolean): Voice | null => {
  const { text } = context
  const found = impersonalAt(text, at, limit)
  if (!found || (onlySure && !found.isSure)) return null
  const name = namedAgent(context, at, limit)
  if (name) {
    const verb = found.verb === null ? null : participleAfter(text, found.verb[0])
    return { kind: 'people', start: at, names: [name], verbs: verb ? [verb] : [] }
  }
  const office = officeAgent(context, at, limit) ?? bodyAgent(context, found.end, limit)
  if (office) {
    const verb = found.verb === null ? null : participleAfter(text, found.verb[0])
    return { kind: 'office', start: at, office, verbs: verb ? [verb] : [] }
  }
  const agent = anonymousAgent(text, found.end, Math.min(limit, found.end + 120))
  if (agent) return { kind: 'anonymous', start: at, wording: [agent.start, agent.end], verbs: [] }
  return { kind: 'impersonal', start: at, wording: [found.start, found.end], verbs: [] }
}

/** "The plan was seen by one participant as …": any passive with an agent that has no name. */
export const passiveByAnonymous = (context: VoiceContext, at: number, limit: number): Voice | null => {
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
  /\b(?:was|were|has been|have been|had been)\s+(?:\p{L}+ly\s+|also\s+|then\s+)?(?=\p{L}+\s+(?:\p{L}+\s+){0,2}?by\s+(?:the\s+)?\p{Lu})/u

/** "The session was opened by Ms. Roe", or by a body: a passive whose agent has a name. */
export const passiveByNamed = (context: VoiceContext, at: number, limit: number): Voice | null => {
  const clause = context.text.slice(at, Math.min(limit, at + 300))
  const be = passive.exec(clause)
  if (!be || /\b(?:that|which|who)\b/.test(clause.slice(0, be.index))) return null
  const verb = participleAfter(context.text, at + be.index + be[0].length)
  const name = verb ? namedAgent(context, verb.end, limit) : null
  if (verb && name) return { kind: 'people', start: at, names: [name], verbs: [verb] }
  const body = verb ? bodyAgent(context, verb.end, limit) : null
  return verb && body ? { kind: 'office', start: at, office: body, verbs: [verb] } : null
}
