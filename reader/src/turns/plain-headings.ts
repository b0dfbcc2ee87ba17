import { isAllCapitals } from '../text/all-capitals.js'
import { datesIn } from '../text/dates.js'
import { type Block, plainRow, plainText } from './blocks.js'
import { isOverSpeaker } from './headings.js'
import { witnessIn } from './questions.js'
import { isMarkedRecord } from './records.js'
import { isStageNote } from './stage-notes.js'
import type { Survey } from './survey.js'

const longest = 90
const number =
  /^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]{1,5}\.|[A-H]\.|(?:agenda )?item \d{1,2}\s*[.:–-]?|(?:TOP|Tagesordnungspunkt|Punkt|Point|Punto)\s+\d{1,2}[a-z]?\s?[:.–-]?|議題[\d０-９一二三四五六七八九十]{1,3}|[（(][\d０-９]{1,2}[)）])[\s　]+(?=\p{Lu}|\p{Lo})/iu

/** Who presides is no topic: "Présidence de Mme Roe", "Ms. Roe in the Chair". */
const presides = /^(?:présidence de|presiding|in the chair|vorsitz)\b|\bin the chair$/iu

const isLabelled = (survey: Survey, { rows: [row] }: Block): boolean => row !== undefined && survey.at(row) !== null

/** Days, times, notes and records stand in lines by themselves, too. */
const isNoHeading = (text: string): boolean =>
  text.length > longest ||
  !/\p{L}{3}/u.test(text) ||
  // Letters set apart.
  /^(?:\p{Lu} ){3}/u.test(text) ||
  /\b\d{1,2}[.:]\d{2}\b|[.,;:!—–。、：！-]["”’)]?$/.test(text) ||
  datesIn(text).length > 0 ||
  isStageNote(text) ||
  isMarkedRecord(text) ||
  presides.test(text)

const bracketed = /^\[(\p{Lu}[^[\]\p{Ll}]{2,60})\]$/u
/** What the note-taker sets in brackets and is heard, seen or done: "[APPLAUSE]", "[EXHIBIT 3 MARKED]". */
const noted =
  /\b(?:applause|laughter|laughs?|crosstalk|cross-?talk|inaudible|unintelligible|indiscernible|silence|pause|music|video|film|recess|break|lunch|off the record|sworn|affirmed|exhibit|marked|resumed?|adjourn\w*|begin\w*|end|ends|ended|start\w*|sic|redacted|no response|overlapping|phone|bell|gavel)\b/i

/** Lines in brackets and capitals that each stand once in a transcript and over a turn: "[QUESTIONS: COST]". */
const bracketedHeadings = (source: string, blocks: readonly Block[], survey: Survey): ReadonlySet<Block> => {
  const found = blocks.filter(
    (block, i) =>
      block.kind === 'text' &&
      block.rows.length === 1 &&
      (block.rows[0]?.isApart ?? false) &&
      bracketed.test(plainText(source, block)) &&
      !noted.test(plainText(source, block)) &&
      blocks[i + 1] !== undefined &&
      isLabelled(survey, blocks[i + 1] as Block),
  )
  const words = new Set(found.map((block) => plainText(source, block)))
  return new Set(found.length > 1 && words.size === found.length ? found : [])
}

/** Lines that call a witness each, as an examination stands under them, where there are several: "ADA ROE, SWORN". */
const callsOfWitnesses = (source: string, blocks: readonly Block[]): ReadonlySet<Block> => {
  const found = blocks.filter(({ kind, rows: [row, ...more] }) => {
    if (kind !== 'text' || more.length > 0 || !row?.isApart) return false
    const text = plainRow(source, row)
    return isAllCapitals(text) && witnessIn(text) !== null
  })
  return new Set(found.length > 1 ? found : [])
}

const withoutBrackets = (block: Block): Block => ({
  ...block,
  kind: 'heading',
  level: 1,
  depth: 0,
  rows: block.rows.map((row) => ({ ...row, start: row.start + 1, end: row.end - 1 })),
})

/** How a line by itself is written as a heading is; null where it is none. */
const levelOf = (source: string, block: Block, text: string): number | null => {
  const [row] = block.rows
  // It stands under the heading that says what about, however that is printed.
  if (block.kind === 'text' && block.rows.length <= 3 && isAllCapitals(text) && isOverSpeaker(text)) return 3
  if (!row || block.rows.length > 1 || /\S\s{3,}\S/.test(source.slice(row.start, row.end)) || isNoHeading(text))
    return null
  const isNumbered = number.test(text) || (row.marker !== null && /\d/.test(source.slice(...row.marker)))
  if (block.kind === 'item') return isNumbered && block.depth === 1 && /^\p{Lu}/u.test(text) ? 2 : null
  if (block.kind !== 'text') return null
  if (isAllCapitals(text)) return 1
  return isNumbered || (/^\p{Lu}/u.test(text) && text.length <= 70) || (/^\p{Lo}/u.test(text) && text.length <= 30)
    ? 2
    : null
}

const isNumberedItem = (source: string, { kind, rows: [row] }: Block): boolean =>
  kind === 'item' && row?.marker != null && /\d/.test(source.slice(...row.marker))

/** A numbered line over a paragraph; over another numbered line it is an entry of a list. */
const isNumberedOver = (source: string, block: Block, next: Block | undefined): boolean =>
  isNumberedItem(source, block) && next?.kind === 'text' && (next.rows[0]?.isApart ?? false)

/** A line in capitals right over a paragraph is a block of its own. */
const cutAtCapitals = (source: string, block: Block): Block[] => {
  const [first, ...others] = block.rows
  if (block.kind !== 'text' || !first?.isApart || others.length === 0) return [block]
  const line = { ...block, rows: [first] }
  return levelOf(source, line, plainText(source, line)) === 1 ? [line, { ...block, rows: others }] : [block]
}

/**
 * In a transcript without headings that the file marks, the lines by themselves that are written as headings are and stand
 * over a turn, or over another such line: in capitals, numbered, or without a full stop.
 */
export const withHeadings = (source: string, blocks: readonly Block[], survey: Survey): Block[] => {
  if (survey.turns < 3 || blocks.some(({ kind }) => kind === 'heading')) return [...blocks]
  const given = blocks.flatMap((block) => (isLabelled(survey, block) ? [block] : cutAtCapitals(source, block)))
  const inBrackets = bracketedHeadings(source, given, survey)
  const calls = callsOfWitnesses(source, given)
  let isOverTurn = false
  for (let i = given.length - 1; i >= 0; i--) {
    const block = given[i]
    if (!block) continue
    if (isLabelled(survey, block)) {
      isOverTurn = true
      continue
    }
    if (inBrackets.has(block)) {
      given[i] = withoutBrackets(block)
      continue
    }
    if (calls.has(block)) {
      given[i] = { ...block, kind: 'heading', level: 2, depth: 0 }
      continue
    }
    const text = plainText(source, block)
    const isOver = isOverTurn || isAllCapitals(text) || isNumberedOver(source, block, given[i + 1])
    const level = isOver ? levelOf(source, block, text) : null
    const isStanding = block.rows[0]?.isApart ?? false
    if (level !== null && isStanding) given[i] = { ...block, kind: 'heading', level, depth: 0 }
    else if (!isStageNote(text)) isOverTurn = false
  }
  return given
}
