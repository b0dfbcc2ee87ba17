import type { Sql } from '../../database/sql.js'
import type { ChangedNodes } from './changed-nodes.js'
import { derive } from './derive/derive.js'
import { type Scope, scopeOf } from './derive/scope.js'

/** The tables of which a row stays only as long as a record names it, or something merged into it. */
const named = {
  Person: `SELECT "personReadId" AS id FROM "PersonReading"`,
  Organization: `SELECT "organizationReadId" AS id FROM "OrganizationReading" UNION ALL SELECT "parentReadId" FROM "OrganizationReading"`,
  Theme: `SELECT "themeReadId" AS id FROM "ThemeReading"`,
} as const

/** Ids of the rows that were removed. */
export interface Removed {
  people: string[]
  organizations: string[]
  themes: string[]
}

/** Removes, of these rows, those that no record names any more. Their slugs stay, and lead to nothing. */
async function removeUnnamed(sql: Sql, table: keyof typeof named, ids: readonly string[]): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `WITH RECURSIVE family AS (
       SELECT "id" AS root, "id" AS member FROM "${table}" WHERE "id" = ANY($1::uuid[])
       UNION
       SELECT family.root, t."id" FROM family JOIN "${table}" AS t ON t."mergedIntoId" = family.member)
     DELETE FROM "${table}" WHERE "id" = ANY($1::uuid[])
       AND "id" NOT IN (SELECT root FROM family JOIN (${named[table]}) AS name ON name.id = family.member)
     RETURNING "id"`,
    [ids],
  )
  return rows.map(({ id }) => id)
}

/** Removes what nothing refers to any more: people, organizations, themes in scope; series and documents. */
export async function removeLeftovers(sql: Sql, scope: Scope): Promise<Removed> {
  await sql.query(
    `DELETE FROM "SourceDocument" AS d WHERE NOT EXISTS (SELECT FROM "Meeting" AS m WHERE m."sourceId" = d."id")`,
  )
  const removed = {
    people: await removeUnnamed(sql, 'Person', scope.people),
    organizations: await removeUnnamed(sql, 'Organization', scope.organizations),
    themes: await removeUnnamed(sql, 'Theme', scope.themes),
  }
  await sql.query(
    `DELETE FROM "Series" AS s WHERE NOT EXISTS (SELECT FROM "Meeting" AS m WHERE m."seriesId" = s."id")
     AND NOT EXISTS (SELECT FROM "Theme" AS t WHERE t."seriesId" = s."id")`,
  )
  return removed
}

/** What was removed to make room. */
export interface RemovedSeries {
  slug: string
  title: string
  meetings: number
}

/**
 * Removes a series: its meetings with all that only they needed, and the slugs of these, as if it had never been read. For
 * the sample, which makes room for the first real record. Nothing, and undefined, where there is no such series. Adds what
 * it changes to `nodes`.
 */
export async function removeSeries(sql: Sql, slug: string, nodes: ChangedNodes): Promise<RemovedSeries | undefined> {
  const [series] = await sql.query<{ id: string; title: string }>(
    'SELECT "id", "title" FROM "Series" WHERE "slug" = $1',
    [slug],
  )
  if (!series) return undefined
  const meetings = await sql.query<{ id: string }>('SELECT "id" FROM "Meeting" WHERE "seriesId" = $1', [series.id])
  const scope = await scopeOf(
    sql,
    meetings.map(({ id }) => id),
  )
  await addMeetings(sql, scope.meetings, nodes)
  await sql.query('DELETE FROM "Remark" WHERE "meetingId" = ANY($1::uuid[])', [scope.meetings]) // utterances cannot go before
  await sql.query(
    `DELETE FROM "AffiliationStatement" WHERE "documentId" IN (SELECT "sourceId" FROM "Meeting" WHERE "id" = ANY($1::uuid[]))`,
    [scope.meetings],
  )
  await sql.query('DELETE FROM "Meeting" WHERE "id" = ANY($1::uuid[])', [scope.meetings])
  await nodes.addDerived(sql, await derive(sql, scope), null)
  const removed = await removeLeftovers(sql, scope)
  nodes.addRemoved(removed, null)
  await sql.query('DELETE FROM "Slug" WHERE "ownerId" = ANY($1::uuid[])', [
    [series.id, ...scope.meetings, ...removed.people, ...removed.organizations, ...removed.themes],
  ])
  return { slug, title: series.title, meetings: scope.meetings.length }
}

/** Meetings with their paragraphs, as removed. */
async function addMeetings(sql: Sql, meetings: readonly string[], nodes: ChangedNodes): Promise<void> {
  const paragraphs = await sql.query<{ id: string; meetingId: string }>(
    'SELECT "id", "meetingId" FROM "Paragraph" WHERE "meetingId" = ANY($1::uuid[]) ORDER BY "sortKey"',
    [meetings],
  )
  for (const id of meetings) nodes.add('REMOVED', 'MEETING', [id], id)
  for (const { id, meetingId } of paragraphs) nodes.add('REMOVED', 'PARAGRAPH', [id], meetingId)
}
