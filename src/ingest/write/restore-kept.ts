import type { Sql } from '../../database/sql.js'
import type { ArchivePart } from '../meeting-record/envelope.js'
import { kinds } from './kinds.js'

type KeptName = NonNullable<ArchivePart['keptNames']>[number]

/** A row as it would be among the live ones, but for what is derived there. */
const rowOf = ({ kind, id, slug, name, sortName, nameKey, series }: KeptName) =>
  ({
    PERSON: { id, slug, name, sortName, nameKey, printedNames: [], onlyCited: false, remarkTotal: 0 },
    ORGANIZATION: { id, slug, name, sortName, nameKey, aliases: [], remarkTotal: 0 },
    THEME: { id, slug, title: name, sortTitle: sortName, seriesId: series, remarkTotal: 0 },
  })[kind]

/**
 * Keeps aside what an export kept aside: rows that no meeting names, and how an earlier reading of this meeting named some.
 * Those that are known stay as they are here. Two statements.
 */
export async function writeKeptNames(
  sql: Sql,
  { meeting, formerly = [], keptNames = [] }: Pick<ArchivePart, 'meeting' | 'formerly' | 'keptNames'>,
): Promise<void> {
  await sql.query(
    `INSERT INTO "KeptReading" ("kind", "meetingId", "readId", "seriesId", "name", "nameKey", "looseKey", "organizationIds")
     SELECT f."kind", $2, f."id", f."series", f."name", f."nameKey", f."looseKey", f."organizations"
     FROM jsonb_to_recordset($1::jsonb) AS f("kind" "MergeKind", "id" uuid, "series" uuid, "name" text, "nameKey" text,
       "looseKey" text, "organizations" uuid[]) ON CONFLICT DO NOTHING`,
    [JSON.stringify(formerly), meeting.id],
  )
  const live = Object.values(kinds).map(({ table }) => `SELECT "id" FROM "${table}"`)
  await sql.query(
    `INSERT INTO "KeptName" ("id", "kind", "nameKey", "seriesId", "mergedIntoId", "row")
     SELECT k."id", k."kind", k."nameKey", k."series", k."mergedInto", k."row"
     FROM jsonb_to_recordset($1::jsonb) AS k("id" uuid, "kind" "MergeKind", "nameKey" text, "series" uuid, "mergedInto" uuid, "row" jsonb)
     WHERE k."id" NOT IN (${live.join(' UNION ALL ')}) ON CONFLICT DO NOTHING`,
    [JSON.stringify(keptNames.map((kept) => ({ ...kept, row: rowOf(kept) })))],
  )
}

/**
 * Gives the rows of these lists that are kept aside the names that they had in their archive: which of its readings named them
 * last is not to be told here. Three statements.
 */
export async function nameKept(sql: Sql, { people, organizations, themes }: ArchivePart): Promise<void> {
  const rows = [
    ...people.map(({ id, name, sortName }) => ({ id, row: { name, sortName } })),
    ...organizations.map(({ id, name }) => ({ id, row: { name } })),
    ...themes.map(({ id, title, sortTitle }) => ({ id, row: { title, sortTitle } })),
  ]
  await sql.query(
    `UPDATE "KeptName" AS k SET "row" = k."row" || n."row" FROM jsonb_to_recordset($1::jsonb) AS n("id" uuid, "row" jsonb)
     WHERE k."id" = n."id"`,
    [JSON.stringify(rows)],
  )
}
