import { denied, denies, helps, readiness, unwilling } from './negation.js'
import { finiteForms, participles, pastForms, type ReportingVerb } from './reporting-verbs.js'

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

const word = /\s*([\p{L}][\p{L}'’-]*)/uy
const adverbs = new Set(
  (
    'also all each jointly further then again in turn too thus therefore both first firstly next later still even once often always just only soon now ' +
    'furthermore moreover likewise meanwhile nevertheless nonetheless however instead rather himself herself themselves itself ' +
    'had has have would at time to this the same point response reply conclusion closing addition ' +
    'went on sought wished wanted began by continued who'
  ).split(' '),
)
/** The word that begins at an offset, white space before it skipped. */
export const wordAt = (text: string, offset: number): { text: string; start: number; end: number } | null => {
  word.lastIndex = offset
  const match = word.exec(text)
  if (!match) return null
  const found = match[1] ?? ''
  return { text: found, start: word.lastIndex - found.length, end: word.lastIndex }
}

/** "Moved to approve" is a motion, "moved to the next item" and "moved the clock" are none. */
const goesElsewhere =
  /^moved\s+(?:to\s+(?:the|an?|his|her|their|item|items|agenda|next|another|new|page|paragraph)\b|to\s+[\p{Lu}\d]|the\s+(?!(?:adoption|approval|acceptance|motion|resolution|recommendations?|minutes|amendment|previous|following|adjournment|closure)\b)|for\s+(?:a|the)\s+(?!motion|vote|recess|closed))/u

const hasNeeded = (text: string, end: number, verb: ReportingVerb): boolean => {
  if (verb.needs === null) return true
  // "Mr. Poe moved, and Ms. Roe seconded, to …"
  if (
    /^,?\s+and\s+\p{Lu}[^.;]{2,60}?\sseconded\b/u.test(text.slice(end, end + 80)) &&
    text.slice(end - 5, end) === 'moved'
  )
    return true
  // "told Ms. Roe that": whom it is said to may be anybody.
  if (
    /t(?:old|ell)$/.test(text.slice(end - 4, end)) &&
    /^\s+(?:\p{Lu}|him\b|her\b|them\b)/u.test(text.slice(end, end + 8))
  )
    return true
  const next = wordAt(text, end)
  return (
    next !== null && verb.needs.includes(next.text.toLowerCase()) && !goesElsewhere.test(text.slice(end - 5, end + 40))
  )
}

/** A participle whose agent follows ("supported *by Ms. Roe*") is no verb of the subject's; "responded by saying" is one. */
const isPassive = (text: string, end: number): boolean => /^\s+by\s+(?!\p{L}+ing\b)/u.test(text.slice(end, end + 40))

interface Lead {
  readonly end: number
  /** Where the words begin that deny the verb; null where nothing does. */
  readonly denial: number | null
}

/** What an idiom says before the verb: "was unable to", "was prepared to". */
const idiomAt = (text: string, offset: number): Lead | null => {
  if (!opensIdiom.has(wordAt(text, offset)?.text ?? '')) return null
  unwilling.lastIndex = offset
  if (unwilling.test(text)) {
    const { lastIndex: end } = unwilling
    return { end, denial: offset + (/^\s*/.exec(text.slice(offset, end))?.[0].length ?? 0) }
  }
  readiness.lastIndex = offset
  return readiness.test(text) ? { end: readiness.lastIndex, denial: null } : null
}

/** The words that such idioms begin with. */
const opensIdiom = new Set('was were is are felt remained refused declined failed found'.split(' '))

/** "no longer": two words that deny. */
const isNoLonger = (text: string, at: number): boolean => /^\s+longer\b/.test(text.slice(at, at + 10))

/** The finite reporting verb that follows a subject, over adverbs and auxiliaries; null where another verb does. */
export const verbAfter = (
  text: string,
  offset: number,
  forms: ReadonlyMap<string, ReportingVerb> = finiteForms,
): VerbInText | null => {
  const idiom = idiomAt(text, offset)
  let denial = idiom?.denial ?? null
  let help: number | null = null
  let at = idiom?.end ?? offset
  for (let i = 0; i < 9; i++) {
    const next = wordAt(text, at)
    if (next === null) return null
    const lowered = next.text.toLowerCase()
    const verb = (idiom ? finiteForms : forms).get(lowered)
    if (verb && hasNeeded(text, next.end, verb) && (forms === participles || !isPassive(text, next.end)))
      return {
        start: denial ?? next.start,
        end: next.end,
        text: denial === null ? next.text : text.slice(denial, next.end).replace(/\s+/g, ' '),
        word: lowered,
        before: text.slice(offset, next.start).trim().toLowerCase(),
        verb: denial === null ? verb : denied(verb, lowered),
      }
    if (helps.has(lowered)) help ??= next.start
    const isNo = lowered === 'no' && isNoLonger(text, next.end)
    if (denies.has(lowered) || isNo) denial ??= help ?? next.start
    else if (!helps.has(lowered) && !adverbs.has(lowered) && !/ly$/.test(lowered)) return null
    at = next.end + (isNo ? ' longer'.length : 0)
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

const startsDenial = /^(?:did|could|would|was|were|cannot|refused|declined|failed)$/

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
    const denying = startsDenial.test(found) ? verbAfter(text, first.end + match.index + all.length - 1) : null
    if (denying && denying.end <= end && denying.word !== denying.text) verbs.push(denying)
    const verb = forms.get(found)
    if (!verb || (forms === finiteForms && !pastForms.has(found) && found === first.word)) continue
    const start = first.end + match.index + all.length + skipped.length
    const after = wordAt(text, start + found.length)?.text.toLowerCase() ?? ''
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
