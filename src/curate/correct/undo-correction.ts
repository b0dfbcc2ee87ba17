import type { Sql } from '../../database/sql.js'
import { forgetKept } from '../../ingest/write/kept.js'
import { lockIngest } from '../../ingest/write/lock.js'
import type { Act } from '../act.js'
import { ConflictingActError, NotFoundActError } from '../errors.js'
import { checkReason } from '../reason.js'
import { rewriteMeeting } from './rewrite.js'

/**
 * Undoes a correction, in any order, as if it had never been made; all others stay in force. Runs in the transaction of `sql`.
 * Returns the id of the meeting.
 * @throws InvalidActError, NotFoundActError, ConflictingActError
 */
export async function undoCorrection(
  sql: Sql,
  { correctionId, ...act }: Act & { correctionId: string },
): Promise<string> {
  const { by } = act
  const reason = checkReason(act.reason)
  await lockIngest(sql)
  const [found] = await sql.query<{ meetingId: string; undoneBy: string | null }>(
    'SELECT "meetingId", "undoneBy" FROM "Correction" WHERE "id" = $1',
    [correctionId],
  )
  if (!found) throw new NotFoundActError('There is no correction with this id.')
  const { meetingId, undoneBy } = found
  if (undoneBy !== null) throw new ConflictingActError(`This correction was already undone by ${undoneBy}.`)
  await sql.query(
    `UPDATE "Correction" SET "undoneAt" = CURRENT_TIMESTAMP, "undoneReason" = $2, "undoneBy" = $3, "lost" = NULL, "pieces" = '{}' WHERE "id" = $1`,
    [correctionId, reason, by],
  )
  const feedEntry = { kind: 'UNCORRECTED', subjectKind: 'MEETING', subjectId: meetingId, meetingId, reason } as const
  await rewriteMeeting(sql, meetingId, feedEntry, by)
  await forgetKept(sql)
  return meetingId
}
