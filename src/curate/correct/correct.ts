import type { Correction } from '@rapporteur/reader/corrections/correction'
import { summaryOf } from '@rapporteur/reader/corrections/summary'
import type { Sql } from '../../database/sql.js'
import { newId } from '../../database/uuid.js'
import { keepAsRead, storedAsRead } from '../../ingest/write/corrections.js'
import { lockIngest } from '../../ingest/write/lock.js'
import type { Act } from '../act.js'
import { InvalidActError, NotFoundActError } from '../errors.js'
import { checkReason } from '../reason.js'
import { refuseUnseen } from './conflicts.js'
import { type CorrectedMeeting, type GivenCorrection, resolved } from './given.js'
import { readingOfRows } from './reading-of-rows.js'
import { rewriteMeeting } from './rewrite.js'

export interface CorrectAct extends Act {
  /** Slug of the meeting; a former one works too. */
  slug: string
  corrections: readonly GivenCorrection[]
  /** Ids of the corrections that the curator has seen, and may go over. */
  seen: readonly string[]
}

/** How many corrections one act may have. */
const most = 500

/**
 * Corrects how a meeting's record was read: all of the corrections or none. They stay in force, whoever reads the record again, until
 * they are undone. Runs in the transaction of `sql`. Returns the ids of the meeting and of the corrections.
 * @throws InvalidActError, NotFoundActError, ConflictingActError
 */
export async function correct(sql: Sql, act: CorrectAct): Promise<{ meetingId: string; ids: string[] }> {
  const { by, corrections, seen } = act
  const reason = checkReason(act.reason)
  if (corrections.length === 0) throw new InvalidActError(['corrections'], 'Give at least one correction.')
  if (corrections.length > most)
    throw new InvalidActError(['corrections'], `There are ${corrections.length}; the limit is ${most} at once.`)
  await lockIngest(sql)
  const meeting = await liveMeeting(sql, act.slug)
  const says: Correction[] = []
  for (const [i, given] of corrections.entries())
    says.push(await resolved(sql, meeting, given, ['corrections', String(i)]))
  await refuseUnseen(sql, meeting.id, says, seen)
  if (!(await storedAsRead(sql, meeting.id))) await keepAsRead(sql, meeting.id, await readingOfRows(sql, meeting.id))
  const ids = await writeCorrections(sql, meeting.id, says, { reason, by })
  const feedEntry = { kind: 'CORRECTED', subjectKind: 'MEETING', subjectId: meeting.id, meetingId: meeting.id } as const
  await rewriteMeeting(sql, meeting.id, { ...feedEntry, reason }, by)
  await refuseInapplicable(sql, ids)
  return { meetingId: meeting.id, ids }
}

async function liveMeeting(sql: Sql, slug: string): Promise<CorrectedMeeting> {
  const [meeting] = await sql.query<CorrectedMeeting>(
    `SELECT m."id", d."text" FROM "Slug" AS s JOIN "Meeting" AS m ON m."id" = s."meetingId"
     JOIN "SourceDocument" AS d ON d."id" = m."sourceId" WHERE s."kind" = 'MEETING' AND s."text" = $1`,
    [slug],
  )
  if (!meeting) throw new NotFoundActError(`There is no meeting with the slug ${JSON.stringify(slug)}.`)
  return meeting
}

async function writeCorrections(
  sql: Sql,
  meetingId: string,
  corrections: readonly Correction[],
  { reason, by }: Act,
): Promise<string[]> {
  const rows = corrections.map((says, i) => ({
    id: newId(),
    place: i + 1,
    kind: says.kind,
    says,
    summary: summaryOf(says),
    pieces: says.at?.pieces.flat() ?? [],
  }))
  await sql.query(
    `INSERT INTO "Correction" ("id", "meetingId", "position", "kind", "says", "summary", "pieces", "reason", "by")
     SELECT c."id", $2, (SELECT coalesce(max("position"), 0) FROM "Correction" WHERE "meetingId" = $2) + c."place",
       c."kind", c."says", c."summary", c."pieces", $3, $4
     FROM jsonb_to_recordset($1::jsonb) AS c("id" uuid, "place" int, "kind" "CorrectionKind", "says" jsonb, "summary" text, "pieces" int[])`,
    [JSON.stringify(rows), meetingId, reason, by],
  )
  return rows.map(({ id }) => id)
}

/** @throws InvalidActError for a correction that changes nothing because it does not fit the record */
async function refuseInapplicable(sql: Sql, ids: readonly string[]): Promise<void> {
  const [lost] = await sql.query<{ id: string; lost: string }>(
    'SELECT "id", "lost" FROM "Correction" WHERE "id" = ANY($1::uuid[]) AND "lost" IS NOT NULL ORDER BY "position"',
    [ids],
  )
  if (lost) throw new InvalidActError(['corrections', String(ids.indexOf(lost.id))], lost.lost)
}
