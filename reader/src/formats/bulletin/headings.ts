import type { Part } from '../../narrative/document.js'
import type { SourceText } from '../../source.js'
import { isDelegation } from './groups.js'

/** A heading that is run into the first line of its paragraph: its words, and where those of the paragraph begin. */
interface RunIn {
  readonly start: number
  readonly end: number
  readonly wordsFrom: number
}

const bold = /^(?:\*\*|__)([^*_]{2,160}?)\s*([:.]?)(?:\*\*|__)([:.]?)\s+(?=\S)/u
const colon = /^((?:\p{Lu}|\d)[^\p{Ll}:]{3,140}):\s+(?=\S)/u
const numbered = /^(?:AGENDA\s+)?(?:ITEM|CHAPTER|ARTICLE|SECTION|PART)\s+\d/u

/** "AGENDA ITEM 3 (a) THE REEF The Chair said": words in capitals up to the first that is not. */
const capitalsLength = (text: string): number => {
  let length = 0
  let words = 0
  for (const [token] of text.slice(0, 240).matchAll(/\S+\s*/g)) {
    const word = token.trim()
    const isLetter = /^\d*\(?[a-z]\)?[,.:;]?$/.test(word)
    if (!isLetter && (/\p{Ll}/u.test(word) || !/[\p{Lu}\d–—-]/u.test(word))) {
      return /^["“'‘]?\p{Lu}/u.test(word) && words >= (numbered.test(text) ? 3 : 5) ? length : 0
    }
    if (/\p{Lu}{2}/u.test(word)) words++
    length += token.length
  }
  return 0
}

const runInAt = (text: string): RunIn | null => {
  const inBold = bold.exec(text)
  if (inBold && (inBold[2] !== '' || inBold[3] !== '') && !isDelegation(inBold[1] ?? '')) {
    const start = text.indexOf(inBold[1] ?? '')
    return { start, end: start + (inBold[1] ?? '').length, wordsFrom: inBold[0].length }
  }
  const before = colon.exec(text)
  if (before && /\s/.test(before[1] ?? '') && !isDelegation(before[1] ?? ''))
    return { start: 0, end: (before[1] ?? '').length, wordsFrom: before[0].length }
  const length = capitalsLength(text)
  return length === 0 ? null : { start: 0, end: text.slice(0, length).trimEnd().length, wordsFrom: length }
}

/** The parts of a bulletin, with the headings that are run into their paragraphs as sections of their own. */
export const withRunInHeadings = ({ text }: SourceText, parts: readonly Part[]): Part[] => {
  // "Item 3" is as deep as "Item 4", however each is printed.
  const itemLevel = parts.find((part) => part.kind === 'section' && numbered.test(part.heading))
  let above = 0
  return parts.flatMap((part): Part[] => {
    const [piece] = part.pieces
    if (part.kind === 'section') above = part.level
    if (part.kind === 'section' || !piece) return [part]
    const found = runInAt(text.slice(...piece))
    if (!found) return [part]
    const [start, end] = [piece[0] + found.start, piece[0] + found.end]
    const heading = text.slice(start, end).replace(/\s+/g, ' ')
    const level = itemLevel?.kind === 'section' && numbered.test(heading) ? itemLevel.level : above + 1
    return [
      { kind: 'section', level, heading, pieces: [[start, end]] },
      { ...part, wordsFrom: piece[0] + found.wordsFrom },
    ]
  })
}
