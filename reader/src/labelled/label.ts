import type { Block, Range } from '../outline/outline.js'
import { datesIn } from '../text/dates.js'

/**
 * How a label is set off from the words behind it:
 *
 * - `voice`: a file of captions or a transcript says who speaks
 * - `chat`: `<nick>`, or a time before the name
 * - `time`: a time behind the name
 * - `cell`: a cell of its own, the words in the next
 * - `colon`, `dash`, `stop`, `comma`: the sign behind it
 * - `letter`: the Q. and A. of examinations
 * - `paren`: in parentheses
 * - `bars`: "Norland | Ada Roe | Delegate"
 * - `over`: a heading or a line of its own, over the words
 */
export type Mark =
  | 'voice'
  | 'chat'
  | 'time'
  | 'cell'
  | 'colon'
  | 'dash'
  | 'stop'
  | 'comma'
  | 'letter'
  | 'paren'
  | 'bars'
  | 'over'

/** What stands in the place of a label, before it is known whether it is one. */
export interface Label {
  /** As printed, without brackets, times, numbers of questions, and the sign behind it. */
  readonly text: string
  /** Where that stands in the block's text. */
  readonly range: Range
  /** Where the words begin that it labels; the end of the text where they stand in the next block. */
  readonly wordsAt: number
  readonly mark: Mark
  /** It is printed in bold or italics, as the words behind it are not. */
  readonly isBold?: boolean
}

/** No label is looked for farther into a block. */
const longest = 240

const clock = '\\d{1,2}:\\d{1,2}(?::\\d{1,2})?(?:[.,]\\d{1,3})?(?!\\d)(?:\\s?[ap]\\.?m\\.?)?(?:\\s?(?:UTC|GMT|Z))?'
const day = '(?:\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4},?[T\\s]\\s?)?'
const stamp = `[[(]?${day}${clock}[\\])]?`

