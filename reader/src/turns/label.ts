import { honorificPattern } from '../names.js'

/** What stands before a turn and says whose it is: "ABC:", "DE/SYG:", "Jane Roe:", "ABC -", "<abc>", "MR. ROE." */
export interface Label {
  /** As printed, without emphasis, the time and the mark behind it. */
  readonly printed: string
  /** How many characters of the line it takes, with the mark behind it and the white space after that. */
  readonly length: number
  /** How it is set off. */
  readonly mark: 'colon' | 'dash' | 'bracket' | 'stop' | 'time' | 'line' | 'question'
}

const time = String.raw`[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:UTC|GMT|Z))?[\])]?`
/** A time before the label, and how emphasis begins. */
const lead = new RegExp(
  `^(?:>{2,3}\\s*)?(?:${time}(?:\\s*[-–—|])?\\s+)?(?:\\*\\*|__|\\*|_)?(?:Q\\d{1,4}\\.?\\s+)?(?:\\*\\*)?(?:${time}(?:\\s*[-–—|])?\\s+)?`,
)
const close = '(?:\\*\\*|__|\\*|_)?'
const character = '[^:：*|<>`()[\\]]|\\*\\*|\\([^()]{0,80}\\)|\\[[^\\][]{0,80}\\]'

// Behind a full-width colon no space follows.
const colon = new RegExp(`^((?![\\s:#])(?:${character}){1,110}?)${close}(?:\\s?:${close}(?=\\s|$)|：)\\s*`, 'u')
/** "○田中委員　ただいま": a circle before the speaker, a wide space behind. */
const circle = /^[○〇◯●◎]\s?([^\s　：:。、]{1,20})(?:[　\s]+|：)/u
const dash = new RegExp(
  `^((?![\\s:#–—-])(?:(?![–—])(?:${character})){1,80}?)${close}\\s+[-–—]${close}(?=\\s|$)\\s*`,
  'u',
)
/** What stands in angle brackets in HTML, and is nobody's name. */
const tags =
  'a|b|i|u|s|p|q|br|hr|em|li|ol|ul|td|th|tr|h\\d|del|div|img|ins|kbd|pre|sub|sup|code|span|font|small|table|strong|style|script|center|details|summary|video|source|iframe|blockquote'
const bracket = new RegExp(`^<(?!/|(?:${tags})\\b)(?:v(?:\\.[\\w.]+)?\\s+)?[@+%&~]?([^<>\\s/][^<>/]{0,50})>\\s*`, 'u')
const whole = new RegExp(
  `^((?![\\s:#])(?:${character}){2,60}?)${close}(?:\\s{1,20}[-–—|]?\\s?|\\t)${time}${close}\\s*$`,
  'u',
)

/** "Ada Roe [00:00:04] Good morning": a time in brackets behind the name. */
const timed = new RegExp(
  `^([^\\s:#*|<>()[\\]][^:*|<>()[\\]]{1,58}?)${close}\\s+[[(]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?[\\])]${close}\\s+`,
  'u',
)
/** A name by itself behind a time. */
const alone = /^([\p{Lu}][^.:;!?()[\]]{1,60})$/u

const capitals = "\\p{Lu}[\\p{Lu}'’.-]*\\p{Lu}(?:[ -]\\p{Lu}[\\p{Lu}'’.-]+)*"
/** "MR. KOHN.", "Mr. ROE of Almery.", "The SPEAKER pro tempore.", "CHAIRMAN MOSS.": capitals, set off by a full stop. */
const capitalStop = new RegExp(
  `^((?:${honorificPattern})(?:Mc|Mac|[DO]['’]|de |De |La )?${capitals}(?: of (?:\\p{Lu}[\\p{L}.-]+ ?){1,3}| \\[[^\\][]{3,40}\\])?|The (?:[A-Z]{2,}[A-Z ]+)(?: pro tempore)?|(?:\\p{Lu}\\p{Ll}+ ){1,2}${capitals}(?: \\[[^\\][]{3,40}\\])?|(?:A )?Voice(?: from the (?:floor|gallery|audience))?|THE [A-Z ]{4,30} \\([^()]{3,60}\\)|(?!(?:MRS?|MS|MX|MISS|DR|PROF|HON|REV|SEN|REP|ST|CAPT|LT|COL|GEN|MAJ|SGT|CMDR|ADM|AMB|CLLR)\\b)\\p{Lu}{2,}(?:[ -]\\p{Lu}[\\p{Lu}'’.-]+){0,3}(?:\\s?\\(\\?\\))?)\\.\\d{0,3}(?!\\s*\\p{Lu}{2}[\\p{Lu} ]{0,30}:)(?:\\s+|$)`,
  'u',
)
/** "M. le président.", "Mme Jeanne Roe, ministre.", "Plusieurs députés.": set off by a full stop in French. */
const frenchStop =
  /^((?:MM?\.|Mmes?|Mlle)\s(?:[^.:;!?()]|\([^()]{0,60}\)){2,80}|(?:Plusieurs|Un|Une|Quelques) (?:députée?s?|sénat(?:eurs?|rices?)|voix)[^.:;!?]{0,40})\.(?:\s+|$)/u
