import { holdsView } from '../english/attitudes.js'
import { isCountry } from '../english/bodies.js'
import { pastForms } from '../english/reporting-verbs.js'
import { type VerbInText, verbAfter, verbsJoined } from '../english/verb-group.js'
import type { NameInText } from '../identity/names-in-text.js'
import { jointNames } from './joint-names.js'
import { officeOf } from './offices.js'
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
  /** No verb reports, and the words say what the subject thinks: "Mr. Roe had no objection". */
  readonly holdsView?: boolean
}

const goesOn = /^(?:\s*\([^()]{1,80}\))?(?:\s+and\s|,)/
const andMore = /^\s+(?:and|or|nor)\s+(?:he|she|his|her|they|their|others?|the|a|some|I|we|\p{Lu})\b/u

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

/** What may stand between a name and its verb: a country in parentheses, a title, on whose behalf somebody speaks. */
const aside =
  /^(?:\s*\([^()]{1,120}\)|,\s(?:[^.;:]|(?<=\b(?:Dr|Mrs?|Ms|M|Prof|Hon|Rev|Fr|St|Lt|Col|Capt|Gen|Sgt|Inc|Ltd|Co|Corp|\p{Lu}))\.){1,160}?,(?=\s)|\s+of\s+(?:the\s+)?\p{Lu}[\p{L}.'’-]*(?:\s+(?:of\s+(?:the\s+)?)?\p{Lu}[\p{L}.'’-]*){0,4}(?:\s+(?:delegation|side|team|party|group))?(?=\s))/u

