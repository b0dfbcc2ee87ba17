import { isCountry } from '../english/bodies.js'
import { isWholeTitle } from '../english/titles.js'
import { type VerbInText, verbsJoined } from '../english/verb-group.js'
import type { NameInText } from '../identity/names-in-text.js'
import { subjectPositions } from './subject-positions.js'
import { subjectVerb } from './subject-verb.js'
import type { Office, Range, Voice, VoiceContext } from './voice.js'

/** A sentence that says whose the words are that begin with it. */
export interface Opening {
  readonly voice: Extract<Voice, { kind: 'people' | 'office' }>
  /** `[start, end)` of the subject. */
  readonly subject: Range
  /** Where the words begin: the sentence, with what is put in front of its subject. */
  readonly start: number
  /** The verb that reports; null where another stands there ("Mr. Roe produced a map"). */
  readonly verb: VerbInText | null
  /** The subject stands at the beginning of the sentence. */
  readonly isFirst: boolean
}

const listing = /^(?:,\s+and\s+|,\s+|\s+and\s+|\s+&\s+|\s+as well as\s+)/
const andMore = /^\s+(?:and|or|nor)\s+(?:he|she|his|her|they|their|others?|the|a|some|I|we|\p{Lu})\b/u

/** The names that stand together as one subject. */
const jointNames = (context: VoiceContext, first: NameInText): NameInText[] => {
  const names = [first]
  for (;;) {
    const last = names.at(-1) ?? first
    const separator = listing.exec(context.text.slice(last.end, last.end + 16))?.[0]
    const next = separator === undefined ? undefined : context.names.get(last.end + separator.length)
    if (!next || (/^,\s/.test(separator ?? '') && !/[,\s](?:and|,)/.test(context.text.slice(next.end, next.end + 5))))
      return names
    names.push(next)
  }
}

const titleWord = "\\p{Lu}[\\p{L}'’-]*"
const officeAt = new RegExp(
  `((?:[Tt]he|THE)\\s+|[Hh]is\\s+[Ee]xcellency\\s+the\\s+)((?:${titleWord})(?:\\s+(?:(?:of|for|the|and|to|at)\\s+){0,3}${titleWord}){0,8})`,
  'uy',
)
const rulers =
  /^(?:(?:crown )?(?:king|queen|emperor|empress|shah|pope|sultan|emir|amir|prince|princess|chairperson|chair|secretariat|presidency|premier|foreign secretary|secretary|generalissimo|marshal|aga khan|dalai lama|imam|bey|pasha|viceroy|regent))$/i

/** Of capitalized words, the longest beginning that is the title of an office. */
const titleIn = (words: string): string | null => {
  for (let end = words.length; end > 0; end = words.lastIndexOf(' ', end - 1)) {
    const part = words.slice(0, end).trim()
    if (/\s(?:of|for|the|and|to|at)$/i.test(part)) continue
    if (/^[^\p{Ll}]+$/u.test(part) ? isTitle(capitalized(part)) : isTitle(part)) return part
  }
  return null
}

