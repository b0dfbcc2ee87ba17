import type { Sql } from '../database/sql.js'
import { newId } from '../database/uuid.js'
import type { ChangeKind, ChangeSubject } from '../generated/prisma/enums.js'

/** What happened to one node. */
export interface NewChange {
  kind: ChangeKind
  subjectKind: ChangeSubject
  /** The row's uuid, as read: it may have been removed, or merged into another. */
  subjectId: string
  /** The meeting whose record or retraction it came from; none for an act upon the whole archive. */
  meetingId?: string | null
  /** Why, in the words of whoever did it. */
  reason?: string | null
  /** Who did it: the name of the key. */
  by?: string | null
  /** The uuid of the merge; with MERGED and UNMERGED, and with nothing else. */
  mergeId?: string | null
}

/** The channel that wakes whoever waits for changes; the payload is the last sequence number. What happened is in the table. */
export const changesChannel = 'rapporteur_changes'

/** Any fixed number does, as long as nothing else locks by it. */
const feedLock = 72_707_371

/**
 * Writes changes to the feed, in this order, as the last step of the transaction of `sql`: one for each node, and none for a
 * node that stayed as it was. Numbers are given under a lock that is held until the transaction ends, so that they have no
 * gap and no reader sees a later one before an earlier one; other writers wait for as long, so nothing slow belongs behind
 * it. Two statements, whatever their number; none for no changes.
 *
 * @returns the last number given; null for no changes.
 */
export async function recordChanges(sql: Sql, changes: readonly NewChange[]): Promise<bigint | null> {
  if (changes.length === 0) return null
  await sql.query('SELECT pg_advisory_xact_lock($1::bigint)::text', [feedLock])
  // A statement of its own: what the lock waited for is seen only by one that begins afterwards.
  const rows = changes.map((change, i) => ({ ...change, id: newId(), place: i + 1 }))
  const [written] = await sql.query<{ last: string }>(
    `WITH written AS (
       INSERT INTO "Change" ("sequence", "id", "at", "kind", "subjectKind", "subjectId", "meetingId", "reason", "by", "mergeId")
       SELECT (SELECT coalesce(max("sequence"), 0) FROM "Change") + s."place", s."id", statement_timestamp(),
         s."kind", s."subjectKind", s."subjectId", s."meetingId", s."reason", s."by", s."mergeId"
       FROM jsonb_to_recordset($1::jsonb) AS s("place" int, "id" uuid, "kind" "ChangeKind", "subjectKind" "ChangeSubject",
         "subjectId" uuid, "meetingId" uuid, "reason" text, "by" text, "mergeId" uuid)
       RETURNING "sequence")
     SELECT max("sequence")::text AS last, pg_notify('${changesChannel}', max("sequence")::text)::text FROM written`,
    [JSON.stringify(rows)],
  )
  return BigInt(written?.last ?? 0)
}
