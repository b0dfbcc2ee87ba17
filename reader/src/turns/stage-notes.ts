import { isNarration } from '../english/narration.js'
import { whileReading } from '../once.js'
import { type Block, plain, plainText } from './blocks.js'
import { examinerIn, witnessIn } from './questions.js'
import type { Row } from './rows.js'

const inBrackets = /^(?:\[[^[\]]*\]|\([^()]*\))[.\s\\]*$/

/** "ADA POE,", and below it "having been duly sworn, testified as follows:". */
const sworn = /^[\p{Lu} .'’-]{5,50},$|^(?:having|being|was)\b.{0,60}\b(?:sworn|affirmed)\b/u

/** "--- Upon resuming at 2:05 p.m." */
const behindHyphens =
  /^-{3}\s+(?:Upon|Whereupon|Recess(?:ed)?|Luncheon|Adjourn(?:ed|ment)|Exhibits?|EXHIBITS?|Pause|Laughter|Applause|Off[- ](?:the[- ])?record|(?:Hearing|Proceedings?) (?:adjourned|resumed|concluded|recessed|suspended))\b[^?!]{0,120}$/u

/** A longer paragraph is a note only if it is in brackets, or says who examines. */
const longestNote = 240

const isShortNote = whileReading(
  (text: string): boolean =>
    inBrackets.test(text) ||
    behindHyphens.test(text) ||
    (text.length < longestNote && sworn.test(text)) ||
    examinerIn(text) !== null ||
    witnessIn(text) !== null ||
    isNarration(text),
)

/** Whether a paragraph is a note of the note-taker, in brackets or in set words ("Motion agreed to."), and no speech. */
export const isStageNote = (text: string): boolean =>
  text.length > longestNote ? inBrackets.test(text) || examinerIn(text) !== null : isShortNote(text)

/** What a block says, if it is a note of the note-taker, or each of its lines is one; null for a speech. */
export const notesIn = (source: string, block: Block): string[] | null => {
  const text = plainText(source, block)
  if (isStageNote(text)) return [text]
  if (block.rows.length < 2 || block.rows.length > 4) return null
  const lines = block.rows.map(({ start, end }) => plain(source, [[start, end]]))
  return lines.every(isStageNote) ? lines : null
}

/** Lines in brackets right under the last words of a paragraph, behind the first of those that open a turn: "(Laughter)", "(11.24 am)". */
export const notesBelow = (source: string, rows: readonly Row[], opens: ReadonlySet<Row>): ReadonlySet<Row> => {
  const from = rows.find((row) => opens.has(row))?.start ?? source.length
  const notes = new Set<Row>()
  let isLast = true
  for (const row of rows.toReversed()) {
    const isNote: boolean =
      isLast && row.kind === 'text' && inBrackets.test(source.slice(row.start, Math.min(row.end, row.start + 200)))
    if (isNote && !row.isApart && row.start > from) notes.add(row)
    isLast = row.isApart || isNote || opens.has(row)
  }
  return notes
}
