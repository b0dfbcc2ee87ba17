import type { Database } from '../database/database.js'

/** How many writes of one API key are kept, whatever their age. */
export const MAX_SENT_WRITES = 10_000

/**
 * Deletes the writes that were first sent more than a day ago by the database's clock, and of each API key all but the last
 * `most`.
 */
export async function pruneSentWrites(database: Database, most = MAX_SENT_WRITES): Promise<void> {
  await database.transaction((sql) =>
    sql.query(
      `DELETE FROM "SentWrite" AS s USING (
         SELECT "keyId", "key", row_number() OVER (PARTITION BY "keyId" ORDER BY "at" DESC) AS place FROM "SentWrite") AS o
       WHERE s."keyId" = o."keyId" AND s."key" = o."key" AND (o.place > $1 OR s."at" < now() - interval '1 day')`,
      [most],
    ),
  )
}
