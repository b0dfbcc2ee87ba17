import { remembering } from '../once.js'
import { participles } from './reporting-verbs.js'
import { wordAt } from './verb-group.js'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Nouns that name an act of speech or a shared view. */
const speechNouns = words(
  'recommendation recommendations reflection reflections cautioning caution cautions mention agreement consensus discussion discussions suggestion suggestions proposal proposals concern concerns question questions ' +
    'questioning call calls support debate recognition acknowledgement acknowledgment view views opinion opinions warning warnings criticism criticisms request requests emphasis disagreement reference references interest ' +
    'appreciation comment comments observation observations remark remarks point points issue issues idea ideas doubt doubts scepticism skepticism reservation reservations objection objections appeal appeals plea ' +
    'attention preference hope hopes fear fears worry worries regret thanks gratitude praise wish wishes argument arguments clarification clarifications explanation explanations advocacy endorsement ' +
    'feeling sentiment sense unanimity acceptance opposition enthusiasm encouragement matter matters topic topics theme themes complaint complaints grievance grievances speculation confusion uncertainty advice ' +
    'conversation exchange exchanges dialogue deliberations intervention interventions inquiry enquiry inquiries enquiries query queries challenge challenges consideration suggestion importance need needs possibility',
)

/** Of these, nouns that need "raised", "made" or the like beside them: an issue is not yet a report. */
const topicNouns = words(
  'point points issue issues idea ideas matter matters topic topics theme themes challenge challenges importance need needs possibility attention interest sense consideration',
)

/** Participles that report only together with a noun of speech ("concerns were raised"). */
const withNoun = words(
  'raised expressed made voiced advanced put given placed drawn paid offered posed asked exchanged heard received mentioned shared presented tabled aired registered extended directed brought submitted reached laid levelled sounded urged noted suggested discussed stated formulated repeated reiterated called stressed forwarded floated ventured echoed',
)

/** Participles that report by themselves ("training was suggested"). */
const alone = words(
  'suggested proposed recommended stressed emphasized emphasised highlighted underlined underscored noted mentioned questioned advocated acknowledged reiterated queried lamented deplored urged discussed debated welcomed criticized criticised',
)

/** Participles of acts that are done to somebody ("the board was asked to"). */
const directed = words(
  'asked urged encouraged invited requested advised cautioned warned exhorted reminded commended praised applauded criticized criticised thanked congratulated called challenged implored',
)

/** What "it was …" reports with, beside the verbs of saying. */
const judged = words(
  'deemed considered felt thought believed understood regarded agreed decided resolved hoped feared recalled accepted held recognized recognised acknowledged concluded clarified explained',
)

const arising = words(
  'arose emerged prevailed surfaced followed ensued continued came focused focussed centred centered included concerned related ranged touched turned highlighted revolved dealt covered went moved addressed varied differed converged diverged',
)
const gathering =
  /^(?:the\s+)?(?:meeting|group|committee|workshop|session|consultation|forum|panel|roundtable|round table|conference|seminar|working group|council|board|assembly|plenary|gathering)$/i
const collectiveVerbs = words(
  'agreed noted discussed considered recommended concluded welcomed requested heard acknowledged decided recognized recognised emphasized emphasised stressed expressed thanked debated reviewed endorsed approved adopted recalled underlined reaffirmed',
)

/** Participles that report with "to be" ("recruitment was said to be slow"). */
const supposed = words(
  'said reported felt thought considered believed deemed held found understood agreed feared hoped',
)

const be = /^(?:was|were)$/i
const stops = words(
  'is are am has have can could will would may might shall should must do does did that which who whom whose where when whether if because although while whilst be been being lies remains remain needs',
)
const opener = words(
  'while whilst given with as although though since for in on from if when regarding despite because by to at after before during under through without whereas unless until concerning and but or nor so yet he she they we i you who which that what how why where',
)

export interface Impersonal {
  readonly start: number
  /** Where the words end that leave it without a name. */
  readonly end: number
  /** The participle that reports, where one does: what a named agent is said to have done. */
  readonly verb: readonly [start: number, end: number] | null
  /** It begins as reports of this kind do ("It was", "There was", a noun of speech), so that it may open a second clause. */
  readonly isSure: boolean
}