/** The verb that reports after a subject, over what stands beside it. */
const verbOf = (text: string, end: number, limit: number): VerbInText | null => {
  const direct = subjectVerb(text, end, limit)
  if (direct) return direct
  let at = end
  for (let i = 0; i < 3; i++) {
    const beside = aside.exec(text.slice(at, Math.min(limit, at + 200)))
    if (!beside) return null
    at += beside[0].length
    const verb = verbAfter(text, at, pastForms)
    if (verb) return verb.end <= limit ? verb : null
    if (beside[0].endsWith(',')) at--
  }
  return null
}

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
    holdsView: verb === null && holdsView(text, end, limit),
  })
  if (named && (named.isPerson || named.person !== null)) {
    const names = jointNames(context, named, (end) => goesOn.test(text.slice(end, end + 90)))
    const end = (names.at(-1) ?? named).end
    if (/^['’]/.test(text[end] ?? '') || andMore.test(text.slice(end, end + 20))) return null
    const verb = verbOf(text, end, limit)
    if (!verb && !doesSomething(text, end) && !holdsView(text, end, limit)) return null
    return make({ kind: 'people', start: at, names, verbs: withJoined(text, verb, limit) }, end, verb)
  }
  const found = officeOf(text, at)
  if (!found) return null
  const holder = holderBeside(context, found.end)
  const end = holder?.end ?? found.end
  if (andMore.test(text.slice(end, end + 20))) return null
  const verb = verbOf(text, end, limit)
  if (!verb && !doesSomething(text, end) && !holdsView(text, end, limit)) return null
  const verbs = withJoined(text, verb, limit)
  return make(
    holder
      ? { kind: 'people', start: at, names: [holder.name], verbs }
      : { kind: 'office', start: at, office: found.office, also: found.also ?? [], verbs },
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

const saidBy =
  /,["”’]?\s+(?=(?:said|replied|remarked|observed|added|answered|rejoined|retorted|responded)\s+(?:\p{Lu}|the\s+\p{L}))/u

/** Who speaks behind words of their own: "In that case, said Mr. Roe, she was at a loss". */
export const invertedOpening = (context: VoiceContext, [start, limit]: Range): Opening | null => {
  const lead = saidBy.exec(context.text.slice(start, Math.min(limit, start + 200)))
  const verb = lead ? verbAfter(context.text, start + lead.index + lead[0].length - 1, pastForms) : null
  if (!verb || verb.end > limit) return null
  const at = verb.end + 1
  const name = context.names.get(at)
  const office = name ? null : officeOf(context.text, at)
  const end = name?.end ?? office?.end ?? at
  if (!/^[.,;:]/.test(context.text.slice(end, end + 1))) return null
  const voice: Opening['voice'] | null =
    name && (name.isPerson || name.person !== null)
      ? { kind: 'people', start: at, names: [name], verbs: [verb] }
      : office && { kind: 'office', start: at, office: office.office, verbs: [verb] }
  return voice && { voice, subject: [at, end], start, verb, isFirst: false }
}

const joints =
  /(?:[,;]\s+(?:and|but|while|whereas)\s+|,\s+(?:(?:to|in response to|in answer to)\s+which|whereupon)\s+|;\s+)(?=[Tt]he\s+\p{Lu}|\p{Lu})/gu

/** Where another speaker takes over inside of a sentence: ", and the Secretary observed that …". */
export const openingsWithin = (context: VoiceContext, [start, end]: Range): Opening[] => {
  const found: Opening[] = []
  let tried = 0
  for (const match of context.text.slice(start, end).matchAll(joints)) {
    if (tried++ > 12) break
    const at = start + match.index + match[0].length
    const opening = openingAt(context, [at, end], at)
    if (opening?.verb) found.push(opening)
  }
  return found
}

const collective =
  /(?:[Tt]he\s+|THE\s+)?(?!The\s)(\p{Lu}[\p{L}.-]*(?:\s+\p{Lu}[\p{L}.-]*){0,4})\s+(delegations?|delegates?|representatives?|side|team|officials?|spokes(?:man|person|woman)|party|group|[Mm]inisters?)(?=\s)/uy
const nation = /(?:[Tt]he\s+|THE\s+)?(\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:of|and|the)\s+){0,2}\p{Lu}[\p{L}.'’-]*){0,5})/uy
const demonym = /(?:ese|ish|ans|ians|tch|nch|wiss|aqis|anis|enis|uwaitis|haelis|sraelis)$/

/** Those who met, as a whole: what they did is nobody's words. */
const gathering =
  /^(?:the\s+)?(?:meeting|committee|sub-?committee|cabinet|council|conference|board|commission|assembly|party|group|delegations)$/i

/** Other bodies that the record says have somebody there, beside one: "Norway, Chad and the Isles". */
const othersBeside = (context: VoiceContext, from: number): { also: Office[]; end: number } => {
  const also: Office[] = []
  let end = from
  while (also.length < 12) {
    const lead =
      /^(?:,\s+(?:and\s+)?|\s+and\s+)(?=(?:the\s+)?\p{Lu})/u.exec(context.text.slice(end, end + 12))?.[0].length ?? 0
    nation.lastIndex = end + lead
    let words = lead > 0 ? (nation.exec(context.text)?.[0] ?? '') : ''
    while (words !== '' && !context.isRepresented?.(words)) words = words.slice(0, Math.max(0, words.lastIndexOf(' ')))
    if (words === '') break
    also.push({ printed: words, role: null, body: words.replace(/^the\s+/i, '') })
    end += lead + words.length
  }
  return { also, end }
}

/** "Mill Guild and the Tide Trust": one that is represented, and another, or a part of its name. */
const isOfTwo = ({ isRepresented }: VoiceContext, name: string): boolean => {
  const at = name.search(/\sand(?:\s|$)/)
  return at > 0 && isRepresented?.(name.slice(0, at)) === true && !isRepresented(name)
}

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
    if (isOfTwo(context, name)) continue
    if (
      isCountry(name) ||
      context.isParty(name) ||
      (/^the\s/i.test(name) && demonym.test(name) && !/\s.*\s/.test(name))
    )
      printed = name
  }
  if (printed === null || gathering.test(printed) || officeOf(text, start) !== null) return null
  const others = team ? { also: [], end: start + printed.length } : othersBeside(context, start + printed.length)
  const { end } = others
  const behalf =
    /^,\s+(?:speaking\s+)?(?:on behalf of|for)\s+[^,.;]{2,100},/.exec(text.slice(end, end + 140))?.[0].length ?? 0
  const verb = verbOf(text, end + behalf, limit)
  if (!verb) return null
  const country = team?.[1] ?? ''
  const body = isCountry(country) ? country : (context.bodyNamed?.(country) ?? printed.replace(/^the\s+/i, ''))
  return {
    voice: {
      kind: 'office',
      start,
      office: { printed, role: null, body },
      also: others.also,
      verbs: withJoined(text, verb, limit),
    },
    subject: [start, end],
    start,
    verb,
    isFirst: true,
  }
}

const several =
  /^(?:(?:the\s+)?(?:two|both)|both(?:\s+(?:of\s+)?the)?)\s+((?:prime\s+|foreign\s+)?(?:ministers|secretaries|delegations|sides|parties|governments|leaders|presidents|ambassadors|speakers|men|heads of (?:state|government|delegation)))(?=\s)/iu

/** "The two Ministers agreed": what those are called who are meant together, and the verb. */
export const twoTogether = (
  { text }: VoiceContext,
  [start, end]: Range,
): { noun: string; verb: VerbInText; wording: Range } | null => {
  const match = several.exec(text.slice(start, Math.min(end, start + 80)))
  const verb = match ? subjectVerb(text, start + match[0].length, end) : null
  return match && verb ? { noun: match[1] ?? '', verb, wording: [start, verb.end] } : null
}
