import type { Database } from '../../database/database.js'
import type { ChangeKind, ChangeSubject } from '../../generated/prisma/enums.js'

/** The changes made by one act, or by one reading of a record. */
export interface FeedEntry {
  /** The uuid of its last change. */
  id: string
  /** ISO 8601. */
  at: string
  /** The kind of change to the meeting, or else to the first thing that changed. */
  kind: ChangeKind
  subjectKind: ChangeSubject
  /** The name of the meeting or that thing; null if it is no longer in the archive. */
  name: string | null
  /** The meeting's slug, while it is in the archive. */
  slug: string | null
  reason: string | null
  by: string | null
  paragraphs: number
  people: number
  organizations: number
  themes: number
  outcomes: number
}

/** How many of the newest changes are considered. */
const window = 20_000
const entries = 50

/**
 * The changes of one transaction have the same time. The oldest transaction in the window is left out: it may reach beyond the
 * window, and its count would then shrink with every newer change.
 */
const statement = `
  WITH recent AS (SELECT * FROM "Change" ORDER BY "sequence" DESC LIMIT ${window}),
  edge AS (SELECT min("sequence") AS oldest, max("sequence") AS newest, count(*) AS rows FROM recent),
  act AS (
    SELECT max(c."sequence") AS last, c."at", c."meetingId", c."reason", c."by",
      (array_agg(c."id" ORDER BY c."sequence" DESC))[1] AS id,
      (array_agg(c."kind" ORDER BY c."subjectKind" <> 'MEETING', c."sequence"))[1] AS kind,
      (array_agg(c."subjectKind" ORDER BY c."subjectKind" <> 'MEETING', c."sequence"))[1] AS "subjectKind",
      (array_agg(c."subjectId" ORDER BY c."subjectKind" <> 'MEETING', c."sequence"))[1] AS "subjectId",
      count(*) FILTER (WHERE c."subjectKind" = 'PARAGRAPH')::int AS paragraphs,
      count(*) FILTER (WHERE c."subjectKind" = 'PERSON')::int AS people,
      count(*) FILTER (WHERE c."subjectKind" = 'ORGANIZATION')::int AS organizations,
      count(*) FILTER (WHERE c."subjectKind" = 'THEME')::int AS themes,
      count(*) FILTER (WHERE c."subjectKind" = 'OUTCOME')::int AS outcomes
    FROM recent c CROSS JOIN edge
    GROUP BY c."at", c."meetingId", c."reason", c."by", edge.oldest, edge.newest, edge.rows
    HAVING edge.rows < ${window} OR min(c."sequence") > edge.oldest OR max(c."sequence") = edge.newest
    ORDER BY last DESC LIMIT ${entries})
  SELECT json_build_object('id', a.id, 'at', to_char(a."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'kind', a.kind, 'subjectKind', a."subjectKind", 'name', coalesce(m."title", p."name", o."name", t."title"), 'slug', m."slug",
    'reason', a."reason", 'by', a."by", 'paragraphs', a.paragraphs, 'people', a.people, 'organizations', a.organizations,
    'themes', a.themes, 'outcomes', a.outcomes)::text
  FROM act a
  LEFT JOIN "Meeting" m ON m."id" = coalesce(a."meetingId", CASE a."subjectKind" WHEN 'MEETING' THEN a."subjectId" END)
  LEFT JOIN "Person" p ON a."subjectKind" = 'PERSON' AND p."id" = a."subjectId"
  LEFT JOIN "Organization" o ON a."subjectKind" = 'ORGANIZATION' AND o."id" = a."subjectId"
  LEFT JOIN "Theme" t ON a."subjectKind" = 'THEME' AND t."id" = a."subjectId"
  ORDER BY a.last DESC`

/** The latest acts and readings, newest first. */
export async function loadChanges({ rows }: Database): Promise<FeedEntry[]> {
  const found = await rows({ name: undefined, text: statement, values: [] })
  return found.map(([entry]) => JSON.parse(String(entry)) as FeedEntry)
}