/** "It was, *however*, noted": a word between commas. */
const enclosed =
  /,\s*(?:however|therefore|moreover|though|nevertheless|nonetheless|in turn|in addition|on the other hand|for instance|also),/uy

const isAdverb = remembering(
  (word: string): boolean =>
    /ly$/.test(word) ||
    /^(?:also|further|then|again|however|thus|therefore|even|once|often|still|being|not|so)$/i.test(word),
)

const skipAdverbs = (text: string, from: number): { text: string; start: number; end: number } | null => {
  enclosed.lastIndex = from
  const offset = from + (enclosed.exec(text)?.[0].length ?? 0)
  let next = wordAt(text, offset)
  for (let i = 0; i < 4 && next && isAdverb(next.text); i++) next = wordAt(text, next.end)
  return next
}

const formOf = remembering((word: string): 'be' | 'have' | null =>
  be.test(word) ? 'be' : /^(?:has|have|had)$/i.test(word) ? 'have' : null,
)

/** A form of "be" in the past after an offset, adverbs skipped: "was", "has been". */
const pastBe = (text: string, offset: number): number | null => {
  const first = skipAdverbs(text, offset)
  if (!first) return null
  const form = formOf(first.text)
  if (form === 'be') return first.end
  if (form !== 'have') return null
  const second = skipAdverbs(text, first.end)
  return second && /^been$/i.test(second.text) ? second.end : null
}

/** "It was suggested". */
const itWas = (text: string, offset: number): Impersonal | null => {
  const it = wordAt(text, offset)
  if (!it || !/^it$/i.test(it.text)) return null
  const after = pastBe(text, it.end)
  const verb = after === null ? null : skipAdverbs(text, after)
  const lowered = verb?.text.toLowerCase() ?? ''
  if (!verb || !(participles.has(lowered) || judged.has(lowered))) return null
  return { start: offset, end: verb.end, verb: [verb.start, verb.end], isSure: true }
}

const appearing = /\s+(?:(?:appeared|seemed)\s+to\s+be|emerged|remained|followed|ensued)\b/uy

/** "There was a recommendation": a noun of speech soon after the verb, before any preposition. */
const thereWas = (text: string, offset: number): Impersonal | null => {
  const there = wordAt(text, offset)
  if (!there || !/^there$/i.test(there.text)) return null
  appearing.lastIndex = there.end
  const after = pastBe(text, there.end) ?? (appearing.test(text) ? appearing.lastIndex : null)
  let next = after === null ? null : wordAt(text, after)
  for (let i = 0; i < 7 && next; i++) {
    const lowered = next.text.toLowerCase()
    if (speechNouns.has(lowered))
      return topicNouns.has(lowered) &&
        !/^\s+(?:in|raised|made|expressed|that)\b/.test(text.slice(next.end, next.end + 12))
        ? null
        : { start: offset, end: next.end, verb: null, isSure: true }
    if (/^(?:of|on|about|for|to|that|in|with|who|which|where|when)$/.test(lowered)) return null
    next = wordAt(text, next.end)
  }
  return null
}

interface Subject {
  readonly hasSpeechNoun: boolean
  readonly hasTopicNoun: boolean
  /** A participle that reports and belongs to the noun: "a further issue *raised*". */
  readonly isReported: boolean
}

/** Whether "NP was VERBed" reports, by its subject and its participle. */
const reportsPassively = (subject: Subject, participle: string): boolean => {
  if (directed.has(participle) || alone.has(participle)) return true
  return (subject.hasSpeechNoun || subject.hasTopicNoun) && withNoun.has(participle)
}

const wordingFrom = (start: number, be: number, end: number): Impersonal => ({
  start: end - start > 80 ? be : start,
  end,
  verb: null,
  isSure: false,
})

