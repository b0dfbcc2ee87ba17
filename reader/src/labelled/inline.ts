import type { Range } from '../outline/outline.js'
import { keyOf } from './nature.js'

/** A label inside of a paragraph. */
export interface InlineLabel {
  readonly text: string
  readonly range: Range
  readonly wordsAt: number
}

const inside =
  /(?<=[.?!—–”"’)\]]\s{1,3})((?:(?:The|Mr|Mrs|Ms|Miss|Dr|Hon|Senator|Madam|Sir)\.? ){0,2}\p{Lu}[\p{L}.'’ -]{0,40}?(?: \([^()]{2,60}\))?)\s?(:|\.?\s?—)\s*(?=[\p{Lu}\p{Ll}"“])/gu
/** The Q. and A. of an examination that stand in one paragraph. */
const letters = /(?<=\S\s{1,4})([QA])\.\s{1,6}(?=["“‘'([–—-]*[\p{Lu}\d])/gu

const isInCapitals = (text: string): boolean => /\p{Lu}{3}/u.test(text.replace(/\([^()]*\)/g, ''))

/**
 * Labels that stand inside of a paragraph from `from` on, as reports of debates run turns together: "… said so. Mr ROE: I did not." Only
 * those whom labels name elsewhere too, or who are printed in capitals behind an honorific or an article.
 */
export const inlineLabels = (
  text: string,
  from: number,
  isSpeaker: (key: string) => boolean,
  hasLetters: boolean,
): InlineLabel[] => {
  const found: InlineLabel[] = []
  const add = (label: string, at: number, length: number): void => {
    if (at >= from) found.push({ text: label, range: [at, at + label.length], wordsAt: at + length })
  }
  if (hasLetters) for (const match of text.matchAll(letters)) add(match[1] ?? '', match.index, match[0].length)
  if (/[:—]/.test(text))
    for (const match of text.matchAll(inside)) {
      const label = (match[1] ?? '').trim()
      const isColon = match[2] === ':'
      const isNamed = isColon && isSpeaker(keyOf(label))
      if (isNamed || (isInCapitals(label) && /^(?:The|Mr|Mrs|Ms|Miss|Dr|Hon|Senator|Madam|Sir)\b/.test(label)))
        add(label, match.index, match[0].length)
    }
  return found.sort((a, b) => a.range[0] - b.range[0])
}
