import { isBody } from '../english/bodies.js'
import { type Cast, identify } from '../identity/within-meeting.js'
import { isAllCapitals } from '../text/all-capitals.js'
import type { HasText } from '../text/capitals.js'
import { isUsedInLowerCase, usedInLowerCase } from '../text/lower-words.js'
import { statementOf } from './headings.js'
import { type Label, labelAt, titledLabelAt } from './label.js'
import { type Part, partsOf } from './label-parts.js'
import { withParties } from './parties.js'
import { isFullName, isNoName } from './person-words.js'
import { questionLabels, witnessIn } from './questions.js'
import type { Row } from './rows.js'

/** Which labels of a document name speakers, told from all of its labels together. */
export interface Survey {
  /** The speakers' label that a line begins with; null for a line that goes on or is nobody's. */
  readonly at: (row: Row) => SpeakerLabel | null
  /** How many lines begin with one. */
  readonly turns: number
  /** A verbatim record: a speaker is named once, and all that stands below is theirs until the next is named. */
  readonly isVerbatim: boolean
}

export interface SpeakerLabel extends Label {
  readonly parts: readonly Part[]
}

/** A line that begins with words that may be a speakers' label. */
export interface LabelledRow {
  readonly label: SpeakerLabel
  readonly row: Row
}

const longestLine = 400

/** Whether a line stands right over another, with a blank line before it. */
const isOver = (row: Row, next: Row | undefined): boolean =>
  row.kind === 'text' && row.isApart && next?.kind === 'text' && !next.isApart

/** A line that is nothing but a speaker: in capitals ("MR. ROE"), or with an honorific, an office or a body ("Ms. Roe (Mill Trust)"). */
const lineLabel = (line: string): Label | null => {
  if (line.length > 80 || statementOf.test(line) || /\S\s{3,}\S|[.,;:!?]$|\((?:affirmed|sworn|recalled)\)$/i.test(line))
    return null
  const printed = line.replace(/^[*_]+|[*_]+$/g, '').trim()
  const isCapitals = isAllCapitals(printed)
  const isSpeaker = partsOf(printed)?.every(
    ({ kind, isPlain, text }) =>
      isPlain || kind === 'role' || kind === 'anonymous' || (isCapitals && isFullName(text) && !isBody(text)),
  )
  return isSpeaker ? { printed, length: line.length, mark: 'line' } : null
}

const indentOf = (source: string, { start }: Row): number => start - source.lastIndexOf('\n', start - 1) - 1

/** Whether a line is the first of a paragraph: behind a blank line, or further in than the one above. */
const opensParagraph = (source: string, row: Row, above: Row | undefined): boolean => {
  if (row.isApart || !above) return true
  const indent = indentOf(source, row)
  return indent > 1 && (indent > indentOf(source, above) || /[.?!\])"”]$/.test(source.slice(above.start, above.end)))
}

/** Labels as hearings print them ("Mr. Roe. Thank you"), where others there are set off by a full stop too. */
const titledLabels = (source: string, rows: readonly Row[], found: readonly LabelledRow[]): LabelledRow[] => {
  if (found.filter(({ label }) => label.mark === 'stop').length < 3) return []
  const known = new Set(found.map(({ row }) => row))
  return rows.flatMap((row, i) => {
    if (row.kind !== 'text' || known.has(row) || !opensParagraph(source, row, rows[i - 1])) return []
    const label = titledLabelAt(source.slice(row.start, Math.min(row.end, row.start + longestLine)))
    const parts = label && partsOf(label.printed)
    return label && parts ? [{ row, label: { ...label, parts } }] : []
  })
}

