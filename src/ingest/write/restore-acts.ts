import type { Sql } from '../../database/sql.js'
import type { ArchivePart } from '../meeting-record/envelope.js'

/** What a curator did, as an export carries it. */
export type RestoredActs = Pick<ArchivePart, 'merges' | 'renames' | 'erasures' | 'formerly' | 'keptNames' | 'meeting'>

/** Acts that are known already stay as they are here. */
export async function writeActs(sql: Sql, { merges, renames, erasures }: RestoredActs): Promise<void> {
  await sql.query(
    `INSERT INTO "Merge" ("id", "kind", "fromIds", "intoId", "reason", "by", "at", "undoneAt", "undoneReason", "undoneBy")
     SELECT m."id", m."kind", m."from", m."into", m."reason", m."by", m."at",
       (m."undone" ->> 'at')::timestamptz, m."undone" ->> 'reason', m."undone" ->> 'by'
     FROM jsonb_to_recordset($1::jsonb) AS m("id" uuid, "kind" "MergeKind", "from" uuid[], "into" uuid, "reason" text, "by" text,
       "at" timestamptz, "undone" jsonb) ON CONFLICT ("id") DO NOTHING`,
    [JSON.stringify(merges)],
  )
  await sql.query(
    `INSERT INTO "Rename" ("id", "personId", "name", "sortName", "nameKey", "previous", "reason", "by", "at")
     SELECT r."id", r."person", r."name", r."sortName", r."nameKey", r."previous", r."reason", r."by", r."at"
     FROM jsonb_to_recordset($1::jsonb) AS r("id" uuid, "person" uuid, "name" text, "sortName" text, "nameKey" text,
       "previous" text, "reason" text, "by" text, "at" timestamptz) ON CONFLICT ("id") DO NOTHING`,
    [JSON.stringify(renames)],
  )
  await writeErasures(sql, erasures)
}

async function writeErasures(sql: Sql, erasures: ArchivePart['erasures']): Promise<void> {
  if (erasures.length === 0) return
  const staged = `jsonb_to_recordset($1::jsonb) AS e("id" uuid, "person" uuid, "salt" text, "reason" text, "by" text, "at" timestamptz,
    "documents" text[], "names" jsonb)`
  const statements = [
    `INSERT INTO "Erasure" ("id", "personId", "salt", "reason", "by", "at")
     SELECT "id", "person", "salt", "reason", "by", "at" FROM ${staged} ON CONFLICT DO NOTHING`,
    `INSERT INTO "ErasedDocument" ("sha256", "erasureId") SELECT d, k."id" FROM ${staged}
     JOIN "Erasure" AS k ON k."id" = e."id", unnest(e."documents") AS d ON CONFLICT DO NOTHING`,
    `INSERT INTO "ErasedName" ("erasureId", "meetingId", "digest") SELECT k."id", n."meeting", n."digest" FROM ${staged}
     JOIN "Erasure" AS k ON k."id" = e."id", jsonb_to_recordset(e."names") AS n("meeting" uuid, "digest" text) ON CONFLICT DO NOTHING`,
  ]
  for (const statement of statements) await sql.query(statement, [JSON.stringify(erasures)])
}
