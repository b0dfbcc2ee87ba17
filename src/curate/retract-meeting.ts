import type { Sql } from '../database/sql.js'
import { recordChanges } from '../feed/record-changes.js'
import { ChangedNodes } from '../ingest/write/changed-nodes.js'
import { keepAllReadings } from '../ingest/write/kept.js'
import { lockIngest } from '../ingest/write/lock.js'
import { removeMeetings } from '../ingest/write/remove.js'
import type { Act } from './act.js'
import { ConflictingActError, NotFoundActError } from './errors.js'
import { checkReason } from './reason.js'
import { keepRows } from './retracted-rows.js'

/**
 * Takes a meeting out of the archive: its rows leave the live tables, and with them the people, bodies and themes that no
 * other record names. They are kept, until the meeting is restored. In the transaction of `sql`. Gives the meeting's slug.
 * @throws InvalidActError, NotFoundActError, ConflictingActError
 */
export async function retractMeeting(sql: Sql, act: Act & { slug: string }): Promise<string> {
  const { by } = act
  const reason = checkReason(act.reason)
  await lockIngest(sql)
  const { id, slug } = await liveMeeting(sql, act.slug)
  await sql.query(
    `INSERT INTO "RetractedMeeting" ("id", "slug", "title", "seriesId", "sha256", "reason", "by")
     SELECT m."id", m."slug", m."title", m."seriesId", d."sha256", $2, $3
     FROM "Meeting" AS m JOIN "SourceDocument" AS d ON d."id" = m."sourceId" WHERE m."id" = $1`,
    [id, reason, by],
  )
  await keepRows(sql, id)
  await keepAllReadings(sql, id)
  const nodes = new ChangedNodes()
  await removeMeetings(sql, [id], nodes)
  const others = nodes.list().filter(({ subjectId }) => subjectId !== id)
  const told = { kind: 'RETRACTED', subjectKind: 'MEETING', subjectId: id, meetingId: id, reason, by } as const
  await recordChanges(sql, [told, ...others])
  return slug
}

async function liveMeeting(sql: Sql, slug: string): Promise<{ id: string; slug: string }> {
  const [found] = await sql.query<{ ownerId: string; live: string | null; at: Date | null; by: string | null }>(
    `SELECT s."ownerId", m."slug" AS live, r."at", r."by" FROM "Slug" AS s
     LEFT JOIN "Meeting" AS m ON m."id" = s."meetingId" LEFT JOIN "RetractedMeeting" AS r ON r."id" = s."ownerId"
     WHERE s."kind" = 'MEETING' AND s."text" = $1`,
    [slug],
  )
  if (found?.live) return { id: found.ownerId, slug: found.live }
  if (found?.by) throw new ConflictingActError(`The meeting "${slug}" was already retracted, by ${found.by}.`)
  throw new NotFoundActError(`There is no meeting ${JSON.stringify(slug)}. Give its slug.`)
}
