import type { Sql } from '../database/sql.js'
import { newId } from '../database/uuid.js'
import type { ChangeKind, ChangeSubject } from '../generated/prisma/enums.js'

/** What happened to one node. */
export interface NewChange {
  kind: ChangeKind
  subjectKind: ChangeSubject
  /** The row's uuid, as read; the row may have been removed, or merged into another. */
  subjectId: string
  /** The meeting whose record or retraction caused it; null for an act on the whole archive. */
  meetingId?: string | null
  /** The curator's reason. */
  reason?: string | null
  /** The uuid of the merge; only for MERGED and UNMERGED. */
  mergeId?: string | null
}

/** Who does what a command does on a database that it opened itself. */
export const commandLine = 'command line'

/** The NOTIFY channel that wakes subscribers. Its payload is the last sequence number; the changes are in the table. */
export const changesChannel = 'rapporteur_changes'

/** An arbitrary number that no other advisory lock uses. */
const feedLock = 72_707_371

/**
 * Writes changes to the feed in this order, as the last step of the transaction of `sql`. Callers pass at most one per node, and
 * none for unchanged nodes. Sequence numbers are assigned under a lock held until the transaction ends, so they have no gaps and no
 * reader sees a later one before an earlier one. Other writers wait meanwhile, so nothing slow may follow. Two statements, or none
 * without changes.
 *
 * @param by who did it: the name of the API key, or `commandLine`; null if it is not known
 * @returns the last sequence number assigned; null without changes
 */
export async function recordChanges(
  sql: Sql,
  changes: readonly NewChange[],
  by: string | null,
): Promise<bigint | null> {
  if (changes.length === 0) return null
  await sql.query('SELECT pg_advisory_xact_lock($1::bigint)::text', [feedLock])
  // A separate statement, because only one that begins after the lock was granted sees what the lock waited for.
  const rows = changes.map((change, i) => ({ ...change, id: newId(), place: i + 1 }))
  const [written] = await sql.query<{ last: string }>(
    `WITH written AS (
       INSERT INTO "Change" ("sequence", "id", "at", "kind", "subjectKind", "subjectId", "meetingId", "reason", "by", "mergeId")
       SELECT (SELECT coalesce(max("sequence"), 0) FROM "Change") + s."place", s."id", statement_timestamp(),
         s."kind", s."subjectKind", s."subjectId", s."meetingId", s."reason", $2, s."mergeId"
       FROM jsonb_to_recordset($1::jsonb) AS s("place" int, "id" uuid, "kind" "ChangeKind", "subjectKind" "ChangeSubject",
         "subjectId" uuid, "meetingId" uuid, "reason" text, "mergeId" uuid)
       RETURNING "sequence")
     SELECT max("sequence")::text AS last, pg_notify('${changesChannel}', max("sequence")::text)::text FROM written`,
    [JSON.stringify(rows), by],
  )
  return BigInt(written?.last ?? 0)
}