/** The lines that begin with what is written as a label. `dashes`: a dash may stand behind it as well as a colon. */
export const labelsIn = (source: string, rows: readonly Row[], dashes: boolean): LabelledRow[] => {
  const questions = questionLabels(source, rows)
  const found = rows.flatMap((row, i): LabelledRow[] => {
    if (row.kind !== 'text' && row.kind !== 'item') return []
    const question = questions.get(row)
    if (question) return [{ row, label: question }]
    const line = source.slice(row.start, Math.min(row.end, row.start + longestLine))
    const label = labelAt(line, dashes) ?? (isOver(row, rows[i + 1]) ? lineLabel(line) : null)
    const parts = label && partsOf(label.printed)
    return label && parts && witnessIn(line) === null ? [{ row, label: { ...label, parts } }] : []
  })
  const labels = [...found, ...titledLabels(source, rows, found)].sort((a, b) => a.row.start - b.row.start)
  return withParties(source, labels)
}

const lowerCase = ({ text }: Part): string => text.toLowerCase()

const isKnown = (cast: Cast, part: Part): boolean => {
  if (cast.byAbbreviation.has(part.text)) return true
  if (part.kind === 'initials' || part.kind === 'bot') return false
  const { person, candidates } = identify(cast, part.text)
  return person !== null || candidates.length > 0
}

/** What the labels that nothing defines are weighed by. */
interface Signs {
  /** Labels that are speakers without any doubt. */
  readonly sure: number
  /** Labels that tell by their form that they are somebody's. */
  readonly plain: number
  /** These are a good part of all lines that could begin with a label. */
  readonly isDense: boolean
  /** Whether the document uses a word in lower case. */
  readonly isWord: (word: string) => boolean
  /** The words of full names that labels print. */
  readonly nameWords: ReadonlySet<string>
  /** Most lines begin with a handle. */
  readonly ofHandles: boolean
  readonly dashes: boolean
}

/** Whether a part that nothing defines is a speaker, by how often it opens a line. */
const isLikely = (part: Part, count: number, mark: Label['mark'], signs: Signs): boolean => {
  const { sure, plain, isDense, isWord, nameWords, ofHandles, dashes } = signs
  if (mark === 'question') return true
  switch (part.kind) {
    case 'anonymous':
      return sure > 0
    case 'bot':
      return true
    case 'handle':
      // Minutes that are made from a chat print what was written there as it was.
      if (mark === 'bracket' && sure > 7) return true
      return ofHandles && (mark === 'bracket' || count > 2 || (count > 1 && isDense))
    case 'party':
      return count > 1 || sure > (part.isPlain ? 1 : 2)
    case 'role':
      // With a dash, a role alone may as well be what the rest is about ("Treasurer - the post is vacant").
      return count > 1 || (!dashes && sure > 2)
    case 'initials':
      return count > 2 || sure > 7 || (count > 1 && !isWord(lowerCase(part)))
    case 'name':
      if (mark === 'bracket') return ofHandles || isFullName(part.text)
      if (part.isPlain || mark === 'stop') return count > 1 || sure > 1 || (mark === 'colon' && plain > 2)
      // A title is printed in capitals over other lines as well.
      if (mark === 'line') return count > 1
      if (isFullName(part.text)) return count > 1 || sure > 7 || (isDense && sure > 2)
      return (
        (count > 2 || (isDense && count > 1) || nameWords.has(part.text)) &&
        !isNoName(part.text) &&
        !isWord(lowerCase(part))
      )
  }
}

const partsIn = (candidates: readonly LabelledRow[]): Part[] => candidates.flatMap(({ label }) => label.parts)

/** Handles open lines of chats and of minutes that are taken in a chat: two of them at least, and most of the lines. */
const areOfHandles = (
  candidates: readonly LabelledRow[],
  counts: ReadonlyMap<string, number>,
  lines: number,
): boolean => {
  const isOf = ({ label }: LabelledRow) =>
    label.mark === 'bracket' || label.parts.every(({ kind, text }) => kind === 'handle' && (counts.get(text) ?? 0) > 1)
  const found = candidates.filter(isOf)
  return found.length >= 0.4 * lines && new Set(found.map(({ label }) => label.printed)).size > 1
}

