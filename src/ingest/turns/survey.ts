import { type Cast, identify } from '../identity/within-meeting.js'
import { usedInLowerCase } from '../text/lower-words.js'
import { isFullName, type Label, labelAt, type Part, partsOf } from './label.js'
import type { Row } from './rows.js'

/** Which labels of a document name speakers, told from all of its labels together. */
export interface Survey {
  /** The speakers' label that a line begins with; null for a line that goes on or is nobody's. */
  readonly at: (row: Row) => SpeakerLabel | null
  /** Every line that begins with one, how often each part of a label stands. */
  readonly turns: number
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

/** The lines that begin with what is written as a label. `dashes`: a dash may stand behind it as well as a colon. */
export const labelsIn = (source: string, rows: readonly Row[], dashes: boolean): LabelledRow[] =>
  rows.flatMap((row) => {
    if (row.kind !== 'text' && row.kind !== 'item') return []
    const label = labelAt(source.slice(row.start, Math.min(row.end, row.start + longestLine)), dashes)
    const parts = label && partsOf(label.printed)
    return label && parts ? [{ row, label: { ...label, parts } }] : []
  })

const lowerCase = ({ text }: Part): string => text.toLowerCase()

const isKnown = (cast: Cast, part: Part): boolean => {
  if (cast.byAbbreviation.has(part.text)) return true
  if (part.kind === 'initials') return false
  const { person, candidates } = identify(cast, part.text)
  return person !== null || candidates.length > 0
}

/** What the labels that nothing defines are weighed by. */
interface Signs {
  /** Labels that are speakers without any doubt. */
  readonly sure: number
  /** The words that the document uses in lower case. */
  readonly words: () => ReadonlySet<string>
  readonly dashes: boolean
}

/** Whether a part that nothing defines is a speaker, by how often it opens a line. */
const isLikely = (part: Part, count: number, { sure, words, dashes }: Signs): boolean => {
  const isWord = () => words().has(lowerCase(part))
  if (part.kind === 'anonymous') return sure > 0
  // With a dash, a role alone may as well be what the rest is about ("Treasurer - the post is vacant").
  if (part.kind === 'role') return count > 1 || (!dashes && sure > 2)
  if (part.kind === 'initials') return count > 2 || sure > 7 || (count > 1 && !isWord())
  if (isFullName(part.text)) return count > 1 || sure > 7
  return count > 2 && !isWord()
}

/** Tells which of the labels in a document name speakers. */
export const surveyLabels = (
  source: string,
  candidates: readonly LabelledRow[],
  cast: Cast,
  dashes: boolean,
): Survey => {
  let lower: ReadonlySet<string> | null = null
  const words = (): ReadonlySet<string> => {
    lower ??= usedInLowerCase(source, new Set(candidates.flatMap(({ label }) => label.parts.map(lowerCase))))
    return lower
  }
  const counts = new Map<string, number>()
  for (const { label } of candidates) for (const { text } of label.parts) counts.set(text, (counts.get(text) ?? 0) + 1)
  const countOf = ({ text }: Part): number => counts.get(text) ?? 0
  const isSure = (part: Part): boolean =>
    isKnown(cast, part) || isLikely(part, countOf(part), { sure: 0, words, dashes })
  const sure = candidates.filter(({ label }) => label.parts.every(isSure)).length
  const accepted = candidates.filter(({ label }) =>
    label.parts.every((part) => isSure(part) || isLikely(part, countOf(part), { sure, words, dashes })),
  )
  const byRow = new Map(accepted.map(({ row, label }) => [row, label]))
  return { at: (row) => byRow.get(row) ?? null, turns: accepted.length }
}
