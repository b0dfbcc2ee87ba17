import { nameKey } from '@rapporteur/reader/people/name-keys'
import { slugText } from '@rapporteur/reader/slug'
import type { Sql } from '../../database/sql.js'
import { required } from '../../ingest/required.js'
import { allKinds } from '../../ingest/write/kept.js'
import { leadSlugs } from '../../ingest/write/lead-slugs.js'
import { upsertRows } from '../../ingest/write/rows.js'
import { giveSlugs, type SlugWish, slugRow } from '../../ingest/write/slugs.js'
import { mark, maskValue } from './mask.js'

/** The name under which an erased person is shown. */
export const erasedName = mark.repeat(5)

/** A name key that no real name folds to, so nobody is ever matched with an erased person. */
const keyOf = (id: string) => `erased ${id}`

/**
 * Masks the names of these people (ids as read) in every table of names: those read from records, live and kept, and those
 * given by curators. Six statements.
 */
export async function maskPeople(sql: Sql, people: readonly string[]): Promise<void> {
  const names = people.map((id) => ({ id, key: keyOf(id) }))
  const given = `FROM jsonb_to_recordset($1::jsonb) AS n("id" uuid, "key" text)`
  const parameters = [JSON.stringify(names), erasedName]
  await sql.query(
    `UPDATE "PersonReading" AS t SET "name" = $2, "sortName" = $2, "nameKey" = n."key", "looseKey" = n."key", "printedNames" = ARRAY[$2]
     ${given} WHERE t."personReadId" = n."id"`,
    parameters,
  )
  await sql.query(
    `UPDATE "KeptReading" AS t SET "name" = $2, "nameKey" = n."key", "looseKey" = n."key" ${given} WHERE t."readId" = n."id"`,
    parameters,
  )
  const patch = `jsonb_build_object('name', $2::text, 'sortName', $2::text, 'nameKey', n."key", 'looseKey', n."key", 'printedNames', jsonb_build_array($2::text))`
  await sql.query(
    `UPDATE "RetractedRow" AS t SET "row" = t."row" || ${patch} ${given}
     WHERE t."table" = 'PersonReading' AND t."row" ->> 'personReadId' = n."id"::text`,
    parameters,
  )
  await sql.query(
    `UPDATE "KeptName" AS t SET "nameKey" = n."key", "row" = t."row" || ${patch} - 'looseKey' ${given} WHERE t."id" = n."id"`,
    parameters,
  )
  await sql.query(
    `UPDATE "Person" AS t SET "name" = $2, "sortName" = $2, "nameKey" = n."key", "printedNames" = ARRAY[$2] ${given} WHERE t."id" = n."id"`,
    parameters,
  )
  await sql.query('DELETE FROM "Rename" WHERE "personId" = ANY($1::uuid[])', [people])
}

/** Masks the titles of themes kept outside the live tables, and their titles in retracted meetings. Four statements. */
export async function maskKeptThemes(
  sql: Sql,
  themes: readonly string[],
  erase: (text: string) => string,
): Promise<void> {
  const kept = await sql.query<{ id: string; row: { title: string } }>(
    'SELECT "id", "row" FROM "KeptName" WHERE "kind" = \'THEME\' AND "id" = ANY($1::uuid[])',
    [themes],
  )
  const patches = kept.map(({ id, row }) => {
    const title = erase(row.title)
    return { id, title, sortTitle: nameKey(title) }
  })
  await sql.query(
    `UPDATE "KeptName" AS k SET "nameKey" = p."sortTitle",
       "row" = k."row" || jsonb_build_object('title', p."title", 'sortTitle', p."sortTitle")
     FROM jsonb_to_recordset($1::jsonb) AS p("id" uuid, "title" text, "sortTitle" text) WHERE k."id" = p."id" AND k."nameKey" <> p."sortTitle"`,
    [JSON.stringify(patches)],
  )
  const readings = await sql.query<{ readId: string; meetingId: string; name: string }>(
    `SELECT "readId", "meetingId", "name" FROM "KeptReading" WHERE "kind" = 'THEME' AND "readId" = ANY($1::uuid[])`,
    [themes],
  )
  const masks = readings.map((row) => ({ ...row, name: erase(row.name), nameKey: nameKey(erase(row.name)) }))
  await sql.query(
    `UPDATE "KeptReading" AS k SET "name" = m."name", "nameKey" = m."nameKey"
     FROM jsonb_to_recordset($1::jsonb) AS m("readId" uuid, "meetingId" uuid, "name" text, "nameKey" text)
     WHERE k."kind" = 'THEME' AND k."readId" = m."readId" AND k."meetingId" = m."meetingId"`,
    [JSON.stringify(masks)],
  )
}

