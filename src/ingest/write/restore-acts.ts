import type { Sql } from '../../database/sql.js'
import type { ArchivePart } from '../meeting-record/envelope.js'
import { keepAsRead } from './corrections.js'

/** What a curator did, as an export carries it. */
export type RestoredActs = Pick<
  ArchivePart,
  'merges' | 'renames' | 'corrections' | 'reading' | 'erasures' | 'formerly' | 'keptNames' | 'meeting'
>

/** Acts that are known already stay as they are here. */
export async function writeActs(sql: Sql, acts: RestoredActs): Promise<void> {
  const { merges, renames, erasures } = acts
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
  await writeCorrections(sql, acts)
}

/** The corrections of a meeting, and its record as it was read before they were applied. */
async function writeCorrections(sql: Sql, { corrections, reading, meeting }: RestoredActs): Promise<void> {
  if (reading) await keepAsRead(sql, meeting.id, { ...reading, people: new Map(Object.entries(reading.people)) })
  if (corrections.length === 0) return
  const rows = corrections.map((row, i) => ({
    ...row,
    position: i + 1,
    kind: row.says.kind,
    pieces: row.pieces.flat(),
    undoneAt: row.undone?.at,
    undoneReason: row.undone?.reason,
    undoneBy: row.undone?.by,
  }))
  await sql.query(
    `INSERT INTO "Correction" ("id", "meetingId", "position", "kind", "says", "summary", "pieces", "lost", "reason", "by", "at",
       "undoneAt", "undoneReason", "undoneBy")
     SELECT c."id", $2, c."position", c."kind", c."says", c."summary", c."pieces", c."lost", c."reason", c."by", c."at",
       c."undoneAt", c."undoneReason", c."undoneBy"
     FROM jsonb_to_recordset($1::jsonb) AS c("id" uuid, "position" int, "kind" "CorrectionKind", "says" jsonb, "summary" text,
       "pieces" int[], "lost" text, "reason" text, "by" text, "at" timestamptz, "undoneAt" timestamptz, "undoneReason" text,
       "undoneBy" text)`,
    [JSON.stringify(rows), meeting.id],
  )
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
