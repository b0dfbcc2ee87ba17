import { doneBySpeakers, doneToBusiness, impressions, quotatives, whatWasSaid } from '../english/meeting-words.js'
import { participles, pastForms } from '../english/reporting-verbs.js'
import { participleAfter, type VerbInText, verbAfter } from '../english/verb-group.js'
import type { Range } from '../outline/outline.js'
import type { VoiceContext } from './people.js'
import { type Candidate, subjectAt } from './subjects.js'

/** Somebody whom a clause says to have said it, though they are not its subject. */
export interface Agent {
  readonly candidate: Candidate
  readonly verb: VerbInText | null
}

const byAgent =
  /\b(?:was|were|been|is)\s+(?:(?:also|then|not|\p{L}+ly)\s+){0,2}(\p{L}+)(?:\s+(?:up|forward|out|at|to))?\s+by\s+/gu
/** What was said, as the subject of a passive. */
const words = new RegExp(`^(?:${whatWasSaid})\\b`)

/** "The plan was criticized by Ms Roe": who is said to have said so. */
export const agentOf = (context: VoiceContext, from: number, to: number): Agent | null => {
  for (const found of context.text.slice(from, Math.min(to, from + 400)).matchAll(byAgent)) {
    const [all, word = ''] = found
    const own = word.toLowerCase()
    if (
      (doneToBusiness.test(own) && !words.test(context.text.slice(from, from + 60))) ||
      !(participles.has(own) || doneBySpeakers.test(own))
    )
      continue
    const candidate = subjectAt(context, from + found.index + all.length)
    if (!candidate || candidate.kind === 'pronoun' || candidate.end > to) continue
    return { candidate, verb: participleAfter(context.text, from + found.index + all.indexOf(word) - 1) }
  }
  return null
}

const saying = new RegExp(`[,?!”"’]["”’]?\\s+(${quotatives})\\s+`, 'gu')
const endsThere = /^\s*(?:\([^()]{1,60}\))?\s*(?:[,.;:—–!?]|$|(?:with|in|from|for|drily|cheerfully)\b)/u

/** "…, said Ms Roe, …": a verb and who said it, set off behind words of theirs. */
const saidBy = (context: VoiceContext, [from, to]: Range): Agent | null => {
  for (const found of context.text.slice(from, to).matchAll(saying)) {
    const at = from + found.index + found[0].length
    const candidate = subjectAt(context, at)
    if (
      !candidate ||
      candidate.end > to ||
      !endsThere.test(context.text.slice(candidate.end, Math.min(to, candidate.end + 70)))
    )
      continue
    const verb = verbAfter(context.text, at - (found[1]?.length ?? 0) - 2, pastForms)
    return { candidate, verb }
  }
  return null
}

const comma = /,["”’]?\s+/g
const endsAside = /^\s*(?:out|in reply|in turn|in response|again|however)?\s*(?:[,.;:—–!?]|$)/

/** "…, Ms Roe explained, …": who said it and how, set between commas. */
const betweenCommas = (context: VoiceContext, [from, to]: Range): Agent | null => {
  const { text } = context
  for (const found of text.slice(from, to).matchAll(comma)) {
    const candidate = subjectAt(context, from + found.index + found[0].length)
    const verb = candidate && verbAfter(text, candidate.end, pastForms)
    if (candidate && verb && verb.end <= to && endsAside.test(text.slice(verb.end, Math.min(to, verb.end + 16))))
      return { candidate, verb }
  }
  return null
}

const accordingTo = /^(?:according to|in the (?:view|opinion|words|experience) of)\s+/i
const inTheirView = /^(?:in|to)\s+(?=\p{Lu})/iu
const viewBehind = /^['’]s?\s+(?:\p{Ll}+\s+)?(?:view|opinion|judge?ment|experience|eyes|mind|words)\b/u
const accordingBehind = /,\s+(?:according to|in the (?:view|opinion|words) of)\s+/gi

const isNamed = ({ kind }: Candidate): boolean => kind !== 'pronoun'

/** "According to Ms Roe, …", "In Ms Roe's view, …", "…, according to Ms Roe." */
const accordingly = (context: VoiceContext, [from, to]: Range): Agent | null => {
  const { text } = context
  const lead = accordingTo.exec(text.slice(from, from + 40)) ?? inTheirView.exec(text.slice(from, from + 8))
  const first = lead && subjectAt(context, from + lead[0].length)
  if (first && isNamed(first) && first.end < to) {
    const after = text.slice(first.end, first.end + 40)
    const isTold = accordingTo.test(lead[0])
    const isAside = isTold && (first.kind === 'person' || /^(?:\s*\([^()]{1,30}\))?,/.test(after))
    if (isAside || (!isTold && viewBehind.test(after))) return { candidate: first, verb: null }
  }
  for (const found of text.slice(from, to).matchAll(accordingBehind)) {
    const candidate = subjectAt(context, from + found.index + found[0].length)
    if (candidate && isNamed(candidate) && /^\s*[.,;]/.test(text.slice(candidate.end, candidate.end + 3)))
      return { candidate, verb: null }
  }
  return null
}

const likewise = /^(?:so|nor|neither)\s+(?:did|does|do|could|would|was|were|is|are|had|has|might)\s+/i

/** "So did Ms Roe." */
const doesLikewise = (context: VoiceContext, [from, to]: Range): Agent | null => {
  const lead = likewise.exec(context.text.slice(from, from + 20))
  const candidate = lead && subjectAt(context, from + lead[0].length)
  return candidate && isNamed(candidate) && candidate.end <= to ? { candidate, verb: null } : null
}

const impression = /^(?:it was|it is)\s+/i
const impressionBehind = new RegExp(`^['’]s?\\s+(?:\\p{Ll}+\\s+)?(?:${impressions})\\s+that\\b`, 'u')

/** "It was Ms Roe's impression that …" */
const ofImpression = (context: VoiceContext, [from, to]: Range): Agent | null => {
  const lead = impression.exec(context.text.slice(from, from + 8))
  const candidate = lead && subjectAt(context, from + lead[0].length)
  const isTheirs =
    candidate &&
    isNamed(candidate) &&
    candidate.end < to &&
    impressionBehind.test(context.text.slice(candidate.end, candidate.end + 50))
  return isTheirs ? { candidate, verb: null } : null
}

/** Who is said to have said a sentence, by words that are set off from it. */
export const setOffSpeaker = (context: VoiceContext, sentence: Range): Agent | null =>
  saidBy(context, sentence) ??
  betweenCommas(context, sentence) ??
  accordingly(context, sentence) ??
  doesLikewise(context, sentence) ??
  ofImpression(context, sentence)

const informed =
  /\s(?:and|but)\s+(was\s+(?:then\s+)?(?:told|informed|advised|assured|reminded|answered|corrected)\s+by\s+)/gu

/** "asked whether …, and was informed by Ms Poe that": who takes over inside of a sentence; `start` is where the words begin. */
export const informant = (context: VoiceContext, [from, to]: Range): (Agent & { readonly start: number }) | null => {
  for (const found of context.text.slice(from, to).matchAll(informed)) {
    const start = from + found.index + found[0].length - (found[1]?.length ?? 0)
    const candidate = subjectAt(context, from + found.index + found[0].length)
    if (!candidate || candidate.kind === 'pronoun') continue
    return { candidate, verb: participleAfter(context.text, start + 3), start }
  }
  return null
}
