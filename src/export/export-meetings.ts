import type { Database } from '../database/database.js'
import type { ArchivePart, MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { envelopeOfRows } from './envelope-of-rows.js'
import { meetingRows } from './meeting-rows.js'

type Reads = Pick<Database, 'rows' | 'prisma'>

/** The export of one meeting; undefined where no meeting has, or had, this slug. */
export async function exportMeeting({ rows, prisma }: Reads, slug: string): Promise<MeetingEnvelope | undefined> {
  const found = await prisma.slug.findUnique({
    where: { kind_text: { kind: 'MEETING', text: slug } },
    select: { meetingId: true },
  })
  const stored = found?.meetingId ? await meetingRows(rows, found.meetingId) : undefined
  return stored && envelopeOfRows(stored, undefined)
}

/** How many meetings' ids are held at a time. */
const page = 200

/**
 * The exports of all meetings, in the order in which they came into the archive: ingested in it, they keep their order among
 * meetings of one day. One meeting is in memory at a time; each is as of one moment, and those that come in while it runs are
 * at its end.
 */
export async function* exportMeetings({ rows, prisma }: Reads): AsyncGenerator<MeetingEnvelope> {
  let gone: ArchivePart['goneSlugs'] = await goneSlugs({ prisma })
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

/** Slugs whose rows are gone. */
async function goneSlugs({ prisma }: Pick<Reads, 'prisma'>): Promise<ArchivePart['goneSlugs']> {
  const slugs = await prisma.slug.findMany({
    where: { seriesId: null, meetingId: null, personId: null, organizationId: null, themeId: null },
    orderBy: [{ kind: 'asc' }, { text: 'asc' }],
    select: { kind: true, text: true, ownerId: true },
  })
  return slugs.map(({ kind, text, ownerId }) => ({ kind, text, owner: ownerId }))
}
