import type { Block, Range } from '../outline/outline.js'

/** What stands in the place of a label, before it is known whether it is one. */
export interface Label {
  /** As printed, without brackets, times and colon. */
  readonly text: string
  /** Where the printed label stands in the block's text. */
  readonly range: Range
  /** Where the words begin that it labels; the end of the text where they stand in the next block. */
  readonly wordsAt: number
  readonly kind: 'chat' | 'colon' | 'dash' | 'stamped' | 'heading' | 'bold' | 'voice' | 'bars' | 'alone'
}

const time = '[[(]?\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?(?: ?[ap]\\.?m\\.?)?[\\])]?'
const chat = new RegExp(
  `^(?:${time}\\s+)?(?:<\\s*[@+~&%]?([^<>\\n]{1,60}?)\\s*>|\\\\<([^>\\n]{1,60})\\\\?>)\\s*:?\\s*`,
  'i',
)
const chatColon = new RegExp(`^${time}\\s+[@+]?([^\\s:<>][^:<>\\n]{0,60}?)\\s*:\\s+`, 'i')
const stampedFirst = new RegExp(`^${time}\\s*[-–—|]?\\s*([\\p{L}@+(\\d][^:\\n]{0,60}?)\\s*:?$`, 'iu')
const stampedLast = new RegExp(`^([\\p{L}@+(][^\\n]{0,60}?)\\s*[:,|–-]?\\s+${time}(?:\\s*[-–]+>?\\s*${time})?:?$`, 'iu')
const stampedColon = new RegExp(`^([\\p{L}@+(][^:\\n]{0,60}?)\\s*[,|–-]?\\s*${time}\\s*:\\s+`, 'iu')
const colon = /^([\p{L}\p{N}@+?(«"“'][^:\n]{0,78}?)\s*(?::|：)(?!\/\/)(?:\s+|$)/u
const dash = /^(\p{Lu}[\p{L}\p{N}]{1,4}(?:\s?(?:\/|,|&|\+)\s?\p{Lu}[\p{L}\p{N}]{1,4}){0,3})\s+[-–—]+\s+(?=\S)/u

/** Words that no label holds: a verb, or so many words that it is a sentence. */
const mostWords = 9
const isLabelText = (text: string): boolean =>
  text.split(/\s+/).length <= mostWords && !/https?$|www\.|[;!]|\.\s+\p{Lu}\p{Ll}{3,}.*\s\p{Ll}+\s/u.test(text)

const found = (match: RegExpExecArray | null, kind: Label['kind'], offset = 0): Label | null => {
  const text = match
    ?.slice(1)
    .find((group) => group !== undefined)
    ?.trim()
  if (!match || !text || !isLabelText(text)) return null
  const start = offset + match[0].indexOf(text)
  return { text, range: [start, start + text.length], wordsAt: offset + match[0].length, kind }
}

/** A bold or slanted beginning that a colon may follow, or that is the whole block. */
const boldLabel = ({ flow: { text }, strong, emphasis }: Block): Label | null => {
  const range = [strong[0], emphasis[0]].find((one) => one !== undefined && text.slice(0, one[0]).trim() === '')
  if (!range) return null
  const words = text
    .slice(...range)
    .trim()
    .replace(/\s*[:：]$/, '')
  const behind = /^\s*[:：–—-]?\s*/.exec(text.slice(range[1]))?.[0] ?? ''
  const isClosed = /[:：]/.test(
    text
      .slice(...range)
      .trim()
      .slice(-1) + behind,
  )
  const isWhole = range[1] + behind.length >= text.length
  if (words === '' || words.length > 90 || !isLabelText(words) || !(isClosed || isWhole)) return null
  const start = range[0] + text.slice(...range).indexOf(words)
  return { text: words, range: [start, start + words.length], wordsAt: range[1] + behind.length, kind: 'bold' }
}

/** "Ada Roe | Delegate | Norland" by itself. */
const barsLabel = ({ flow: { text } }: Block): Label | null =>
  text.length < 160 && /\s\|\s/.test(text)
    ? { text, range: [0, text.length], wordsAt: text.length, kind: 'bars' }
    : null

/** A name or an office that stands in a line by itself: "Ada Roe", "Operator", "Ada Roe – Chief Executive". */
const aloneLabel = ({ kind, flow: { text } }: Block): Label | null => {
  if (kind !== 'paragraph' || text.length > 80 || !/^\p{Lu}/u.test(text) || /[.!?;:,]$/.test(text)) return null
  const words = text.split(/\s[–—-]\s|,\s/)[0] ?? text
  return isLabelText(words) ? { text: words, range: [0, words.length], wordsAt: text.length, kind: 'alone' } : null
}

/** The name that a file of captions or a transcript gives to who speaks stands first in a cue. */
const voiceLabel = ({ kind, flow: { text }, strong: [name] }: Block): Label | null =>
  kind === 'cue' && name && name[0] === 0
    ? { text: text.slice(...name), range: name, wordsAt: Math.min(text.length, name[1] + 1), kind: 'voice' }
    : null

/** What stands at the beginning of a block where a label would; null for a block without one. */
export const labelOf = (block: Block): Label | null => {
  const { text } = block.flow
  if (block.kind === 'row') return null
  const voice = voiceLabel(block)
  if (voice) return voice
  if (block.kind === 'heading') {
    if (text.length > 120) return null
    return (
      barsLabel(block) ??
      found(stampedLast.exec(text) ?? stampedFirst.exec(text), 'stamped') ?? {
        text: text.replace(/\s*:$/, ''),
        range: [0, text.length],
        wordsAt: text.length,
        kind: 'heading',
      }
    )
  }
  const head = text.slice(0, 240)
  return (
    found(chat.exec(head), 'chat') ??
    found(chatColon.exec(head), 'chat') ??
    (text.length < 90
      ? (found(stampedLast.exec(text), 'stamped') ?? found(stampedFirst.exec(text), 'stamped'))
      : null) ??
    found(stampedColon.exec(head), 'stamped') ??
    boldLabel(block) ??
    found(colon.exec(head), 'colon') ??
    (block.kind === 'item' || block.kind === 'paragraph' ? found(dash.exec(head), 'dash') : null) ??
    (block.strong.length > 0 ? barsLabel(block) : null) ??
    aloneLabel(block)
  )
}
