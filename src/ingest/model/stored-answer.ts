import { outlineVersion } from '@rapporteur/reader/outline/outline'
import { instructionsVersion } from '@rapporteur/reader/proposal/instructions'
import { parseProposal } from '@rapporteur/reader/proposal/parse'
import type { Sql } from '../../database/sql.js'

/** What a model answered to these bytes before, to the same instructions and sentences; null where it did not. */
export const findStoredAnswer = async (sql: Sql, sha256: string, model: string): Promise<string | null> => {
  const [row] = await sql.query<{ proposal: string }>(
    `SELECT "proposal" FROM "SourceDocument"
     WHERE "sha256" = $1 AND "readBy" = 'MODEL' AND "readModel" = $2 AND "instructions" = $3 AND "proposal" IS NOT NULL`,
    [sha256, model, instructionsVersion],
  )
  const isCurrent = row !== undefined && parseProposal(row.proposal).proposal.header.outline === outlineVersion
  return isCurrent ? row.proposal : null
}