/** "Concerns were also raised", "A further issue raised was how", "The board was asked to". */
const nounPhrase = (text: string, offset: number, limit: number): Impersonal | null => {
  const first = wordAt(text, offset)
  if (!first || opener.has(first.text.toLowerCase())) return null
  let subject: Subject = { hasSpeechNoun: false, hasTopicNoun: false, isReported: false }
  let next: ReturnType<typeof wordAt> = first
  for (let i = 0; i < 45 && next && next.end <= limit; i++) {
    const lowered = next.text.toLowerCase()
    const gap = text.slice(next.end, next.end + 1)
    const after = pastBe(text, next.start)
    if (i > 0 && after !== null) return fromBe(text, offset, next.start, after, subject)
    if (i > 0 && arising.has(lowered) && subject.hasSpeechNoun)
      return { ...wordingFrom(offset, next.start, next.end), isSure: true }
    if (i > 0 && i < 4 && collectiveVerbs.has(lowered) && gathering.test(text.slice(offset, next.start).trim()))
      return { start: offset, end: next.end, verb: null, isSure: true }
    if (stops.has(lowered) || (gap !== '' && '.;:?!'.includes(gap))) return null
    if (topicNouns.has(lowered)) subject = { ...subject, hasTopicNoun: true }
    else if (speechNouns.has(lowered) && i < 8) subject = { ...subject, hasSpeechNoun: true }
    else if (i > 0 && withNoun.has(lowered) && (subject.hasSpeechNoun || subject.hasTopicNoun))
      subject = { ...subject, isReported: true }
    next = nextWord(text, next.end)
  }
  return null
}

/** The next word, over commas, quotation marks and parentheses. */
const nextWord = (text: string, offset: number): ReturnType<typeof wordAt> => {
  const skipped = /^[\s,"“”'‘’()/%\d-]*/u.exec(text.slice(offset, offset + 60))?.[0].length ?? 0
  return wordAt(text, offset + skipped)
}

const fromBe = (text: string, start: number, be: number, after: number, subject: Subject): Impersonal | null => {
  const verb = skipAdverbs(text, after)
  if (!verb) return null
  const lowered = verb.text.toLowerCase()
  if (reportsPassively(subject, lowered)) {
    const isDirected =
      directed.has(lowered) &&
      !/^\s+(?:to|that|not|about|whether|for|by|on|upon|against|of|why|how|what)\b/.test(
        text.slice(verb.end, verb.end + 10),
      )
    return isDirected && !subject.hasSpeechNoun
      ? null
      : { ...wordingFrom(start, be, verb.end), verb: [verb.start, verb.end], isSure: subject.hasSpeechNoun }
  }
  if (supposed.has(lowered) && /^\s+to\s+(?:be|have)\b/.test(text.slice(verb.end, verb.end + 12)))
    return { ...wordingFrom(start, be, verb.end), verb: [verb.start, verb.end], isSure: false }
  const isContent = /^(?:that|how|whether|to|what|why|the|a|for|about)$/.test(lowered)
  const isSpeech = subject.isReported || (subject.hasSpeechNoun && /^(?:that|to|how|whether)$/.test(lowered))
  return isContent && isSpeech ? { ...wordingFrom(start, be, after), isSure: true } : null
}

const afterVerb = /^(?:(?:also|further|equally|not)\s+)?(\p{L}+)\s+(?:was|were)\s+\p{L}/iu

/** "Also discussed was the price": the participle before its subject. */
const inverted = (text: string, offset: number): Impersonal | null => {
  const match = afterVerb.exec(text.slice(offset, offset + 50))
  const verb = match?.[1]?.toLowerCase() ?? ''
  return match && (alone.has(verb) || withNoun.has(verb)) && /ed$/.test(verb)
    ? { start: offset, end: offset + match[0].length - 2, verb: null, isSure: true }
    : null
}

/** A report without anybody who makes it, beginning at an offset and not past `limit`. */
export const impersonalAt = (text: string, offset: number, limit: number): Impersonal | null =>
  itWas(text, offset) ?? thereWas(text, offset) ?? inverted(text, offset) ?? nounPhrase(text, offset, limit)
