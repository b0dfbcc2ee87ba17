import type { Sql } from '../database/sql.js'

/** Forgets what every write was answered, which may name a person: that it was applied is kept. Runs in the transaction of `sql`. */
export async function forgetAnswers(sql: Sql): Promise<void> {
  await sql.query(
    `UPDATE "SentWrite" SET "answer" = NULL, "results" =
       coalesce((SELECT jsonb_object_agg(place, NULL) FROM jsonb_object_keys("results") AS place), '{}')`,
  )
}
