import { piecesOfOffsets } from '@rapporteur/reader/text/pieces'
import type { Sql } from '../../database/sql.js'
import type { StoredFinding } from './stored-finding.js'

/** The code of findings in which readers say what is wrong. */
export const READER_REPORT = 'READER_REPORT'

/** What readers have reported of a meeting: it stays when the record is read again, and keeps its place in the same document. */
export async function reportsOf(
  sql: Sql,
  meetingId: string,
  documentId: string | undefined,
): Promise<Omit<StoredFinding, 'id'>[]> {
  const rows = await sql.query<{ message: string; pieces: number[] }>(
    `SELECT "message", CASE WHEN "documentId" = $3::uuid THEN "pieces" ELSE '{}' END AS "pieces" FROM "Finding"
     WHERE "meetingId" = $1 AND "code" = $2 ORDER BY "position", "id"`,
    [meetingId, READER_REPORT, documentId ?? null],
  )
  return rows.map(({ message, pieces }) => ({
    ...{ severity: 'WARNING', code: READER_REPORT, message, candidates: [] },
    pieces: piecesOfOffsets(pieces),
  }))
}
