import type { Sql } from '../../../database/sql.js'
import { required } from '../../required.js'
import { affiliationText } from '../affiliation-ids.js'
import { queryIds } from '../query-ids.js'
import type { AffiliationKey } from '../record-rows.js'
import { rootsOf } from '../roots.js'
import { upsertRows } from '../rows.js'
import type { RowOf } from '../tables.js'

type Statement = Pick<
  RowOf<'AffiliationStatement'>,
  | 'id'
  | 'affiliationId'
  | 'affiliationReadId'
  | 'personReadId'
  | 'organizationReadId'
  | 'title'
  | 'status'
  | 'documentId'
  | 'position'
  | 'pieces'
>

/** People, of these, some of whose affiliations go by another id than as read: merges have joined them with others. One statement. */
export async function peopleRegrouped(sql: Sql, people: readonly string[]): Promise<string[]> {
  return await queryIds(
    sql,
    `SELECT DISTINCT a."personId" AS id FROM "Affiliation" AS a JOIN "AffiliationStatement" AS s ON s."affiliationId" = a."id"
     WHERE a."personId" = ANY($1::uuid[]) AND s."affiliationReadId" <> a."id"`,
    [people],
  )
}

/**
 * Puts what is stated of these people, as read or as merged, under the affiliations that follow from the merges in force: one
 * for each person, body, title and status. It has the id that it has as read, if the person and the body themselves state it,
 * else the oldest of those that were joined; so that an undo gives every affiliation its own id back. Rows that nothing states
 * are left to `deriveAffiliations`. Six statements.
 */
export async function regroupAffiliations(sql: Sql, people: readonly string[]): Promise<void> {
  const statements = await sql.query<Statement>(
    `SELECT s."id", s."affiliationId", s."affiliationReadId", s."personReadId", s."organizationReadId", s."title", s."status",
       s."documentId", s."position", s."pieces"
     FROM "AffiliationStatement" AS s JOIN "Affiliation" AS a ON a."id" = s."affiliationId"
     WHERE s."personReadId" = ANY($1::uuid[]) OR a."personId" = ANY($1::uuid[])`,
    [people],
  )
  const groups = await groupsOf(sql, statements)
  const stored = await sql.query<AffiliationKey & { id: string }>(
    `SELECT "id", "personId", "organizationId", "title", "status" FROM "Affiliation"
     WHERE "id" = ANY($1::uuid[]) OR "personId" = ANY($2::uuid[])`,
    [groups.map(({ row }) => row.id), [...new Set([...people, ...groups.map(({ row }) => row.personId)])]],
  )
  const wanted = new Map(groups.map(({ row }) => [row.id, affiliationText(row)]))
  const stale = stored.filter((row) => wanted.get(row.id) !== affiliationText(row)).map(({ id }) => id)
  const agreeing = new Set(stored.map(({ id }) => id).filter((id) => !stale.includes(id)))
  // No two may have one key at any moment: those that will change or go step aside first.
  await sql.query('UPDATE "Affiliation" SET "title" = \' \' || "id"::text WHERE "id" = ANY($1::uuid[])', [stale])
  await upsertRows(
    sql,
    'Affiliation',
    groups.map(({ row }) => row).filter(({ id }) => !agreeing.has(id)),
  )
  const moved = groups.flatMap(({ row, members }) =>
    members.filter(({ affiliationId }) => affiliationId !== row.id).map(({ id }) => ({ id, to: row.id })),
  )
  await sql.query(
    `UPDATE "AffiliationStatement" AS s SET "affiliationId" = m."to"
     FROM jsonb_to_recordset($1::jsonb) AS m("id" uuid, "to" uuid) WHERE s."id" = m."id"`,
    [JSON.stringify(moved)],
  )
}

interface Group {
  row: RowOf<'Affiliation'>
  members: Statement[]
}

async function groupsOf(sql: Sql, statements: readonly Statement[]): Promise<Group[]> {
  const people = await rootsOf(sql, 'Person', new Set(statements.map(({ personReadId }) => personReadId)))
  const bodies = await rootsOf(sql, 'Organization', new Set(statements.flatMap((row) => row.organizationReadId ?? [])))
  const groups = new Map<string, { key: AffiliationKey; members: Statement[] }>()
  for (const row of statements) {
    const { personReadId, organizationReadId, title, status } = row
    const personId = people.get(personReadId) ?? personReadId
    const organizationId = organizationReadId && (bodies.get(organizationReadId) ?? organizationReadId)
    const key = { personId, organizationId, title, status }
    const group = groups.get(affiliationText(key)) ?? { key, members: [] }
    group.members.push(row)
    groups.set(affiliationText(key), group)
  }
  return [...groups.values()].map(({ key, members }) => {
    const own = members.find(
      (row) => row.personReadId === key.personId && row.organizationReadId === key.organizationId,
    )
    const oldest = required(
      members.map(({ affiliationReadId }) => affiliationReadId).sort()[0],
      'affiliation of a group',
    )
    const { documentId = '', position = 1, pieces = [] } = members[0] ?? {}
    return { row: { id: own?.affiliationReadId ?? oldest, ...key, documentId, position, pieces }, members }
  })
}
