import type { Database, Rows } from '../database/database.js'
import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { envelopeOfRows, type Gone } from './envelope-of-rows.js'
import { whatIsGone } from './gone.js'
import { meetingRows } from './meeting-rows.js'

type Reads = Pick<Database, 'rows' | 'prisma'>

/** The export of one meeting; undefined where no meeting has, or had, this slug. */
export async function exportMeeting({ rows, prisma }: Reads, slug: string): Promise<MeetingEnvelope | undefined> {
  const found = await prisma.slug.findUnique({
    where: { kind_text: { kind: 'MEETING', text: slug } },
    select: { meetingId: true },
  })
  const stored = found?.meetingId ? await meetingRows(rows, found.meetingId) : undefined
  return stored && envelopeOfRows(stored)
}

/** How many meetings' ids are held at a time. */
const page = 200

/** Which meetings an export of many has. */
export interface ExportChoice {
  /**
   * Also those that are out of the archive, and what nobody is shown that its acts need: all that it takes to move an archive.
   * Not for everybody.
   */
  everything?: boolean
}

/**
 * The exports of all meetings, in the order in which they came into the archive: ingested in it, they keep their order among
 * meetings of one day. One meeting is in memory at a time; each is as of one moment, and those that come in while it runs are
 * at its end.
 */
export async function* exportMeetings(
  { rows }: Pick<Reads, 'rows'>,
  { everything = false }: ExportChoice = {},
): AsyncGenerator<MeetingEnvelope> {
  let gone: Gone | undefined = await whatIsGone({ rows }, everything)
  for (let after = 0; ; ) {
    const meetings = await meetingsAfter(rows, after, everything)
    for (const { id } of meetings) {
      const stored =
        (await meetingRows(rows, id)) ?? (everything ? await meetingRows(rows, id, { retracted: true }) : undefined)
      if (!stored) continue // removed since
      yield envelopeOfRows(stored, { gone, everything })
      gone = undefined
    }
    const last = meetings.at(-1)
    if (!last) return
    after = last.sequence
  }
}

/** A page of meetings, in the order in which they came. */
async function meetingsAfter(
  rows: Rows,
  after: number,
  everything: boolean,
): Promise<{ id: string; sequence: number }[]> {
  const live = 'SELECT "id", "sequence" FROM "Meeting"'
  const retracted = `SELECT "meetingId", ("row" ->> 'sequence')::int FROM "RetractedRow" WHERE "table" = 'Meeting'`
  const all = everything ? `${live} UNION ALL ${retracted}` : live
  const text = `SELECT "id"::text, "sequence" FROM (${all}) AS m WHERE "sequence" > $1 ORDER BY "sequence" LIMIT ${page}`
  const found = await rows({ name: undefined, text, values: [after] })
  return found.map(([id, sequence]) => ({ id: String(id), sequence: Number(sequence) }))
}
