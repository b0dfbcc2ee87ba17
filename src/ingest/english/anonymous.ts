import { finiteForms } from './reporting-verbs.js'
import { verbAfter, wordAt } from './verb-group.js'

const people =
  'participants?|delegates?|delegations?|members?|speakers?|experts?|panel(?:l)?ists?|panel members?|attendees?|representatives?|commentators?|discussants?|colleagues?|person|people|persons|interveners?|observers?|stakeholders?|questioners?|contributors?|respondents?|officials?|scholars?|academics?|practitioners?|researchers?|audience members?|resident|residents|citizens?|partners?|donors?|governments|countries|states|parties|organi[sz]ations|agencies|voices'
const determiner =
  '(?:one or two|one of|some of|several of|many of|most of|a few of|two of|three of|a number of|a couple of|a majority of|the majority of|a minority of|a member of|members of|yet another|still another|still others?|a second|a third|the (?:first|second|third|last|same|other|previous)|the|one|another|some|several|many|most|a few|few|various|certain|other|others|all|an|a|this|that|these|those|two|three|four|five|numerous|both|no)'

/** "One participant", "some of the other delegates", "a member of the audience". */
const described = new RegExp(
  `(?:${determiner}\\s+)(?:(?:the|those|these)\\s+)?(?:(?!(?:of|and|or|to|in|on|for|that|who|was|were)\\b)[\\p{L}-]+\\s+){0,3}?(?:${people})(?![\\p{L}-])|a member of the (?:audience|public|floor)|(?:participants|delegates|speakers|attendees|panel(?:l)?ists|panel members|members of (?:the|civil)[^,.;]{0,40}?|representatives of (?!the\\b)\\p{Ll}[^,.;]{0,40}?)(?=\\s)|those (?:present|attending)`,
  'iuy',
)
/** "Others", "Some": people only where a verb that reports follows at once. */
const bare = /(?:others|some|many|several|most|someone|one|another|a few|two|a second|all)(?=\s)/iuy

const ofOpinion =
  /\s+(?:(?:also|further|however|generally|strongly)\s+)?(?:(?:was|were)\s+(?:also\s+)?(?:of the (?:view|opinion)|concerned|in favou?r|critical|sceptical|skeptical|interested|keen|opposed|supportive|unhappy|unsure)|(?:held|took|shared|had)\s+(?:the\s+)?(?:\p{L}+\s+)?(?:views?|opinions?|positions?|concerns?|doubts?|reservations?)|(?:wanted|wished|sought|preferred|favou?red|disagreed|doubted|called|pointed|spoke|drew|put|made|gave|had questions)\b)/iuy

export interface Wording {
  readonly start: number
  readonly end: number
}

/** A phrase in front of the verb, between the person and the report: "from the north shore", "representing the boats". */
const aside =
  /(?:\s*\([^()]{1,80}\)|\s+(?:from|of|in|representing|with|at|on behalf of|present|for)\s[^,.;:()]{1,80}?|,\s[^,.;]{1,80},)?/uy

const reportsAfter = (text: string, end: number): boolean => {
  if (verbAfter(text, end, finiteForms)) return true
  ofOpinion.lastIndex = end
  return ofOpinion.test(text)
}

/** Whether a phrase ends in a verb that reports, within a few words. */
const reportsAfterAside = (text: string, end: number): boolean => {
  aside.lastIndex = end
  const first = /^\s+(?:from|of|in|representing|with|at|on behalf of|present|for)\b|^\s*[(,]/u.test(
    text.slice(end, end + 40),
  )
  if (!first) return false
  const stretch = text.slice(end, end + 130)
  for (const match of stretch.matchAll(/\s(?=[a-z]+\b)/g)) {
    if (/[.;:]/.test(stretch.slice(0, match.index))) return false
    const next = wordAt(text, end + match.index)
    if (next && /(?:ed|d|t)$/.test(next.text) && verbAfter(text, end + match.index, finiteForms)) return true
  }
  return false
}

/** "One participant", where it is the subject of a verb that reports and begins at an offset. */
export const anonymousSubject = (text: string, offset: number): Wording | null => {
  described.lastIndex = offset
  const named = described.exec(text)
  if (named) {
    const end = offset + named[0].length
    return reportsAfter(text, end) || reportsAfterAside(text, end) ? { start: offset, end } : null
  }
  bare.lastIndex = offset
  const found = bare.exec(text)
  if (!found) return null
  const end = offset + found[0].length
  return reportsAfter(text, end) ? { start: offset, end } : null
}

const agent =
  /\b(?:by|according to|in the (?:view|opinion|words) of|from|for)\s+(?=((?:one|another|some|several|many|most|a few|two|three|other|others|various|certain|a|a number of|all|participants|delegates|members)\b))/giu

/** "by one participant": somebody without a name to whom a passive clause gives its report. */
export const anonymousAgent = (text: string, start: number, end: number): Wording | null => {
  for (const match of text.slice(start, end).matchAll(agent)) {
    const at = start + match.index + match[0].length
    described.lastIndex = at
    const named = described.exec(text)
    if (named && !/^(?:the|this|that|these|those)\b/i.test(named[0])) return { start: at, end: at + named[0].length }
    const others = /^(?:some|others|several|many|participants|delegates|members)\b/i.exec(text.slice(at, at + 20))
    if (others && /^\s*(?:as|to|that|[,.;]|$)/.test(text.slice(at + others[0].length, at + others[0].length + 12)))
      return { start: at, end: at + others[0].length }
  }
  return null
}

/** "The participant": somebody whom the paragraph has named, if only one can be meant. */
export const definiteParticipant =
  /\bthe (?:participant|speaker|delegate|questioner|previous speaker|proposer|intervener|commentator)\b(?! (?:from|of|who)\b)/i