const capitalized = (text: string): string =>
  text.replace(/(\p{Lu})(\p{Lu}+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase())

const isTitle = (text: string): boolean => rulers.test(text) || (/^\p{Lu}/u.test(text) && isWholeTitle(text))

/** "The Prime Minister", "the Secretary of State": an office that begins at an offset. */
const officeOf = (text: string, at: number): { office: Office; end: number } | null => {
  officeAt.lastIndex = at
  const found = officeAt.exec(text)
  if (!found) return null
  const [, article = '', words = ''] = found
  const role = titleIn(words)
  if (role === null) return null
  const end = at + article.length + role.length
  if (/^['’]/.test(text[end] ?? '')) return null
  return { office: { printed: text.slice(at, end), role, body: null }, end }
}

const beside = /^(?:,\s+|\s+\()/

/** The person who is named beside an office: "The Prime Minister, Sir A. Roe, said", "The Chairman (Mr. Poe) asked". */
const holderBeside = (context: VoiceContext, end: number): { name: NameInText; end: number } | null => {
  const lead = beside.exec(context.text.slice(end, end + 4))?.[0].length ?? 0
  const name = lead > 0 ? context.names.get(end + lead) : undefined
  const close = name ? /^\s*[,)]/.exec(context.text.slice(name.end, name.end + 2)) : null
  return name && close ? { name, end: name.end + close[0].length } : null
}

const other =
  /^\s+(?:(?:then|also|now|again|next|further|accordingly|therefore|thereupon|finally|\p{Ll}+ly)\s+){0,2}(?!(?:and|or|nor|of|for|in|on|at|to|from|by|with|as|who|whom|which|that|whose|is|are|has|have|would|will|could|should|may|might|must|can|had|left|arrived|joined|entered|withdrew|attended|returned|departed)\b)\p{Ll}{2,}/u

/** Another verb than one that reports, where a subject stands that the record marks as a speaker's. */
const doesSomething = (text: string, end: number): boolean => other.test(text.slice(end, end + 60))

const withJoined = (text: string, verb: VerbInText | null, limit: number): VerbInText[] =>
  verb ? [verb, ...verbsJoined(text, verb, limit)] : []

const openingAt = (context: VoiceContext, sentence: Range, at: number): Opening | null => {
  const { text } = context
  const [start, limit] = sentence
  const named = context.names.get(at)
  const make = (voice: Opening['voice'], end: number, verb: VerbInText | null): Opening => ({
    voice,
    subject: [at, end],
    start,
    verb,
    isFirst: at === start,
  })
  if (named && (named.isPerson || named.person !== null)) {
    const names = jointNames(context, named)
    const end = (names.at(-1) ?? named).end
    if (/^['’]/.test(text[end] ?? '') || andMore.test(text.slice(end, end + 20))) return null
    const verb = subjectVerb(text, end, limit)
    if (!verb && !doesSomething(text, end)) return null
    return make({ kind: 'people', start: at, names, verbs: withJoined(text, verb, limit) }, end, verb)
  }
  const found = officeOf(text, at)
  if (!found) return null
  const holder = holderBeside(context, found.end)
  const end = holder?.end ?? found.end
  if (andMore.test(text.slice(end, end + 20))) return null
  const verb = subjectVerb(text, end, limit)
  if (!verb && !doesSomething(text, end)) return null
  const verbs = withJoined(text, verb, limit)
  return make(
    holder
      ? { kind: 'people', start: at, names: [holder.name], verbs }
      : { kind: 'office', start: at, office: found.office, verbs },
    holder?.end ?? found.end,
    verb,
  )
}

/** Who is the subject of a sentence that reports, at its start or behind what is put in front; null for a plain sentence. */
export const openingOf = (context: VoiceContext, sentence: Range): Opening | null => {
  for (const at of subjectPositions(context.text, ...sentence)) {
    const found = openingAt(context, sentence, at)
    if (found && (found.isFirst || found.verb !== null)) return found
  }
  return null
}

const collective =
  /(?:[Tt]he\s+|THE\s+)?(\p{Lu}[\p{L}.-]*(?:\s+\p{Lu}[\p{L}.-]*){0,4})\s+(delegations?|delegates?|representatives?|side|team|officials?|spokes(?:man|person|woman)|party|group|[Mm]inisters?)(?=\s)/uy
const nation = /(?:[Tt]he\s+|THE\s+)?(\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:of|and|the)\s+){0,2}\p{Lu}[\p{L}.'’-]*){0,5})/uy
const demonym = /(?:ese|ish|ans|ians|tch|nch|wiss|aqis|anis|enis|uwaitis|haelis|sraelis)$/

/** A party that is the subject of a sentence: "The Japanese delegation asked", "The Americans replied", "Norway said". */
export const partyOf = (context: VoiceContext, [start, limit]: Range): Opening | null => {
  const { text } = context
  collective.lastIndex = start
  const team = collective.exec(text)
  nation.lastIndex = start
  const words = nation.exec(text)?.[0] ?? ''
  let printed = team?.[0] ?? null
  for (let end = words.length; printed === null && end > 0; end = words.lastIndexOf(' ', end - 1)) {
    const name = words.slice(0, end)
    if (
      isCountry(name) ||
      context.isParty(name) ||
      (/^the\s/i.test(name) && demonym.test(name) && !/\s.*\s/.test(name))
    )
      printed = name
  }
  if (printed === null) return null
  const end = start + printed.length
  const behalf =
    /^,\s+(?:speaking\s+)?(?:on behalf of|for)\s+[^,.;]{2,100},/.exec(text.slice(end, end + 140))?.[0].length ?? 0
  const verb = subjectVerb(text, end + behalf, limit)
  if (!verb) return null
  const body = printed.replace(/^the\s+/i, '')
  return {
    voice: { kind: 'office', start, office: { printed, role: null, body }, verbs: withJoined(text, verb, limit) },
    subject: [start, end],
    start,
    verb,
    isFirst: true,
  }
}
