import type { Database, Rows } from '../database/database.js'
import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { archiveLeftovers } from './archive-leftovers.js'
import { type ArchiveLeftovers, envelopeOfRows } from './envelope-of-rows.js'
import { meetingRows } from './meeting-rows.js'

type ReadableDatabase = Pick<Database, 'rows' | 'prisma'>

/** The export of one meeting; undefined if no meeting has, or had, this slug. */
export async function exportMeeting(
  { rows, prisma }: ReadableDatabase,
  slug: string,
): Promise<MeetingEnvelope | undefined> {
  const found = await prisma.slug.findUnique({
    where: { kind_text: { kind: 'MEETING', text: slug } },
    select: { meetingId: true },
  })
  const stored = found?.meetingId ? await meetingRows(rows, found.meetingId) : undefined
  return stored && envelopeOfRows(stored)
}

/** How many meeting ids are read at once. */
const PAGE_SIZE = 200

/** What an export of all meetings contains. */
export interface ExportChoice {
  /**
   * Includes retracted meetings and hidden data that curators' acts need: everything required to move an archive. Must not be
   * available to everybody.
   */
  everything?: boolean
}

/**
 * The exports of all meetings, in the order in which they were ingested; ingested in that order, meetings of the same day keep their
 * order. Holds one meeting in memory at a time. Each meeting is a consistent snapshot; meetings ingested meanwhile come at the end.
 */
export async function* exportMeetings(
  { rows }: Pick<ReadableDatabase, 'rows'>,
  { everything = false }: ExportChoice = {},
): AsyncGenerator<MeetingEnvelope> {
  let gone: ArchiveLeftovers | undefined = await archiveLeftovers({ rows }, everything)
  for (let after = 0; ; ) {
    const meetings = await meetingsAfter(rows, after, everything)
    for (const { id } of meetings) {
      const stored =
        (await meetingRows(rows, id)) ?? (everything ? await meetingRows(rows, id, { retracted: true }) : undefined)
      if (!stored) continue // removed meanwhile
      yield envelopeOfRows(stored, { gone, everything })
      gone = undefined
    }
    const last = meetings.at(-1)
    if (!last) return
    after = last.sequence
  }
}

/** A page of meetings, in the order in which they were ingested. */
async function meetingsAfter(
  rows: Rows,
  after: number,
  everything: boolean,
): Promise<{ id: string; sequence: number }[]> {
  const live = 'SELECT "id", "sequence" FROM "Meeting"'
  const retracted = `SELECT "meetingId", ("row" ->> 'sequence')::int FROM "RetractedRow" WHERE "table" = 'Meeting'`
  const all = everything ? `${live} UNION ALL ${retracted}` : live
  const text = `SELECT "id"::text, "sequence" FROM (${all}) AS m WHERE "sequence" > $1 ORDER BY "sequence" LIMIT ${PAGE_SIZE}`
  const found = await rows({ name: undefined, text, values: [after] })
  return found.map(([id, sequence]) => ({ id: String(id), sequence: Number(sequence) }))
}
