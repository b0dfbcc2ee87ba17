import { matchAt } from '../text/match-at.js'
import { isDoer, meetingPeople, otherPeople } from './persons-unnamed.js'
import { finiteForms, pastForms } from './reporting-verbs.js'
import { verbAfter } from './verb-group.js'
import { is } from './word-kinds.js'
import { type Word, wordAt } from './words.js'

/** A stretch of a text. */
export interface Wording {
  readonly start: number
  readonly end: number
}

const determiner =
  '(?:not all|not every|one or two|one of|some of|several of|many of|most of|a few of|two of|three of|a number of|a couple of|a majority of|the majority of|a minority of|a member of|members of|yet another|still another|still others?|a second|a third|the (?:first|second|third|last|same|other|previous)|the|one|another|some|several|many|most|a few|few|various|certain|other|others|all|an|a|this|that|these|those|two|three|four|five|numerous|both|no)'
const between = '(?:(?!(?:of|and|or|to|in|on|for|that|who|was|were)\\b)[\\p{L}-]+\\s+){0,3}?'

/** "One participant", "some of the other delegates", "participants". */
const atMeeting = new RegExp(
  `${determiner}\\s+(?:(?:the|those|these)\\s+)?${between}(?:${meetingPeople})(?![\\p{L}-])|a member of the (?:audience|public|floor)|(?:participants|delegates|speakers|attendees|panel(?:l)?ists|panel members|governors|trustees|councill?ors|commissioners|directors|members(?!\\s+of\\b)|members of (?:the|civil)[^,.;]{0,40}?|representatives of (?!the\\b)\\p{Ll}[^,.;]{0,40}?)(?=\\s)|(?:(?:some|several|many|most|all|none|few|one|two) of )?those (?:present|attending)|(?:some|several|many|most|all|none|few|one|two) of (?:them|those)`,
  'iuy',
)
/** "One resident", "several farmers from the valley". */
const elsewhere = new RegExp(
  `(?!(?:the|this|that|these|those)\\s)${determiner}\\s+(?:(?:the|those|these)\\s+)?${between}(?:${otherPeople})(?![\\p{L}-])`,
  'iuy',
)
/** "Others", "some": people only where a verb that reports follows at once. */
const bare = /(?:others|some|many|several|most|someone|one|another|a few|two|a second|all)(?=\s)/iuy
const indefinite = /(?:one|another|some|several|many|a few|two|three|a second|a third|a number of|an|a)\s+(?=\p{Ll})/iuy

const ofOpinion =
  /\s+(?:(?:also|further|however|generally|strongly)\s+)?(?:(?:was|were)\s+(?:also\s+)?(?:of the (?:view|opinion)|concerned|in favou?r|critical|sceptical|skeptical|interested|keen|opposed|supportive|unhappy|unsure|divided|split|unanimous)|(?:held|took|shared|had)\s+(?:the\s+)?(?:\p{L}+\s+)?(?:views?|opinions?|positions?|concerns?|doubts?|reservations?|questions)|(?:wanted|wished|sought|preferred|favou?red|disagreed|doubted|called|pointed|spoke|drew|put|made|gave)\b)/iuy

/** States of mind, which a record may tell of people who are not there. */
const ofMind =
  /^(?:thought|felt|believed|considered|held|hoped|trusted|feared|expected|assumed|preferred|wished|knew)$/i

const spokeAfter = (text: string, end: number): boolean => {
  const verb = verbAfter(text, end, pastForms)
  return verb !== null && !ofMind.test(verb.text)
}

const reportsAfter = (text: string, end: number): boolean => {
  if (verbAfter(text, end, finiteForms)) return true
  ofOpinion.lastIndex = end
  return ofOpinion.test(text)
}

const enclosed = /\s*\([^()]{1,90}\)|,\s[^,.;:()]{1,90},/uy
const phrase = /^\s+(?:from|of|in|representing|with|at|on|present|for|who)\b/u

/** Whether a verb that reports follows over what stands beside the person ("from the north shore", "representing boats"). */
const reportsOverAside = (text: string, end: number, reports: (text: string, end: number) => boolean): boolean => {
  if (reports(text, end)) return true
  const beside = wordingAt(enclosed, text, end)
  if (beside) return reports(text, beside.end)
  if (!phrase.test(text.slice(end, end + 20))) return false
  let next = wordAt(text, end)
  for (let i = 0; i < 10 && next; i++) {
    if (i > 0 && (next.kinds & is.past) !== 0 && pastForms.has(next.text) && spokeAfter(text, next.start)) return true
    if (/[^\s'’-]/.test(text[next.end] ?? '.')) return false
    next = wordAt(text, next.end)
  }
  return false
}

const wordingAt = (pattern: RegExp, text: string, offset: number): Wording | null => {
  const match = matchAt(pattern, text, offset)
  return match ? { start: offset, end: offset + match[0].length } : null
}

/** People by their calling ("a farmer", "another trustee"), within a few words. */
const calling = (text: string, offset: number): Wording | null => {
  const lead = wordingAt(indefinite, text, offset)
  let noun = lead === null ? null : wordAt(text, lead.end)
  for (let i = 0; i < 4 && noun && /^\p{Ll}/u.test(noun.text); i++) {
    if (isDoer(noun.text)) return { start: offset, end: noun.end }
    noun = wordAt(text, noun.end)
  }
  return null
}

/** Whether what names nobody may begin at an offset. */
const mayOpen = (first: Word | null, offset: number): boolean =>
  first !== null && first.start === offset && (first.kinds & is.unnamed) !== 0

/** "One participant", where it is the subject of a verb that reports and begins at an offset. */
export const anonymousSubject = (text: string, offset: number): Wording | null => {
  if (!mayOpen(wordAt(text, offset), offset)) return null
  const present = wordingAt(atMeeting, text, offset)
  if (present) {
    // "Most experts agree" is no report of this meeting; "most experts agreed" is one.
    const isOfMeeting = !/experts?$/i.test(text.slice(present.start, present.end))
    const reports = isOfMeeting ? reportsAfter : (at: string, end: number) => verbAfter(at, end, pastForms) !== null
    return reportsOverAside(text, present.end, reports) ? present : null
  }
  const others = wordingAt(elsewhere, text, offset) ?? calling(text, offset)
  if (others && reportsOverAside(text, others.end, spokeAfter)) return others
  const alone = wordingAt(bare, text, offset)
  return alone && (verbAfter(text, alone.end, pastForms) || wordingAt(ofOpinion, text, alone.end)) ? alone : null
}

const agent =
  /\b(by|according to|in the (?:view|opinion|words) of|from|for)\s+(?=(?:one|another|some|several|many|most|a few|two|three|other|others|various|certain|an?|a number of|all|participants|delegates|members)\b)/giu

/** "by one participant": somebody without a name to whom a passive clause gives its report. */
export const anonymousAgent = (text: string, start: number, end: number): Wording | null => {
  for (const match of text.slice(start, end).matchAll(agent)) {
    const at = start + match.index + match[0].length
    const isLoose = /^(?:from|for)$/i.test(match[1] ?? '')
    const named =
      wordingAt(atMeeting, text, at) ?? (isLoose ? null : (wordingAt(elsewhere, text, at) ?? calling(text, at)))
    if (named) return named
  }
  return null
}
