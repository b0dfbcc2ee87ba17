import type { Sql } from '../../../database/sql.js'
import { rootsOf } from '../roots.js'

/** Whose derived rows may have changed. Ids as read and as merged; rows that are gone do no harm. */
export interface Scope {
  meetings: readonly string[]
  people: readonly string[]
  organizations: readonly string[]
  themes: readonly string[]
  /** People, as merged, whose remarks in other meetings are concerned too: a record dates when their affiliations held. */
  everywhere: readonly string[]
  /** Nothing was there of these meetings before: no row has gone, and none was changed. */
  hasOnlyGrown: boolean
  /** Organizations, as merged, for which remarks in other meetings are concerned too: they are their party. */
  parties: readonly string[]
  /** Meetings of which nothing but the lists of bodies and themes is concerned. */
  listedAt: readonly string[]
}

export const emptyScope: Scope = {
  meetings: [],
  people: [],
  organizations: [],
  themes: [],
  everywhere: [],
  hasOnlyGrown: true,
  parties: [],
  listedAt: [],
}

export const joinScopes = (one: Scope, other: Scope): Scope => ({
  meetings: union(one.meetings, other.meetings),
  people: union(one.people, other.people),
  organizations: union(one.organizations, other.organizations),
  themes: union(one.themes, other.themes),
  everywhere: union(one.everywhere, other.everywhere),
  hasOnlyGrown: one.hasOnlyGrown && other.hasOnlyGrown,
  parties: union(one.parties, other.parties),
  listedAt: union(one.listedAt, other.listedAt),
})

const union = (one: readonly string[], other: readonly string[]): string[] => [...new Set([...one, ...other])]

/** Everything that the rows of these meetings, as they are now, have a part in. Four statements. */
export async function scopeOf(sql: Sql, meetings: readonly string[]): Promise<Scope> {
  const [row] = await sql.query<Pick<Scope, 'people' | 'organizations' | 'themes' | 'everywhere'>>(
    `WITH remark AS (SELECT "id", "speakerId", "partyId", "themeId" FROM "Remark" WHERE "meetingId" = ANY($1::uuid[])),
     stated AS (
       SELECT a."personId", a."organizationId", s."from", s."to" FROM "Meeting" AS m
       JOIN "AffiliationStatement" AS s ON s."documentId" = m."sourceId" JOIN "Affiliation" AS a ON a."id" = s."affiliationId"
       WHERE m."id" = ANY($1::uuid[]))
     SELECT
       ARRAY(SELECT "personReadId" FROM "PersonReading" WHERE "meetingId" = ANY($1::uuid[])
         UNION SELECT "speakerId" FROM remark WHERE "speakerId" IS NOT NULL UNION SELECT "personId" FROM stated) AS people,
       ARRAY(SELECT "organizationReadId" FROM "OrganizationReading" WHERE "meetingId" = ANY($1::uuid[])
         UNION SELECT "organizationId" FROM remark JOIN "RemarkAffiliation" AS a ON a."remarkId" = remark."id"
           WHERE "organizationId" IS NOT NULL
         UNION SELECT "organizationId" FROM stated WHERE "organizationId" IS NOT NULL) AS organizations,
       ARRAY(SELECT "themeReadId" FROM "ThemeReading" WHERE "meetingId" = ANY($1::uuid[])
         UNION SELECT "themeId" FROM remark WHERE "themeId" IS NOT NULL) AS themes,
       ARRAY(SELECT DISTINCT "personId" FROM stated WHERE "from" IS NOT NULL OR "to" IS NOT NULL) AS everywhere`,
    [meetings],
  )
  if (!row) return emptyScope
  return {
    ...emptyScope,
    meetings,
    people: await withRoots(sql, 'Person', row.people),
    organizations: await withRoots(sql, 'Organization', row.organizations),
    themes: await withRoots(sql, 'Theme', row.themes),
    everywhere: row.everywhere,
    hasOnlyGrown: false,
  }
}

const withRoots = async (sql: Sql, table: 'Person' | 'Organization' | 'Theme', ids: readonly string[]) =>
  union(ids, [...(await rootsOf(sql, table, ids)).values()])