/** Whether a label is of a kind that verbatim records print: a full name, an office, a name with what it belongs to. */
const isFormal = ({ label }: LabelledRow): boolean =>
  label.mark === 'stop' ||
  label.mark === 'time' ||
  label.mark === 'question' ||
  label.parts.every((part) => part.kind === 'role' || (part.kind === 'name' && (part.isPlain || isFullName(part.text))))

/**
 * Minutes repeat the label from paragraph to paragraph of one speaker; a verbatim record does not, and what has no label goes
 * on. Its labels are names and offices, and no initials.
 */
const isVerbatimRecord = (accepted: readonly LabelledRow[]): boolean => {
  const repeated = accepted.filter(({ label }, i) => label.printed === accepted[i - 1]?.label.printed).length
  const formal = accepted.filter(isFormal).length
  return accepted.length > 2 && formal > 0.7 * accepted.length && repeated < 0.1 * accepted.length
}

/** So many words are looked for one by one; for more, the text is gone through once. */
const fewWords = 32

/** Tells whether the text uses a word in lower case: one of `all`. */
const wordsOf = (source: HasText, all: () => readonly string[]): ((word: string) => boolean) => {
  const known = new Map<string, boolean>()
  let used: ReadonlySet<string> | undefined
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    if (known.size >= fewWords) used ??= usedInLowerCase(source, all())
    const isUsed = used ? used.has(word) : isUsedInLowerCase(source, word)
    known.set(word, isUsed)
    return isUsed
  }
}

const isLine = ({ kind, isApart }: Row): boolean => kind === 'item' || (kind === 'text' && isApart)

/** Tells which of the labels in a document name speakers. `rows` are those that the candidates were looked for in. */
export const surveyLabels = (
  source: HasText,
  rows: readonly Row[],
  candidates: readonly LabelledRow[],
  cast: Cast,
  dashes: boolean,
): Survey => {
  const counts = new Map<string, number>()
  for (const { text } of partsIn(candidates)) counts.set(text, (counts.get(text) ?? 0) + 1)
  const isWord = wordsOf(source, () => partsIn(candidates).map(lowerCase))
  const countOf = ({ text }: Part): number => counts.get(text) ?? 0
  const labelled = new Set(candidates.map(({ row }) => row))
  const lines = rows.filter((row) => isLine(row) || labelled.has(row)).length
  const ofHandles = areOfHandles(candidates, counts, lines)
  const plain = candidates.filter(({ label }) => label.parts.every((part) => part.isPlain)).length
  const none: Signs = { sure: 0, plain, isDense: false, isWord, nameWords: new Set(), ofHandles, dashes }
  const isSure = (part: Part, mark: Label['mark']): boolean =>
    isKnown(cast, part) || isLikely(part, countOf(part), mark, none)
  const sure = candidates.filter(({ label }) => label.parts.every((part) => isSure(part, label.mark))).length
  const names = partsIn(candidates).filter((part) => part.kind === 'name' && isFullName(part.text))
  const nameWords = new Set(names.flatMap(({ text }) => text.split(/\s+/)))
  const countOfWords = ({ text }: Part): number => Math.max(...text.split(/\s+/).map((word) => counts.get(word) ?? 0))
  for (const name of names) counts.set(name.text, Math.max(countOf(name), countOfWords(name) > 0 ? 2 : 1))
  const acceptedWith = (known: number): LabelledRow[] => {
    const signs: Signs = { ...none, sure: known, isDense: known >= 0.4 * lines, nameWords }
    return candidates.filter(({ label }) =>
      label.parts.every((part) => isSure(part, label.mark) || isLikely(part, countOf(part), label.mark, signs)),
    )
  }
  // What is a speaker beside those who are sure makes others likely in turn.
  const accepted = acceptedWith(acceptedWith(sure).length)
  const byRow = new Map(accepted.map(({ row, label }) => [row, label]))
  return { at: (row) => byRow.get(row) ?? null, turns: accepted.length, isVerbatim: isVerbatimRecord(accepted) }
}
