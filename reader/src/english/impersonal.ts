import { skipMarks } from '../text/characters.js'
import { is } from './word-kinds.js'
import { type Word, wordAt } from './words.js'

const gathering =
  /^(?:the\s+)?(?:meeting|group|committee|workshop|session|consultation|forum|panel|roundtable|round table|conference|seminar|working group|council|board|assembly|plenary|gathering)$/i

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

const comma = 44

/** The first word from one on that is no adverb, or the fifth. */
const overAdverbs = (text: string, word: Word | null): Word | null => {
  let next = word
  for (let i = 0; i < 4 && next && (next.kinds & is.adverb) !== 0; i++) next = wordAt(text, next.end)
  return next
}

const skipAdverbs = (text: string, from: number): Word | null => {
  let offset = from
  if (text.charCodeAt(from) === comma) {
    enclosed.lastIndex = from
    offset += enclosed.exec(text)?.[0].length ?? 0
  }
  return overAdverbs(text, wordAt(text, offset))
}

/** Where a form of "be" in the past ends that begins with a word: "was", "has been". */
const endOfBe = (text: string, first: Word | null): number | null => {
  if (!first || (first.kinds & (is.be | is.have)) === 0) return null
  if ((first.kinds & is.be) !== 0) return first.end
  const second = skipAdverbs(text, first.end)
  return second?.lowered === 'been' ? second.end : null
}

/** A form of "be" in the past after an offset, adverbs skipped: "was", "has been". */
const pastBe = (text: string, offset: number): number | null => endOfBe(text, skipAdverbs(text, offset))

/** "It was suggested". */
const itWas = (text: string, it: Word, offset: number): Impersonal | null => {
  if (it.lowered !== 'it') return null
  const after = pastBe(text, it.end)
  const verb = after === null ? null : skipAdverbs(text, after)
  // "It was not proposed to": nobody says so.
  if (!verb || (verb.kinds & (is.participle | is.judged)) === 0 || /\bnot\b/.test(text.slice(it.end, verb.start)))
    return null
  return { start: offset, end: verb.end, verb: [verb.start, verb.end], isSure: true }
}

const appearing = /\s+(?:(?:appeared|seemed)\s+to\s+be|emerged|remained|followed|ensued)\b/uy

const beforeOther = new Set('of on about for to that in with who which where when'.split(' '))

/** "There was a recommendation": a noun of speech soon after the verb, before any preposition. */
const thereWas = (text: string, there: Word, offset: number): Impersonal | null => {
  if (there.lowered !== 'there') return null
  appearing.lastIndex = there.end
  const after = pastBe(text, there.end) ?? (appearing.test(text) ? appearing.lastIndex : null)
  let next = after === null ? null : wordAt(text, after)
  for (let i = 0; i < 7 && next; i++) {
    if ((next.kinds & is.speechNoun) !== 0)
      return (next.kinds & is.topicNoun) !== 0 &&
        !/^\s+(?:in|raised|made|expressed|that)\b/.test(text.slice(next.end, next.end + 12))
        ? null
        : { start: offset, end: next.end, verb: null, isSure: true }
    if (beforeOther.has(next.lowered)) return null
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
const reportsPassively = ({ hasSpeechNoun, hasTopicNoun }: Subject, { kinds }: Word): boolean =>
  (kinds & (is.directed | is.alone)) !== 0 || ((hasSpeechNoun || hasTopicNoun) && (kinds & is.withNoun) !== 0)

const wordingFrom = (start: number, be: number, end: number): Impersonal => ({
  start: end - start > 80 ? be : start,
  end,
  verb: null,
  isSure: false,
})

/** "Concerns were also raised", "A further issue raised was how", "The board was asked to". */
const nounPhrase = (text: string, first: Word, offset: number, limit: number): Impersonal | null => {
  if ((first.kinds & is.opener) !== 0) return null
  let [hasSpeechNoun, hasTopicNoun, isReported] = [false, false, false]
  let next: Word | null = first
  for (let i = 0; i < 45 && next && next.end <= limit; i++) {
    const { kinds }: Word = next
    if (i > 0 && (kinds & (is.be | is.have | is.adverb)) !== 0) {
      const after = endOfBe(text, overAdverbs(text, next))
      if (after !== null) return fromBe(text, offset, next.start, after, { hasSpeechNoun, hasTopicNoun, isReported })
    }
    if (i > 0 && (kinds & is.arising) !== 0 && hasSpeechNoun)
      return { ...wordingFrom(offset, next.start, next.end), isSure: true }
    if (i > 0 && i < 4 && (kinds & is.collective) !== 0 && gathering.test(text.slice(offset, next.start).trim()))
      return { start: offset, end: next.end, verb: null, isSure: true }
    if ((kinds & is.stop) !== 0 || endsClause(text, next.end)) return null
    if ((kinds & is.topicNoun) !== 0) hasTopicNoun = true
    else if ((kinds & is.speechNoun) !== 0 && i < 8) hasSpeechNoun = true
    else if (i > 0 && (kinds & is.withNoun) !== 0 && (hasSpeechNoun || hasTopicNoun)) isReported = true
    next = wordAt(text, skipMarks(text, next.end, marks, Math.min(text.length, next.end + longestGap)))
  }
  return null
}

const endsClause = (text: string, at: number): boolean => at < text.length && '.;:?!'.includes(text.charAt(at))

/** What may stand between the words of a subject, besides white space. */
const marks = ',"“”\'‘’()/%-0123456789'
const longestGap = 60

const opensContent = new Set('that how whether to what why the a for about'.split(' '))
const opensClause = new Set('that to how whether'.split(' '))

const fromBe = (text: string, start: number, be: number, after: number, subject: Subject): Impersonal | null => {
  const verb = skipAdverbs(text, after)
  if (!verb) return null
  if (reportsPassively(subject, verb)) {
    const isDirected =
      (verb.kinds & is.directed) !== 0 &&
      !/^\s+(?:to|that|not|about|whether|for|by|on|upon|against|of|why|how|what)\b/.test(
        text.slice(verb.end, verb.end + 10),
      )
    return isDirected && !subject.hasSpeechNoun
      ? null
      : { ...wordingFrom(start, be, verb.end), verb: [verb.start, verb.end], isSure: subject.hasSpeechNoun }
  }
  const isSpeech = subject.isReported || (subject.hasSpeechNoun && opensClause.has(verb.lowered))
  return isSpeech && opensContent.has(verb.lowered) ? { ...wordingFrom(start, be, after), isSure: true } : null
}

/** A report without anybody who makes it, beginning at an offset and not past `limit`. */
export const impersonalAt = (text: string, offset: number, limit: number): Impersonal | null => {
  const first = wordAt(text, offset)
  if (!first) return null
  return (
    itWas(text, first, offset) ??
    thereWas(text, first, offset) ??
    (first.lowered === 'it' ? null : nounPhrase(text, first, offset, limit))
  )
}
