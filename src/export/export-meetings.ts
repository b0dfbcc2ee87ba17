import type { Database } from '../database/database.js'
import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { envelopeOfRows, type Gone } from './envelope-of-rows.js'
import { type ErasureRow, erasures, type MergeRow, meetingRows, type RenameRow } from './meeting-rows.js'

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

/**
 * The exports of all meetings, in the order in which they came into the archive: ingested in it, they keep their order among
 * meetings of one day. One meeting is in memory at a time; each is as of one moment, and those that come in while it runs are
 * at its end.
 */
export async function* exportMeetings({ rows, prisma }: Reads): AsyncGenerator<MeetingEnvelope> {
  let gone: Gone | undefined = await whatIsGone({ rows, prisma })
  for (let after = 0; ; ) {
    const meetings = await prisma.meeting.findMany({
      where: { sequence: { gt: after } },
      orderBy: { sequence: 'asc' },
      take: page,
      select: { id: true, sequence: true },
    })
    for (const { id } of meetings) {
      const stored = await meetingRows(rows, id)
      if (!stored) continue // removed since
      yield envelopeOfRows(stored, gone)
      gone = undefined
    }
    const last = meetings.at(-1)
    if (!last) return
    after = last.sequence
  }
}

/** Slugs whose rows are gone, and acts of which no row is left. */
async function whatIsGone({ rows, prisma }: Reads): Promise<Gone> {
  const slugs = await prisma.slug.findMany({
    where: { seriesId: null, meetingId: null, personId: null, organizationId: null, themeId: null },
    orderBy: [{ kind: 'asc' }, { text: 'asc' }],
    select: { kind: true, text: true, ownerId: true },
  })
  const list = async <Row>(text: string) =>
    (await rows({ name: undefined, text, values: [] })).map(([row]) => JSON.parse(String(row)) as Row)
  const alive = 'SELECT "id" FROM "Person" UNION ALL SELECT "id" FROM "Organization" UNION ALL SELECT "id" FROM "Theme"'
  return {
    slugs: slugs.map(({ kind, text, ownerId }) => ({ kind, text, owner: ownerId })),
    merges: await list<MergeRow>(
      `SELECT row_to_json(g)::text FROM "Merge" AS g WHERE NOT EXISTS (SELECT FROM (${alive}) AS a WHERE a."id" = ANY(g."fromIds" || g."intoId"))`,
    ),
    renames: await list<RenameRow>(
      'SELECT row_to_json(n)::text FROM "Rename" AS n WHERE n."personId" NOT IN (SELECT "id" FROM "Person")',
    ),
    erasures: await list<ErasureRow>(`SELECT row_to_json(e)::text FROM (${erasures('true')}) AS e`),
  }
}
