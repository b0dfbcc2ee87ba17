import type { Sql } from '../../database/sql.js'

/** What an earlier reading of a meeting left in the database, as far as a new one is aligned with it. In printed order. */
export interface StoredReading {
  sections: { id: string; heading: string }[]
  paragraphs: { id: string; position: number; number: string | null; text: string }[]
  attendances: { id: string; personReadId: string; nameAsPrinted: string }[]
  statements: {
    id: string
    attendanceId: string | null
    personReadId: string
    organizationReadId: string | null
    title: string | null
    status: string
  }[]
  utterances: { id: string; text: string }[]
  remarks: { id: string; paragraphId: string | null; utteranceId: string; speaker: string; text: string }[]
  passages: { id: string; paragraphId: string; text: string }[]
  mentions: { id: string; paragraphId: string | null; kind: string; nameAsPrinted: string }[]
  outcomes: { id: string; paragraphId: string | null; kind: string; text: string }[]
  votes: {
    id: string
    paragraphId: string | null
    voteEventId: string
    personReadId: string | null
    organizationReadId: string | null
    nameAsPrinted: string
  }[]
  findings: { id: string; code: string; message: string }[]
  people: StoredPerson[]
  organizations: StoredOrganization[]
  themes: StoredTheme[]
}

export interface StoredPerson {
  id: string
  name: string
  nameKey: string
  looseKey: string
  printedNames: string[]
  /** Organizations, as read, that this record gives an affiliation with. */
  organizations: string[]
  /** Whether another meeting names this person too, or a merge holds it. */
  shared: boolean
}

export interface StoredOrganization {
  id: string
  slug: string
  nameKey: string
  shared: boolean
}

export interface StoredTheme {
  id: string
  slug: string
  sortTitle: string
  seriesId: string | null
  shared: boolean
}

