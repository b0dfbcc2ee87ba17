import { skipSpace } from '../text/characters.js'
import { denied, readiness, unwilling } from './negation.js'
import { finiteForms, participles, pastForms, type ReportingVerb } from './reporting-verbs.js'
import { is } from './word-kinds.js'
import { type Word, wordAt } from './words.js'

/** A verb that reports, where it stands in a text. */
export interface VerbInText {
  readonly start: number
  readonly end: number
  /** As printed, with what denies it: "noted", "did not support". */
  readonly text: string
  /** The verb alone, in small letters. */
  readonly word: string
  /** What stands between the subject and the verb, in small letters: auxiliaries and adverbs. */
  readonly before: string
  readonly verb: ReportingVerb
}

/** "Moved to approve" is a motion, "moved to the next item" and "moved the clock" are none. */
const goesElsewhere =
  /^moved\s+(?:to\s+(?:the|an?|his|her|their|item|items|agenda|next|another|new|page|paragraph)\b|to\s+[\p{Lu}\d]|the\s+(?!(?:adoption|approval|acceptance|motion|resolution|recommendations?|minutes|amendment|previous|following|adjournment|closure)\b)|for\s+(?:a|the)\s+(?!motion|vote|recess|closed))/u

const hasNeeded = (text: string, end: number, verb: ReportingVerb): boolean => {
  if (verb.needs === null) return true
  // "told Ms. Roe that": whom it is said to may be anybody.
  if (
    (text.endsWith('told', end) || text.endsWith('tell', end)) &&
    /^\s+(?:\p{Lu}|him\b|her\b|them\b)/u.test(text.slice(end, end + 8))
  )
    return true
  const next = wordAt(text, end)
  return next !== null && verb.needs.includes(next.lowered) && !goesElsewhere.test(text.slice(end - 5, end + 40))
}

/** A participle whose agent follows ("supported *by Ms. Roe*") is no verb of the subject's; "responded by saying" is one. */
const isPassive = (text: string, end: number): boolean => {
  const at = skipSpace(text, end)
  return at > end && text.startsWith('by', at) && /^\s+by\s+(?!\p{L}+ing\b)/u.test(text.slice(end, end + 40))
}

interface Lead {
  readonly end: number
  /** Where the words begin that deny the verb; null where nothing does. */
  readonly denial: number | null
}

/** What an idiom says before the verb: "was unable to", "was prepared to". */
const idiomAt = (text: string, offset: number): Lead | null => {
  unwilling.lastIndex = offset
  if (unwilling.test(text)) return { end: unwilling.lastIndex, denial: skipSpace(text, offset) }
  readiness.lastIndex = offset
  return readiness.test(text) ? { end: readiness.lastIndex, denial: null } : null
}

/** "no longer": two words that deny. */
const isNoLonger = (text: string, at: number): boolean => /^\s+longer\b/.test(text.slice(at, at + 10))

/** The finite reporting verb that follows a subject, over adverbs and auxiliaries; null where another verb does. */
export const verbAfter = (
  text: string,
  offset: number,
  forms: ReadonlyMap<string, ReportingVerb> = finiteForms,
): VerbInText | null => {
  const first = wordAt(text, offset)
  if (first === null) return null
  const idiom = (first.kinds & is.opensIdiom) !== 0 ? idiomAt(text, offset) : null
  const known = idiom ? finiteForms : forms
  let denial = idiom?.denial ?? null
  let help: number | null = null
  let next: Word | null = idiom ? wordAt(text, idiom.end) : first
  for (let i = 0; i < 9 && next !== null; i++) {
    const { kinds, lowered }: Word = next
    const verb = (kinds & (is.finite | is.participle)) !== 0 ? known.get(lowered) : undefined
    if (verb && hasNeeded(text, next.end, verb) && (forms === participles || !isPassive(text, next.end)))
      return {
        start: denial ?? next.start,
        end: next.end,
        text: denial === null ? next.text : text.slice(denial, next.end).replace(/\s+/g, ' '),
        word: lowered,
        before: text.slice(offset, next.start).trim().toLowerCase(),
        verb: denial === null ? verb : denied(verb, lowered),
      }
    if ((kinds & is.helps) !== 0) help ??= next.start
    const isNo = lowered === 'no' && isNoLonger(text, next.end)
    if ((kinds & is.denies) !== 0 || isNo) denial ??= help ?? next.start
    else if ((kinds & (is.helps | is.beforeVerb)) === 0) return null
    next = wordAt(text, next.end + (isNo ? ' longer'.length : 0))
  }
  return null
}

const joining =
  /(?:,\s*(?:(?:and|but|then|or)\s+)?|\s(?:and|but|then)\s+)(?=((?:(?:also|then|further|again|finally|strongly|[a-z]+ly)\s+){0,2})([a-z]+)\b)/gu
const complement = new Set(
  'that whether how why what to on of with for upon if as some a an the his her their its several this these those support concern caution the'.split(
    ' ',
  ),
)
const clauseOnly = new Set('that whether how why to on of with upon for'.split(' '))

/** Words after a participle, which is no verb of the speaker's ("the points raised *in* the paper"). */
const notAfter = new Set('by in at during above earlier before below here there so far today'.split(' '))

/**
 * The verbs that go on with the same subject after the first: "noted the delay *and asked* whether …". After "that", a verb
 * may belong to what is reported, so it counts only where a complement of speech follows it, or where it can hardly be
 * anything but a report ("and stressed the need").
 */
export const verbsJoined = (text: string, first: VerbInText, end: number): VerbInText[] => {
  const clause = text.slice(first.end, end)
  const hasContent = /^\s*(?:that|how|why|whether)\b/.test(clause)
  const forms = pastForms.has(first.word) || first.word !== first.text.toLowerCase() ? pastForms : finiteForms
  const verbs: VerbInText[] = []
  for (const match of clause.matchAll(joining)) {
    const [all, skipped = '', found = ''] = match
    const verb = forms.get(found)
    if (!verb || (forms === finiteForms && !pastForms.has(found) && found === first.word)) continue
    const start = first.end + match.index + all.length + skipped.length
    const after = wordAt(text, start + found.length)?.lowered ?? ''
    if (!hasNeeded(text, start + found.length, verb) || notAfter.has(after)) continue
    const isClear = clauseOnly.has(after) || verb.kind === 'COMMENT' || verb.kind === 'ACKNOWLEDGE'
    const isNamed = /^\s\p{Lu}/u.test(text.slice(start + found.length, start + found.length + 2))
    if (!hasContent || (isClear && (complement.has(after) || isNamed)))
      verbs.push({ start, end: start + found.length, text: found, word: found, before: '', verb })
  }
  return verbs
}

/** The past participle right after an offset, over adverbs. */
export const participleAfter = (text: string, offset: number): VerbInText | null => verbAfter(text, offset, participles)
