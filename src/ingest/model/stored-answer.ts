import { outlineVersion } from '@rapporteur/reader/outline/outline'
import { instructionsVersion } from '@rapporteur/reader/proposal/instructions'
import { parseProposal } from '@rapporteur/reader/proposal/parse'
import type { Sql } from '../../database/sql.js'
import type { SourceFacts } from '../write/document.js'

/** What a model answered to these bytes before, to the same instructions and sentences; null where it did not. */
export const findAnswer = async (sql: Sql, sha256: string, model: string): Promise<string | null> => {
  const [row] = await sql.query<{ answer: string }>(
    `SELECT "answer" FROM "ModelAnswer" WHERE "sha256" = $1 AND "outline" = $2 AND "instructions" = $3 AND "model" = $4`,
    [sha256, outlineVersion, instructionsVersion, model],
  )
  return row?.answer ?? null
}

/** Keeps what a model answered, by which a document was read. Answers that a person hands in are not the model's, whatever they say. */
export const keepAnswer = async (
  sql: Sql,
  { sha256, reading }: Pick<SourceFacts, 'sha256' | 'reading'>,
): Promise<void> => {
  if (!reading?.proposal || !reading.model || !reading.instructions) return
  const { outline } = parseProposal(reading.proposal).proposal.header
  if (outline === undefined) return
  await sql.query(
    `INSERT INTO "ModelAnswer" ("sha256", "outline", "instructions", "model", "answer") VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [sha256, outline, reading.instructions, reading.model, reading.proposal],
  )
}

/** Forgets all answers to a document: they may hold a name that is erased from it. */
export const forgetAnswers = async (sql: Sql, sha256: string): Promise<void> =>
  void (await sql.query('DELETE FROM "ModelAnswer" WHERE "sha256" = $1', [sha256]))
