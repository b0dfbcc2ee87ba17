import { isHeadingText } from '../text/heading-text.js'
import { endsSentence } from '../text/sentence-end.js'
import { type Block, plainText } from '../turns/blocks.js'

const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)

/** "In the ensuing discussion:" and "The following points were made:" announce what stands below. */
const announces = (text: string): boolean =>
  /:$/.test(text) &&
  /^(?:in|on|at|during|after|following|with)\s|\b(?:was|were|is|are|had|has|have|following)\b/i.test(text)

const sentenceInside = /(?<!\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Cllr|St|No))(?:\p{L}{3}|\s)[.?!]\s+(?:\p{Lu}|[–—-]\s)/u

/** Whether words hold the end of a sentence and the beginning of another, what stands in parentheses left out. */
const holdsSentence = (text: string): boolean =>
  sentenceInside.test(text.replace(/^[IVXLC]{1,6}[.)]\s+/, '').replace(/\([^()]*\)/g, ''))

const raised = /^\p{Lu}[^.!?()]{2,100}\s\((?:raised|proposed|submitted|tabled)\s+by\s[^()]{3,240}\)$/iu

/** "2. Dues (raised by Ada Roe, Mill Trust, and by Bo Poe)": a numbered item with those who raised it, over several lines. */
const isRaisedItem = (source: string, block: Block): boolean =>
  block.kind === 'item' && block.depth === 1 && block.rows.length <= 4 && raised.test(plainText(source, block))

/** Whether lines by themselves are a heading: marked as one, bold, in capitals, numbered, or short and with no stop. */
export const isHeading = (source: string, block: Block): boolean => {
  if (block.kind === 'heading' || isRaisedItem(source, block)) return true
  if ((block.kind !== 'text' && block.kind !== 'item') || block.rows.length > 2 || block.depth > 1) return false
  const text = plainText(source, block)
  if (!block.isBold && !(text.length <= 90 && block.rows.length === 1) && !isCapitals(text)) return false
  if (announces(text) || !isHeadingText(text) || endsSentence(text.replace(/:$/, ''))) return false
  return !holdsSentence(text)
}

/** How deep a heading stands: by the file's own level, else one in capitals over others. */
export const levelOf = (source: string, block: Block): number => {
  if (block.kind === 'heading') return block.level
  return isCapitals(plainText(source, block)) ? 7 : 8
}
