import type { Range } from '../outline/outline.js'
import type { Flow } from '../text/flow.js'
import { keyOf } from './nature.js'
import { isInCapitals } from './words.js'

/** A label inside of a paragraph. */
export interface InlineLabel {
  readonly text: string
  readonly range: Range
  /** Where it begins, with the time before it. */
  readonly start: number
  readonly wordsAt: number
}

const inside =
  /(?<=[.?!—–”"’)\]]\s{1,3})((?:(?:The|Mr|Mrs|Ms|Miss|Dr|Hon|Senator|Madam|Sir)\.? ){0,2}\p{Lu}[\p{L}.'’ -]{0,40}?(?: \([^()]{2,60}\))?)\s?(:|\.?\s?—)\s*(?=[\p{Lu}\p{Ll}"“])/gu
/** The Q. and A. of an examination that stand in one paragraph. */
const letters = /(?<=\S\s{1,4})([QA])\.\s{1,6}(?=["“‘'([–—-]*[\p{Lu}\d])/gu

/** Lines of a chat that were run together. */
const chat = /(?<=\s)(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+)<\s?[@+~&%]?([^<>\s]{1,40})\s?>\s+/gu

/** A label at the beginning of a printed line. */
const atLine =
  /^(?:(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+)?<\s?[@+~&%]?([^<>\s]{1,40})\s?>|([^\s:<>]{1,40}(?: [^\s:<>]{1,30}){0,3}):)\s+/u

/** What tells which words inside of a paragraph are labels. */
export interface InlineSigns {
  /** Whether labels name somebody so elsewhere. */
  readonly isSpeaker: (key: string) => boolean
  /** The record has Q. and A. for labels. */
  readonly hasLetters: boolean
  /** The paragraph is a line of a chat. */
  readonly isChat: boolean
}

/** Labels at the beginnings of printed lines that were taken for one paragraph. */
const labelsAtLines = ({ text, starts }: Flow, from: number, isSpeaker: InlineSigns['isSpeaker']): InlineLabel[] =>
  starts.flatMap((start) => {
    const match = start > from ? atLine.exec(text.slice(start, start + 120)) : null
    const label = match?.[1] ?? match?.[2]
    if (!match || label === undefined || !isSpeaker(keyOf(label))) return []
    const at = start + match[0].indexOf(label)
    return [{ text: label, range: [at, at + label.length], start, wordsAt: start + match[0].length }]
  })

/**
 * Labels that stand inside of a paragraph from `from` on, as reports of debates run turns together: "… said so. Mr ROE: I did not." Only
 * those whom labels name elsewhere too, or who are printed in capitals behind an honorific or an article.
 */
export const inlineLabels = (
  flow: Flow,
  from: number,
  { isSpeaker, hasLetters, isChat }: InlineSigns,
): InlineLabel[] => {
  const { text } = flow
  const found = labelsAtLines(flow, from, isSpeaker)
  const add = (label: string, match: RegExpExecArray): void => {
    const at = match.index + match[0].indexOf(label)
    if (match.index >= from)
      found.push({
        text: label,
        range: [at, at + label.length],
        start: match.index,
        wordsAt: match.index + match[0].length,
      })
  }
  if (isChat) for (const match of text.matchAll(chat)) add(match[1] ?? '', match)
  if (hasLetters) for (const match of text.matchAll(letters)) add(match[1] ?? '', match)
  if (!isChat && /[:—]/.test(text))
    for (const match of text.matchAll(inside)) {
      const label = (match[1] ?? '').trim()
      const isNamed = match[2] === ':' && isSpeaker(keyOf(label))
      if (isNamed || (isInCapitals(label) && /^(?:The|Mr|Mrs|Ms|Miss|Dr|Hon|Senator|Madam|Sir)\b/.test(label)))
        add(label, match)
    }
  const inOrder = found.sort((a, b) => a.start - b.start)
  return inOrder.filter(({ start }, i) => start >= (inOrder[i - 1]?.wordsAt ?? from))
}
