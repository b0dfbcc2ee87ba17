import { type Finding, finding } from './findings.js'
import type { Furniture } from './formats/format.js'
import type { MeetingRecord, Pieces } from './record.js'
import type { SourceText } from './source.js'

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

/** The stretches of the lines of a source that no row and no furniture covers, and that say something. */
export const unreadPieces = (source: SourceText, record: MeetingRecord, furniture: readonly Furniture[]): Pieces => {
  const covered = merged([...rowPieces(record), ...furniture.flatMap(({ pieces }) => pieces)])
  const unread: Pieces = []
  let at = 0
  for (const line of source.lines) {
    let from = line.start
    while ((covered[at]?.[1] ?? Number.POSITIVE_INFINITY) <= from) at++
    for (let i = at; from < line.end; i++) {
      const [start, end] = covered[i] ?? [line.end, line.end]
      const until = Math.min(line.end, Math.max(from, start))
      if (says.test(source.text.slice(from, until))) unread.push([from, until])
      from = Math.max(until, Math.min(line.end, end))
      if (start >= line.end) break
    }
  }
  return unread
}

/** One finding for each run of lines that are not read: nothing of a source disappears in silence. */
export const unreadFindings = (
  source: SourceText,
  record: MeetingRecord,
  furniture: readonly Furniture[],
): Finding[] => {
  const runs: Pieces[] = []
  for (const piece of unreadPieces(source, record, furniture)) {
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