/** "President. –", "Ada Roe (ABC). –": a full stop and a dash. */
const stopAndDash =
  /^(\p{Lu}(?:[^.:;!?()–—]|\([^()]{0,60}\)|(?<=\b\p{Lu}|\b[Dd]r|\bMr|\bMs)\.){1,80})\s?\.\s?[–—-](?:\s+\(\p{Lu}{2}\))?\s+/u

const titled = new RegExp(
  `^((?:${honorificPattern}|(?:Chair(?:man|woman|person)?|Director|Commissioner|Secretary|Chief|Administrator|Ranking Member) )\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+){0,2})\\.\\s+(?=["“‘'(\\[]?[\\p{Lu}\\d])`,
  'u',
)

/** "Mr. Roe. Thank you": as hearings set off a speaker whose name is in small letters. Elsewhere it may end a sentence. */
export const titledLabelAt = (line: string): Label | null => {
  const match = titled.exec(line.slice(0, 120))
  return match ? { printed: match[1] ?? '', length: match[0].length, mark: 'stop' } : null
}

/** What the first characters tell at little cost, for most lines of a text have no label. */
const mayBe = /[:：<.○〇◯●◎]|\s[-–—]/

/** How a label may be set off; a text without the sign, which is sooner looked for, has no such label. */
type Form = readonly [pattern: RegExp, mark: Label['mark'], sign: RegExp]

const first = (rest: string, forms: readonly Form[]): [RegExpExecArray, Label['mark']] | null => {
  for (const [pattern, mark, sign] of forms) {
    const match = sign.test(rest) ? pattern.exec(rest) : null
    if (match) return [match, mark]
  }
  return null
}

const always: readonly Form[] = [
  [bracket, 'bracket', /^</],
  [circle, 'colon', /^[○〇◯●◎]/],
  [stopAndDash, 'stop', /\.\s?[–—-]/],
  [capitalStop, 'stop', /^[^a-z].*?\.\d{0,3}(?:\s|$)/s],
  [frenchStop, 'stop', /^(?:MM?\.|Mme|Mlle|Plusieurs|Une?|Quelques)\s?/],
  [colon, 'colon', /:(?:\*\*|__|\*|_)?(?:\s|$)|：/],
  [whole, 'time', /\d:\d{2}/],
  [timed, 'time', /[[(]\d{1,2}:\d{2}/],
]
const dashed: readonly Form[] = [[dash, 'dash', /\s[-–—](?:\*\*|__|\*|_)?(?:\s|$)/], ...always]
const behindTime: readonly Form[] = [[alone, 'time', /^\p{Lu}/u]]

/** "ABC: …", as most labels are: of one word, which no other form sets off. */
const oneWord = /^([A-Z][A-Za-z]{0,50}):\s+/

/** The label that a line begins with, if its first words are set off as one (also by a dash, where `dashes`). */
export const labelAt = (line: string, dashes = false): Label | null => {
  const head = line.slice(0, 200)
  const [whole, word] = oneWord.exec(head) ?? []
  if (whole !== undefined && word !== undefined) return { printed: word, length: whole.length, mark: 'colon' }
  if (!mayBe.test(head)) return null
  const before = lead.exec(head)?.[0].length ?? 0
  const rest = head.slice(before)
  const found =
    first(rest, dashes ? dashed : always) ??
    (/\d/.test(head.slice(0, before)) ? first(rest.trimEnd(), behindTime) : null)
  if (!found) return null
  const [match, mark] = found
  const printed = (match[1] ?? '')
    .replace(/\*\*/g, '')
    .replace(/^[*_]+|[*_]+$/g, '')
    .trim()
  return printed === '' ? null : { printed, length: before + match[0].length, mark }
}
