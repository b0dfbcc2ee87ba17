import { anonymousAgent, anonymousAt } from '../english/anonymous.js'
import { officeAt } from './office-voice.js'
import type { Voice, VoiceContext } from './voice.js'

const according = /^(?:according to|in the (?:view|opinion|words) of|for)\s+/i

/** "According to Ms. Roe, …", "For one participant, …". */
export const accordingTo = (context: VoiceContext, at: number): Voice | null => {
  const lead = according.exec(context.text.slice(at, at + 40))?.[0]
  if (lead === undefined) return null
  const name = context.names.get(at + lead.length)
  const isFor = /^for/i.test(lead)
  if (name && !isFor) return { kind: 'people', start: at, names: [name], verbs: [] }
  const office = isFor ? null : officeAt(context, at + lead.length)
  if (
    office &&
    /^,|^\s+(?:no|the|an?|any|this|that|these|those|it|there)\b/.test(context.text.slice(office.end, office.end + 8))
  )
    return { kind: 'office', start: at, office: office.office, verbs: [] }
  const agent = anonymousAgent(context.text, at, Math.min(context.text.length, at + 100))
  return agent && agent.start === at + lead.length && /^\s*,/.test(context.text.slice(agent.end, agent.end + 2))
    ? { kind: 'anonymous', start: at, wording: [agent.start, agent.end], verbs: [] }
    : null
}

const viewHeldBy =
  /^it was (?:also |further |however )?the (?:\p{L}+ )?(?:view|opinion|position|feeling|understanding|hope|wish|concern|recommendation|suggestion|belief|conviction) of\s+/iu

const heldBy = /^["“]?in\s+/iu
const asView = /^['’]s?\s+(?:\p{L}+\s+)?(?:view|opinion|judge?ment|estimation|experience)\b/u

/** "In Ms. Roe's view, …", "That, in Ms. Roe's opinion, …": whose it is. */
export const viewOfNamed = (context: VoiceContext, at: number): Voice | null => {
  const lead = heldBy.exec(context.text.slice(at, at + 8))?.[0]
  const name = lead === undefined ? undefined : context.names.get(at + lead.length)
  return name && asView.test(context.text.slice(name.end, name.end + 40))
    ? { kind: 'people', start: at, names: [name], verbs: [] }
    : null
}

const statedView = /^the (?:response|reply|answer|view|advice|position|opinion|comment) (?:of|from|given by)\s+/i

/** "The response of the Secretariat was that …": whose it is. */
export const viewStated = (context: VoiceContext, at: number): Voice | null => {
  const lead = statedView.exec(context.text.slice(at, at + 50))?.[0]
  if (lead === undefined) return null
  const holder = at + lead.length
  const name = context.names.get(holder)
  const office = name ? null : officeAt(context, holder)
  const end = name?.end ?? office?.end ?? holder
  if (!/^\s+(?:was|were)\b/.test(context.text.slice(end, end + 8))) return null
  if (name) return { kind: 'people', start: at, names: [name], verbs: [] }
  return office ? { kind: 'office', start: at, office: office.office, verbs: [] } : null
}

/** "It was the view of some participants that …": of somebody named or not, else of the meeting. */
export const viewOf = (context: VoiceContext, at: number): Voice | null => {
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