/** What is stored of a meeting, one statement for each list. */
export async function storedReading(sql: Sql, meetingId: string): Promise<StoredReading> {
  const rows = <Row>(text: string) => sql.query<Row>(text, [meetingId])
  return {
    sections: await rows(`SELECT "id", "heading" FROM "Section" WHERE "meetingId" = $1 ORDER BY "position", "id"`),
    paragraphs: await rows(
      `SELECT "id", "position", "number", "text" FROM "Paragraph" WHERE "meetingId" = $1 ORDER BY "position"`,
    ),
    attendances: await rows(
      `SELECT "id", "personReadId", "nameAsPrinted" FROM "Attendance" WHERE "meetingId" = $1 ORDER BY "position", "id"`,
    ),
    statements: await rows(`SELECT "id", "attendanceId", "personReadId", "organizationReadId", "title", "status"
    FROM "AffiliationStatement" WHERE "documentId" = (SELECT "sourceId" FROM "Meeting" WHERE "id" = $1) ORDER BY "position", "id"`),
    utterances: await rows(`SELECT "id", "text" FROM "Utterance" WHERE "meetingId" = $1 ORDER BY "id"`),
    remarks: await rows(`SELECT r."id", r."paragraphId", r."utteranceId", u."text",
      coalesce(r."speakerReadId"::text, r."partyReadId"::text, r."speakerAsPrinted", r."speakerRole", '') AS speaker
    FROM "Remark" AS r JOIN "Utterance" AS u ON u."id" = r."utteranceId" WHERE r."meetingId" = $1 ORDER BY r."position", r."id"`),
    passages: await rows(
      `SELECT "id", "paragraphId", "text" FROM "UnattributedPassage" WHERE "meetingId" = $1 ORDER BY "position", "id"`,
    ),
    mentions: await rows(
      `SELECT "id", "paragraphId", "kind", "nameAsPrinted" FROM "Mention" WHERE "meetingId" = $1 ORDER BY "position", "id"`,
    ),
    outcomes: await rows(
      `SELECT "id", "paragraphId", "kind", "text" FROM "Outcome" WHERE "meetingId" = $1 ORDER BY "sortKey", "id"`,
    ),
    votes:
      await rows(`SELECT v."id", o."paragraphId", v."voteEventId", v."personReadId", v."organizationReadId", v."nameAsPrinted"
    FROM "Vote" AS v JOIN "Outcome" AS o ON o."id" = v."voteEventId" WHERE v."meetingId" = $1 ORDER BY v."position", v."id"`),
    findings: await rows(
      `SELECT "id", "code", "message" FROM "Finding" WHERE "meetingId" = $1 ORDER BY "position", "id"`,
    ),
    people: await rows(`SELECT r."personReadId" AS id, r."name", r."nameKey", r."looseKey", r."printedNames",
      ARRAY(SELECT DISTINCT s."organizationReadId" FROM "AffiliationStatement" AS s
        WHERE s."documentId" = (SELECT "sourceId" FROM "Meeting" WHERE "id" = $1) AND s."personReadId" = r."personReadId" AND s."organizationReadId" IS NOT NULL) AS organizations,
      EXISTS (SELECT FROM "PersonReading" AS o WHERE o."personReadId" = r."personReadId" AND o."meetingId" <> $1)
        OR p."mergedIntoId" IS NOT NULL OR EXISTS (SELECT FROM "Person" AS m WHERE m."mergedIntoId" = p."id") AS shared
    FROM "PersonReading" AS r JOIN "Person" AS p ON p."id" = r."personReadId" WHERE r."meetingId" = $1 ORDER BY r."position"`),
    organizations: await rows(`SELECT o."id", o."slug", o."nameKey",
      EXISTS (SELECT FROM "OrganizationReading" AS other
        WHERE (other."organizationReadId" = o."id" OR other."parentReadId" = o."id") AND other."meetingId" <> $1)
        OR o."mergedIntoId" IS NOT NULL OR EXISTS (SELECT FROM "Organization" AS m WHERE m."mergedIntoId" = o."id") AS shared
    FROM "OrganizationReading" AS r JOIN "Organization" AS o ON o."id" = r."organizationReadId"
    WHERE r."meetingId" = $1 ORDER BY r."position"`),
    themes: await rows(`SELECT t."id", t."slug", t."sortTitle", t."seriesId",
      EXISTS (SELECT FROM "ThemeReading" AS o WHERE o."themeReadId" = t."id" AND o."meetingId" <> $1)
        OR t."mergedIntoId" IS NOT NULL OR EXISTS (SELECT FROM "Theme" AS m WHERE m."mergedIntoId" = t."id") AS shared
    FROM "ThemeReading" AS r JOIN "Theme" AS t ON t."id" = r."themeReadId" WHERE r."meetingId" = $1 ORDER BY r."position"`),
  }
}

/** What is stored of a meeting that is new. */
export const nothingStored = (): StoredReading => ({
  sections: [],
  paragraphs: [],
  attendances: [],
  statements: [],
  utterances: [],
  remarks: [],
  passages: [],
  mentions: [],
  outcomes: [],
  votes: [],
  findings: [],
  people: [],
  organizations: [],
  themes: [],
})

/** Tables of rows that a meeting's record states, beside the meeting and the affiliation statements. */
const statedTables = [
  'Section',
  'Paragraph',
  'Attendance',
  'Utterance',
  'Remark',
  'UnattributedPassage',
  'Mention',
  'Outcome',
  'Vote',
  'PersonReading',
  'OrganizationReading',
  'ThemeReading',
]

/** How many rows a reading left, as an ingest counts them. One statement. */
export async function countStored(sql: Sql, meetingId: string): Promise<number> {
  const counts = [
    `SELECT 1 + count(*) AS n FROM "AffiliationStatement" WHERE "documentId" = (SELECT "sourceId" FROM "Meeting" WHERE "id" = $1)`,
    ...statedTables.map((table) => `SELECT count(*) FROM "${table}" WHERE "meetingId" = $1`),
  ]
  const [total] = await sql.query<{ n: number }>(`SELECT sum(n)::int AS n FROM (${counts.join(' UNION ALL ')}) AS c`, [
    meetingId,
  ])
  return total?.n ?? 0
}