/** A row whose slug contains the name, and the text for its new slug. */
export interface Reslugged {
  kind: 'PERSON' | 'THEME' | 'MEETING'
  id: string
  text: string
}

/** Replaces slugs. The old ones are deleted: they neither redirect nor leave a tombstone. At most six statements. */
export async function reslug(sql: Sql, rows: readonly Reslugged[]): Promise<void> {
  if (rows.length === 0) return
  const wishes = rows.map(({ kind, id, text }): SlugWish => ({ kind, ownerId: id, text: slugText(text, 'erased') }))
  const slugs = await giveSlugs(sql, wishes)
  await sql.query('DELETE FROM "Slug" WHERE "ownerId" = ANY($1::uuid[])', [rows.map(({ id }) => id)])
  const given = rows.map(({ kind, id }) => ({ kind, id, slug: required(slugs.get(id), 'slug of an erased row') }))
  await upsertRows(
    sql,
    'Slug',
    given.map(({ kind, id, slug }) => ({ ...slugRow(kind, slug, id), personId: null, themeId: null, meetingId: null })),
  )
  for (const table of ['Person', 'Theme', 'Meeting', 'RetractedMeeting'])
    await sql.query(
      `UPDATE "${table}" AS t SET "slug" = g."slug" FROM jsonb_to_recordset($1::jsonb) AS g("id" uuid, "slug" text) WHERE t."id" = g."id"`,
      [JSON.stringify(given)],
    )
  await sql.query(
    `UPDATE "KeptName" AS k SET "row" = k."row" || jsonb_build_object('slug', g."slug")
     FROM jsonb_to_recordset($1::jsonb) AS g("id" uuid, "slug" text) WHERE k."id" = g."id"`,
    [JSON.stringify(given)],
  )
  await sql.query(
    `UPDATE "RetractedRow" AS k SET "row" = k."row" || jsonb_build_object('slug', g."slug")
     FROM jsonb_to_recordset($1::jsonb) AS g("id" uuid, "slug" text) WHERE k."table" = 'Meeting' AND k."meetingId" = g."id"`,
    [JSON.stringify(given)],
  )
  await sql.query(
    `UPDATE "Slug" AS s SET "meetingId" = m."id" FROM "Meeting" AS m WHERE s."ownerId" = m."id" AND m."id" = ANY($1::uuid[])`,
    [rows.map(({ id }) => id)],
  )
  for (const kind of allKinds)
    await leadSlugs(
      sql,
      kind,
      rows.filter((row) => row.kind === kind).map(({ id }) => id),
    )
}

/** Masks the reasons that curators gave: in the feed, on merges and renames, and on retracted meetings. Up to twelve statements. */
export async function maskReasons(sql: Sql, erase: (text: string) => string): Promise<void> {
  const columns = [
    ['Change', 'reason'],
    ['Merge', 'reason'],
    ['Merge', 'undoneReason'],
    ['Rename', 'reason'],
    ['RetractedMeeting', 'reason'],
    ['RetractedMeeting', 'title'],
  ] as const
  for (const [table, column] of columns) {
    const rows = await sql.query<{ id: string; text: string }>(
      `SELECT "id", "${column}" AS text FROM "${table}" WHERE "${column}" IS NOT NULL`,
    )
    const changed = rows
      .map(({ id, text }) => ({ id, text: maskValue(text, erase) }))
      .filter((row, i) => row.text !== rows[i]?.text)
    if (changed.length === 0) continue
    await sql.query(
      `UPDATE "${table}" AS t SET "${column}" = c."text" FROM jsonb_to_recordset($1::jsonb) AS c("id" uuid, "text" text) WHERE t."id" = c."id"`,
      [JSON.stringify(changed)],
    )
  }
}
