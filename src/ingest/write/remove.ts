import type { Sql } from '../../database/sql.js'
import type { MergeKind } from '../../generated/prisma/enums.js'
import type { ChangedNodes, Removed } from './changed-nodes.js'
import { derive } from './derive/derive.js'
import { type Scope, scopeOf } from './derive/scope.js'
import { forgetKept, keepNames } from './kept.js'
import { kinds } from './kinds.js'
import { queryIds } from './query-ids.js'

/** The tables of which a row stays only as long as a record names it, or something merged into it. */
const named = {
  Person: `SELECT "personReadId" AS id FROM "PersonReading"`,
  Organization: `SELECT "organizationReadId" AS id FROM "OrganizationReading" UNION ALL SELECT "parentReadId" FROM "OrganizationReading"`,
  Theme: `SELECT "themeReadId" AS id FROM "ThemeReading"`,
} as const

/**
 * Removes, of these rows and what they are merged into, those that no record names any more; what a curator's act holds is
 * kept aside. Their slugs stay, and lead to nothing.
 */
export async function removeUnnamed(sql: Sql, kind: MergeKind, ids: readonly string[]): Promise<string[]> {
  const { table } = kinds[kind]
  const gone = await queryIds(
    sql,
    `WITH RECURSIVE chain AS (
       SELECT "id", "mergedIntoId" FROM "${table}" WHERE "id" = ANY($1::uuid[])
       UNION
       SELECT t."id", t."mergedIntoId" FROM chain JOIN "${table}" AS t ON t."id" = chain."mergedIntoId"),
     family AS (
       SELECT "id" AS root, "id" AS member FROM chain
       UNION
       SELECT family.root, t."id" FROM family JOIN "${table}" AS t ON t."mergedIntoId" = family.member)
     SELECT "id" FROM chain
     WHERE "id" NOT IN (SELECT root FROM family JOIN (${named[table]}) AS name ON name.id = family.member)`,
    [ids],
  )
  if (gone.length === 0) return []
  await keepNames(sql, kind, gone)
  await sql.query(`DELETE FROM "${table}" WHERE "id" = ANY($1::uuid[])`, [gone])
  return gone
}

/** Removes what nothing refers to any more: people, organizations, themes in scope; series and documents. */
export async function removeLeftovers(sql: Sql, scope: Scope): Promise<Removed> {
  await sql.query(
    `DELETE FROM "SourceDocument" AS d WHERE NOT EXISTS (SELECT FROM "Meeting" AS m WHERE m."sourceId" = d."id")`,
  )
  const removed = {
    people: await removeUnnamed(sql, 'PERSON', scope.people),
    organizations: await removeUnnamed(sql, 'ORGANIZATION', scope.organizations),
    themes: await removeUnnamed(sql, 'THEME', scope.themes),
  }
  await sql.query(
    `DELETE FROM "Series" AS s WHERE NOT EXISTS (SELECT FROM "Meeting" AS m WHERE m."seriesId" = s."id")
     AND NOT EXISTS (SELECT FROM "Theme" AS t WHERE t."seriesId" = s."id")
     AND NOT EXISTS (SELECT FROM "KeptName" AS k WHERE k."seriesId" = s."id")
     AND NOT EXISTS (SELECT FROM "RetractedMeeting" AS r WHERE r."seriesId" = s."id")`,
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
  await forgetRetracted(sql, series.id)
  const ids = meetings.map(({ id }) => id)
  const removed = await removeMeetings(sql, ids, nodes)
  await sql.query('DELETE FROM "Slug" WHERE "ownerId" = ANY($1::uuid[])', [
    [series.id, ...ids, ...removed.people, ...removed.organizations, ...removed.themes],
  ])
  return { slug, title: series.title, meetings: ids.length }
}

/**
 * Removes meetings with all that only they needed, and adds what it changes to `nodes`. Their slugs stay, and lead to nothing.
 */
export async function removeMeetings(sql: Sql, meetings: readonly string[], nodes: ChangedNodes): Promise<Removed> {
  const scope = await scopeOf(sql, meetings)
  for (const id of scope.meetings) nodes.add('REMOVED', 'MEETING', [id], id)
  await nodes.addPartsOf(sql, 'REMOVED', scope.meetings)
  await sql.query('DELETE FROM "Remark" WHERE "meetingId" = ANY($1::uuid[])', [scope.meetings]) // utterances cannot go before
  await sql.query(
    `DELETE FROM "AffiliationStatement" WHERE "documentId" IN (SELECT "sourceId" FROM "Meeting" WHERE "id" = ANY($1::uuid[]))`,
    [scope.meetings],
  )
  await sql.query('DELETE FROM "Meeting" WHERE "id" = ANY($1::uuid[])', [scope.meetings])
  await nodes.addDerived(sql, await derive(sql, scope), null)
  const removed = await removeLeftovers(sql, scope)
  nodes.addRemoved(removed, null)
  return removed
}

/** Forgets the retracted meetings of a series, and what only they held. */
async function forgetRetracted(sql: Sql, seriesId: string): Promise<void> {
  await sql.query('DELETE FROM "RetractedMeeting" WHERE "seriesId" = $1', [seriesId])
  await forgetKept(sql)
}
