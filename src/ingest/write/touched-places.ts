import type { RecordRows } from './record-rows.js'
import type { StoredReading } from './stored.js'

/** Tables whose rows lie in a paragraph, or, some of them, in none. */
const inParagraphs = [
  ['Remark', 'remarks'],
  ['UnattributedPassage', 'passages'],
  ['Mention', 'mentions'],
  ['Outcome', 'outcomes'],
] as const

/** Tables whose rows belong to the meeting as a whole. */
const inMeeting = ['Section', 'Attendance', 'AffiliationStatement'] as const

/** Ids, in printed order. */
export interface TouchedNodes {
  created: string[]
  updated: string[]
  removed: string[]
}

/** Where a reading has written or removed anything. */
export interface TouchedPlaces {
  paragraphs: TouchedNodes
  outcomes: TouchedNodes
  /** Whether anything was touched that lies in no paragraph. */
  meeting: boolean
}

/** The places of the rows with these ids, by table: where they lie, and where they lay before. */
export function touchedPlaces(
  touched: ReadonlyMap<string, readonly string[]>,
  rows: RecordRows,
  stored: StoredReading,
): TouchedPlaces {
  const idsOf = (table: string) => new Set(touched.get(table))
  const spoken = idsOf('Utterance')
  const voted = idsOf('Vote')
  const paragraphOf = new Map(rows.Outcome.map(({ id, paragraphId }) => [id, paragraphId]))
  const places = new Set([
    ...idsOf('Paragraph'),
    ...rows.Remark.filter(({ utteranceId }) => spoken.has(utteranceId)).map(({ paragraphId }) => paragraphId),
    ...rows.Vote.filter(({ id }) => voted.has(id)).map(({ voteEventId }) => paragraphOf.get(voteEventId) ?? null),
    ...stored.votes.filter(({ id }) => voted.has(id)).map(({ paragraphId }) => paragraphId),
    ...inParagraphs.flatMap(([table, list]) => {
      const ids = idsOf(table)
      return [...rows[table], ...stored[list]].filter(({ id }) => ids.has(id)).map(({ paragraphId }) => paragraphId)
    }),
  ])
  const outcomes = new Set([
    ...idsOf('Outcome'),
    ...[...rows.Vote, ...stored.votes].filter(({ id }) => voted.has(id)).map(({ voteEventId }) => voteEventId),
  ])
  return {
    paragraphs: touchedNodes(stored.paragraphs, rows.Paragraph, places),
    outcomes: touchedNodes(stored.outcomes, rows.Outcome, outcomes),
    meeting: places.has(null) || inMeeting.some((table) => idsOf(table).size > 0),
  }
}

function touchedNodes(
  stored: readonly { id: string }[],
  rows: readonly { id: string }[],
  touched: ReadonlySet<string | null>,
): TouchedNodes {
  const [before, after] = [stored.map(({ id }) => id), rows.map(({ id }) => id)]
  const [known, kept] = [new Set(before), new Set(after)]
  return {
    created: after.filter((id) => !known.has(id)),
    updated: after.filter((id) => known.has(id) && touched.has(id)),
    removed: before.filter((id) => !kept.has(id)),
  }
}
