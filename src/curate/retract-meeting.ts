import type { Sql } from '../database/sql.js'
import { recordChanges } from '../feed/record-changes.js'
import { ChangedNodes } from '../ingest/write/changed-nodes.js'
import { lockIngest } from '../ingest/write/lock.js'
import { takeOut } from '../ingest/write/take-out.js'
import type { Act } from './act.js'
import { ConflictingActError, NotFoundActError } from './errors.js'
import { checkReason } from './reason.js'

/**
 * Withdraws a meeting: its rows leave the live tables, together with the people, bodies and themes that no other record names,
 * and are kept until the meeting is restored. Runs in the transaction of `sql`. Returns the meeting's slug.
 * @throws InvalidActError, NotFoundActError, ConflictingActError
 */
export async function retractMeeting(sql: Sql, act: Act & { slug: string }): Promise<string> {
  const { by } = act
  const reason = checkReason(act.reason)
  await lockIngest(sql)
  const { id, slug } = await liveMeeting(sql, act.slug)
  const nodes = new ChangedNodes()
  await takeOut(sql, id, { reason, by }, nodes)
  const others = nodes.list().filter(({ subjectId }) => subjectId !== id)
  const feedEntry = { kind: 'RETRACTED', subjectKind: 'MEETING', subjectId: id, meetingId: id, reason } as const
  await recordChanges(sql, [feedEntry, ...others], by)
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
  if (found?.by) throw new ConflictingActError(`The meeting "${slug}" was already retracted by ${found.by}.`)
  throw new NotFoundActError(`There is no meeting with the slug ${JSON.stringify(slug)}.`)
}
