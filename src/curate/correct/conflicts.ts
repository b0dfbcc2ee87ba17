import type { Correction } from '@rapporteur/reader/corrections/correction'
import { isOfTheSame } from '@rapporteur/reader/corrections/same-subject'
import { piecesOfOffsets } from '@rapporteur/reader/text/pieces'
import type { Sql } from '../../database/sql.js'
import { ConflictingActError } from '../errors.js'

interface InForce {
  id: string
  says: Correction
  summary: string
  pieces: number[]
  by: string
  reason: string
}

/**
 * Refuses corrections that say something else of the same words than others in force which the curator has not seen.
 *
 * @param seen ids of the corrections that the curator knows of
 * @throws ConflictingActError that tells what was changed meanwhile
 */
export async function refuseUnseen(
  sql: Sql,
  meetingId: string,
  corrections: readonly Correction[],
  seen: readonly string[],
): Promise<void> {
  const others = await sql.query<InForce>(
    `SELECT "id", "says", "summary", "pieces", "by", "reason" FROM "Correction"
     WHERE "meetingId" = $1 AND "undoneAt" IS NULL AND "id" <> ALL($2::uuid[]) ORDER BY "position"`,
    [meetingId, seen],
  )
  for (const correction of corrections) {
    const other = others.find(({ says, pieces }) => isOfTheSame(correction, says, piecesOfOffsets(pieces)))
    if (other)
      throw new ConflictingActError(
        `${other.by} has corrected this meanwhile: ${other.summary} (${other.reason}) Load the meeting again; to go over that correction, give its id in "seen".`,
      )
  }
}