/** `12:01 <nick> words`, `\<nick>`, `<@nick> words`. */
const nick = new RegExp(`^(?:${stamp}\\s+)?\\\\?<\\s?[@+~&%]?([^<>\\\\]{1,60}?)\\s?\\\\?>\\s*:?\\s*`, 'i')
/** `12:01:22 [nick] words` */
const bracketed = new RegExp(`^${stamp}\\s+\\[([^\\[\\]\\s\\d][^\\[\\]\\s]{0,40})\\]\\s+(?=\\S)`, 'i')
/** `12:01 * nick waves`: what somebody does in a chat. */
const action = new RegExp(`^${stamp}\\s+[*•]\\s?([\\p{L}_][^\\s:*]{1,30})\\s+`, 'iu')
/** `[12:01] nick: words`, `12/03/2024, 12:01 - Ada Roe: words`. */
const timeFirst = new RegExp(`^${stamp}\\s*[-–—|]?\\s*[@+]?([^\\s:<>*][^:<>]{0,60}?)\\s?[:：]\\s+`, 'iu')
/** `12:01 Ada Roe`, over the words. */
const timeOver = new RegExp(
  `^${stamp}\\s*[-–—|:]?\\s*([\\p{L}@+(\\d][^:.!?]{0,60}?|\\[[^\\[\\]]{1,60}\\])\\s?:?$`,
  'iu',
)
const name = '[\\p{L}\\p{N}@+(][^\\n\\[:;!?]{0,60}?|\\[[^\\[\\]\\n]{1,60}\\]'
/** `Ada Roe  0:03`, `[Ada Roe] 11:02:09`, `Ada Roe | 00:03`: over the words, or before them where it cannot be part of a sentence. */
const timeLast = new RegExp(
  `^(${name})\\s*[,|–-]?\\s+(${stamp})(?:\\s*-{1,2}>\\s*(?:${stamp}))?\\s*(?:(:)\\s*|$|\\s)`,
  'iu',
)
const colon = /^(\[[^[\]\n]{1,60}\](?=\s?[:：])|[\p{L}\p{N}@+?¿(«“"'’#][^:：\n]{0,108}?|\?{1,4})\s?(?::(?=\s|$)|：)\s*/u
/** "ABC - words", whatever stands in the words. */
const shortDash = /^(\p{Lu}[\p{L}\p{N}]{1,4}(?:\s?[/,&+]\s?\p{Lu}[\p{L}\p{N}]{1,4}){0,3})\s+(?:[–—]|-{1,2})\s+(?=\S)/u
const dash = /^([\p{Lu}?][^:\n–—]{0,60}?)\s+(?:[–—]|-{1,2})\s+(?=\S)/u
const titleWord = '(?:M(?:r|rs|s|x|R|RS|S)|Miss|MISS|D[rR]|Hon|HON|Sen(?:ator)?|SEN(?:ATOR)?|Mme|M)\\.?'
/** "Mr. ROE. ", "Chairman ROE. ", "MS. POE of Northland. ": capitals and a full stop. */
const stop = new RegExp(
  `^((?:(?:The|THE|${titleWord}|\\p{Lu}\\p{L}{3,14}) )(?:\\p{Lu}[\\p{Lu}'’-]+ ?){1,4}(?:of \\p{Lu}[\\p{L} -]{2,30}|\\([^()]{2,40}\\))?)\\.(?:\\s?[—–-]{1,2})?\\s+(?=\\S)`,
  'u',
)
/** "Mr. Roe. ", "Chairwoman Poe. ", "The Chairman. ": a full stop behind an office or a name that has an honorific. */
const plainStop = /^((?:\p{Lu}[\p{L}'’-]*\.? ){1,4}?\p{Lu}[\p{L}'’-]+)\.\s+(?=["“[(]?\p{Lu})/u
const stopDash = /^(\p{Lu}[^.:;!?–—]{1,60}?(?:\([^()]{1,60}\))?)\s?\.\s?[–—]\s+/u
/** What stands between commas behind a name, and is no words of theirs: "for the mill", "the Treasurer,". */
const apposition = '(?:who|whose|for|of|from|on|as|in|and|also|then|\\p{L}+ing)\\s|(?:the|an?)\\s[^,]{1,60},'
/** "- Ada, words", and not "Ada, for the mill, said"; only for somebody whom the list of those present names. */
const comma = new RegExp(`^(\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,3}),\\s+(?!${apposition})(?=\\S)`, 'u')
const letter = /^([QA])(?:[.:]\s*|\s{2,})(?:\((?:BY|By) ([^()]{3,40})\)\s*)?(?=["“‘'([–—-]*[\p{Lu}\d])/u
/** "[ada] words": somebody whom the list of those present names, as with a comma. */
const square = /^\[([\p{L}@][^[\]\n]{1,40})\]\s+(?=\S)/u
const paren = /^\((\p{Lu}[\p{L}.’' -]{0,30})\)\s+(?=\p{Lu})/u

/** What stands before a label: the number of a question. */
const lead =
  /^(?:>{2,3}\s*)?(?:T\d{1,3}\.\s+)?(?:Q\.?\s?\d{1,4}[.:]?\s+)?(?:\d{1,3}[.)]\s+(?=\p{Lu}))?(?:\[\d{2,6}\]\s+)?/u

/** Words that no label holds: those of sentences, of addresses, and too many. */
const isLabelText = (text: string): boolean =>
  text.length <= 110 &&
  text.split(/\s+/).length <= 16 &&
  !/https?$|www\.|[;!]|[.?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}+\s/u.test(text) &&
  /[\p{L}\p{N}?]/u.test(text)

const found = (match: RegExpExecArray | null, mark: Mark, offset: number): Label | null => {
  const printed = match?.[1]?.trim().replace(/^\[(.*)\]$/, '$1') ?? ''
  if (!match || printed === '' || !isLabelText(printed)) return null
  const start = offset + match[0].indexOf(printed)
  return { text: printed, range: [start, start + printed.length], wordsAt: offset + match[0].length, mark }
}

const timedLabel = (text: string, isWhole: boolean): Label | null => {
  const match = timeLast.exec(text)
  if (!match || datesIn(match[1] ?? '').length > 0) return null
  const [all, printed = '', printedTime = '', sign] = match
  const isOver = isWhole && all.trimEnd().length >= text.trimEnd().length
  const isSetOff = sign !== undefined || /^\[/.test(printed) || /^[[(]|\d:\d{1,2}:\d/.test(printedTime)
  return isOver || isSetOff ? found(match, 'time', 0) : null
}

type Form = readonly [mark: Mark, pattern: RegExp, sign: RegExp]

/** In the order in which they are tried; a text without the sign, which is sooner looked for, has no such label. */
const forms: readonly Form[] = [
  ['letter', letter, /^[QA][.: ]/],
  ['stop', stop, /^(?:The|THE|\p{Lu}\p{L}).*\p{Lu}\p{Lu}/u],
  ['stop', stopDash, /\.\s?[–—]\s/],
  ['dash', shortDash, /^\S{2,5}[\s/,&+]/],
  ['colon', colon, /[:：]/],
  ['dash', dash, /\s(?:[–—]|-{1,2})\s/],
  ['paren', paren, /^\(\p{Lu}/u],
  ['stop', plainStop, /^.{4,50}\.\s/],
  ['comma', comma, /,\s/],
  ['comma', square, /^\[/],
]

/** A label that times or angle brackets set off. */
const chatLabel = (text: string, isWhole: boolean): Label | null => {
  if (/^[\d[(\\<]/.test(text))
    return (
      found(nick.exec(text), 'chat', 0) ??
      found(bracketed.exec(text), 'chat', 0) ??
      found(action.exec(text), 'chat', 0) ??
      found(timeFirst.exec(text), 'chat', 0) ??
      timedLabel(text, isWhole) ??
      (isWhole ? found(timeOver.exec(text), 'time', 0) : null)
    )
  return /\d:\d/.test(text) ? timedLabel(text, isWhole) : null
}

const cut = (text: string, range: Range, wordsAt: number, mark: Mark): Label | null =>
  isLabelText(text.slice(...range)) ? { text: text.slice(...range), range, wordsAt, mark } : null

/** A bold or slanted beginning that a colon or a dash sets off, or that is the whole block. */
const boldLabel = ({ flow: { text }, strong, emphasis }: Block, from: number): Label | null => {
  const all = [...strong, ...emphasis].sort((a, b) => a[0] - b[0])
  const range = all.find(
    ([start]) =>
      text
        .slice(from, start)
        .replace(/[[(“"]/g, '')
        .trim() === '',
  )
  if (!range) return null
  const inner = /^\s*(.*?)\s*[:：]?\s*$/su.exec(text.slice(...range))?.[1] ?? ''
  const start = range[0] + text.slice(...range).indexOf(inner)
  const behind = /^(?:\s*\([^()]{1,60}\)){0,2}\s*(?:[:：]|[–—-]{1,2}\s)?\s*/.exec(text.slice(range[1]))?.[0] ?? ''
  const wordsAt = range[1] + behind.length
  const isSetOff = /[:：–—-]/.test(text.slice(start + inner.length, wordsAt))
  if (inner === '' || !(isSetOff || wordsAt >= text.length)) return null
  const asides = behind.replace(/\s*[:：–—-]*\s*$/, '')
  const end = asides === '' ? start + inner.length : range[1] + asides.length
  const label = cut(text, [start, end], wordsAt, isSetOff ? 'colon' : 'over')
  return label && { ...label, isBold: true }
}

/** The name that a file of captions or a transcript gives to who speaks stands first in a cue. */
const voiceLabel = ({ kind, flow: { text }, strong: [range] }: Block): Label | null => {
  if (kind !== 'cue' || range?.[0] !== 0) return null
  const gap = /^\s*[:：]?\s*/.exec(text.slice(range[1]))?.[0].length ?? 0
  return { text: text.slice(...range).trim(), range, wordsAt: range[1] + gap, mark: 'voice' }
}

/** A row of a transcript laid out as a table: perhaps a time, who speaks, the words. */
const cellLabel = ({ flow: { text }, cells }: Block): Label | null => {
  const own = cells.filter(({ range: [start, end] }) => text.slice(start, end).trim() !== '')
  const timed = own.length === 3 && new RegExp(`^${stamp}$`, 'i').test(text.slice(...(own[0]?.range ?? [0, 0])).trim())
  const [who, words] = timed ? own.slice(1) : own
  if (!who || !words || (own.length !== 2 && !timed) || who.header) return null
  const [start, end] = who.range
  const sign = timed ? (/^[@+~&%](?=[\p{L}_])/u.exec(text.slice(start, end))?.[0].length ?? 0) : 0
  const inner = text.slice(start + sign, end).replace(/\s*[:：]?\s*$/, '')
  if (/^[QA]\.?$/.test(inner)) return cut(text, [start, start + 1], words.range[0], 'letter')
  const range = [start + sign, start + sign + inner.length] as const
  return inner.length <= 60 ? cut(text, range, words.range[0], timed ? 'chat' : 'cell') : null
}

/** "Mr. ROE." in a line by itself: capitals as in the label of a speech. */
const stopOver = new RegExp(`^(?:The|THE|${titleWord}) (?:\\p{Lu}[\\p{Lu}'’-]+ ?){1,4}\\.$`, 'u')

/** A name or an office in a line by itself. */
const overLabel = ({ kind, flow: { text } }: Block): Label | null => {
  if (text.length > 120 || kind === 'code' || kind === 'cue' || !/^[\p{Lu}\p{Lo}?“"(]/u.test(text)) return null
  if (stopOver.test(text))
    return { text: text.slice(0, -1), range: [0, text.length - 1], wordsAt: text.length, mark: 'stop' }
  const core = text.replace(/\s*:$/, '')
  if (kind !== 'heading' && (/[.!?;,]$/.test(core) || core.split(/\s+/).length > 10)) return null
  if (/\s[|¦]\s/.test(core)) return { text: core, range: [0, core.length], wordsAt: text.length, mark: 'bars' }
  return cut(text, [0, core.length], text.length, 'over')
}

/** What stands at the beginning of a block where a label would; null for a block without anything of the kind. */
export const labelOf = (block: Block): Label | null => {
  if (block.kind === 'row') return cellLabel(block)
  const voice = voiceLabel(block)
  if (voice) return voice
  const { text } = block.flow
  const head = text.slice(0, longest)
  const timed = chatLabel(head, text.length === head.length)
  if (timed) return timed
  if (block.kind === 'heading') return found(letter.exec(head), 'letter', 0) ?? overLabel(block)
  const from = lead.exec(head)?.[0].length ?? 0
  const bold = block.strong.length + block.emphasis.length > 0 ? boldLabel(block, from) : null
  if (bold && bold.mark !== 'over') return bold
  const rest = head.slice(from)
  for (const [mark, pattern, sign] of forms) {
    if (mark === 'comma' && block.kind !== 'item') continue
    const label = sign.test(rest) ? found(pattern.exec(rest), mark, from) : null
    if (label) return label
  }
  return overLabel(block) ?? bold
}
