import { type Finding, finding } from '../findings.js'
import type { Furniture } from '../outline/outline.js'
import type { MeetingRecord, Pieces } from '../record.js'
import type { SourceText } from '../source.js'

/** Every place of the source that a row of the record came from. */
const rowPieces = (record: MeetingRecord): Pieces => [
  ...record.sections.flatMap(({ pieces }) => pieces),
  ...record.paragraphs.flatMap(({ pieces }) => pieces),
  ...record.attendances.flatMap(({ pieces }) => pieces),
  ...record.affiliations.flatMap(({ pieces }) => pieces),
  ...record.utterances.flatMap(({ pieces }) => pieces),
  ...record.unattributed.flatMap(({ pieces }) => pieces),
  ...record.mentions.flatMap(({ pieces }) => pieces),
]

/** Pieces in order, with those that touch or overlap made one. */
const merged = (pieces: Pieces): Pieces => {
  const result: Pieces = []
  for (const [start, end] of [...pieces].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}

const shown = (text: string): string => {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length > 60 ? `${words.slice(0, 57)}…` : words
}

/** White space, punctuation and the marks of Markdown by themselves say nothing. */
const says = /[\p{L}\p{N}]/u

/** What no row and no furniture of a format covers, line by line. */
interface Uncovered {
  /** Stretches that say something. */
  readonly unread: Pieces
  /** Stretches of nothing but punctuation, symbols and marks: bars of a table, stars of a bold line. */
  readonly marks: Pieces
}

const uncoveredIn = (source: SourceText, record: MeetingRecord, furniture: readonly Furniture[]): Uncovered => {
  const covered = merged([...rowPieces(record), ...furniture.flatMap(({ pieces }) => pieces)])
  const found: Uncovered = { unread: [], marks: [] }
  let at = 0
  for (const line of source.lines) {
    let from = line.start
    while ((covered[at]?.[1] ?? Number.POSITIVE_INFINITY) <= from) at++
    for (let i = at; from < line.end; i++) {
      const [start, end] = covered[i] ?? [line.end, line.end]
      const until = Math.min(line.end, Math.max(from, start))
      const words = source.text.slice(from, until)
      if (says.test(words)) found.unread.push([from, until])
      else if (words.trim() !== '') found.marks.push([from, until])
      from = Math.max(until, Math.min(line.end, end))
      if (start >= line.end) break
    }
  }
  return found
}

/** One finding for each run of lines that are not read. */
const unreadFindings = (source: SourceText, unread: Pieces): Finding[] => {
  const runs: Pieces[] = []
  for (const piece of unread) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && source.text.slice(last[1], piece[0]).trim() === '') run.push(piece)
    else runs.push([piece])
  }
  return runs.map((pieces) => {
    const text = pieces.map(([start, end]) => source.text.slice(start, end)).join(' ')
    return finding('UNREAD_TEXT', `${text.length} characters are in no row: “${shown(text.slice(0, 400))}”`, pieces)
  })
}

/**
 * Accounts for every character of a source that is no white space: it is in a row of the record, in furniture of a named kind
 * (what the format calls so, and punctuation between rows), or in an UNREAD_TEXT finding. Nothing disappears in silence.
 */
export const accountFor = (
  source: SourceText,
  record: MeetingRecord,
  furniture: readonly Furniture[],
): { readonly furniture: readonly Furniture[]; readonly findings: Finding[] } => {
  const { unread, marks } = uncoveredIn(source, record, furniture)
  const punctuation = marks.length > 0 ? [{ kind: 'punctuation', pieces: marks }] : []
  return { furniture: [...furniture, ...punctuation], findings: unreadFindings(source, unread) }
}
