import type { Correction } from '@rapporteur/reader/corrections/correction'
import type { Rows } from '../database/database.js'
import type { ArchivePart } from '../ingest/meeting-record/envelope.js'
import type { RowOf } from '../ingest/write/tables.js'
import { meetingTables } from '../ingest/write/take-out.js'

/** A stored row with a slug. */
interface SluggedRow {
  id: string
  slug: string
  formerSlugs: string[]
}
interface MergeableRow extends SluggedRow {
  mergedIntoId: string | null
}

/** Everything stored about one meeting, with each list in printed order. Dates are YYYY-MM-DD. */
export interface MeetingRows {
  source: {
    id: string
    fileName: string
    mediaType: string
    sha256: string
    bytes: string
    text: string
    readerVersion: string
    format: string
    formatVersion: string
    parser: string
    options: Record<string, unknown>
    ingestedAt: string
    readBy: 'MARKUP' | 'RULES' | 'MODEL' | 'PERSON'
    readModel: string | null
    instructions: string | null
    proposal: string | null
    readAt: string
  }
  meeting: SluggedRow & {
    title: string
    date: string | null
    endDate: string | null
    dateText: string | null
    dateCertainty: 'EXACT' | 'INFERRED_YEAR' | 'UNKNOWN'
    startTime: string | null
    endTime: string | null
    venue: string | null
    language: string | null
    seriesId: string | null
  }
  series: (SluggedRow & { title: string })[]
  people: (MergeableRow & { name: string; sortName: string })[]
  organizations: (MergeableRow & { name: string; nameKey: string })[]
  themes: (MergeableRow & { title: string; sortTitle: string; seriesId: string | null })[]
  peopleRead: RowOf<'PersonReading'>[]
  organizationsRead: RowOf<'OrganizationReading'>[]
  themesRead: RowOf<'ThemeReading'>[]
  sections: RowOf<'Section'>[]
  paragraphs: RowOf<'Paragraph'>[]
  attendances: RowOf<'Attendance'>[]
  statements: RowOf<'AffiliationStatement'>[]
  utterances: RowOf<'Utterance'>[]
  remarks: RowOf<'Remark'>[]
  onBehalfOf: RowOf<'RemarkOnBehalfOf'>[]
  responses: RowOf<'Response'>[]
  acts: RowOf<'ResponseAct'>[]
  targets: RowOf<'ResponseTarget'>[]
  unattributed: RowOf<'UnattributedPassage'>[]
  mentions: RowOf<'Mention'>[]
  outcomes: RowOf<'Outcome'>[]
  decisions: RowOf<'Decision'>[]
  motions: RowOf<'Motion'>[]
  voteEvents: RowOf<'VoteEvent'>[]
  actionItems: RowOf<'ActionItem'>[]
  parties: RowOf<'OutcomeParty'>[]
  voteCounts: RowOf<'VoteCount'>[]
  votes: RowOf<'Vote'>[]
  findings: (RowOf<'Finding'> & { settled: boolean })[]
  merges: MergeRow[]
  renames: RenameRow[]
  corrections: CorrectionRow[]
  /** The record as it was read; null unless corrections are in force. */
  reading: NonNullable<ArchivePart['reading']> | null
  erasures: ErasureRow[]
  /** Names from earlier readings that this reading lacks and that a curator's act refers to. */
  formerly: KeptReadingRow[]
  /** Only for a retracted meeting. */
  retracted: { reason: string; by: string; at: string } | null
}

interface KeptReadingRow {
  kind: MergeRow['kind']
  readId: string
  name: string
  nameKey: string
  looseKey: string
  seriesId: string | null
  organizationIds: string[]
}

/** An act that can be undone. */
export interface UndoableRow {
  id: string
  reason: string
  by: string
  at: string
  undoneAt: string | null
  undoneReason: string | null
  undoneBy: string | null
}

export interface MergeRow extends UndoableRow {
  kind: 'PERSON' | 'ORGANIZATION' | 'THEME'
  fromIds: string[]
  intoId: string
}

export interface CorrectionRow extends UndoableRow {
  says: Correction
  summary: string
  pieces: number[]
  lost: string | null
}

export interface ErasureRow {
  id: string
  personId: string
  salt: string
  reason: string
  by: string
  at: string
  documents: string[]
  names: { meeting: string; digest: string }[]
}

export interface RenameRow {
  id: string
  personId: string
  name: string
  sortName: string
  nameKey: string
  previous: string
  reason: string
  by: string
  at: string
}

/** SQL: the former slugs of a row `t`. */
export const formerSlugs = (kind: string) =>
  `ARRAY(SELECT s."text" FROM "Slug" AS s WHERE s."kind" = '${kind}' AND s."ownerId" = t."id" AND s."text" <> t."slug" ORDER BY s."text") AS "formerSlugs"`

/** SQL: the rows of a query as a JSON array, in their order. */
const array = (rows: string) => `(SELECT coalesce(json_agg(r), '[]') FROM (${rows}) AS r)`

const own = (table: string, columns: string, order = '"position", "id"') =>
  array(`SELECT ${columns} FROM "${table}" WHERE "meetingId" = m."id" ORDER BY ${order}`)

/** SQL: the rows of a table `p` that are parts of those of another. */
const partsOf =
  (whole: 'Remark' | 'Outcome') =>
  (table: string, columns: string, order: string, key = `${whole.toLowerCase()}Id`) =>
    array(
      `SELECT ${columns} FROM "${table}" AS p JOIN "${whole}" AS w ON w."id" = p."${key}" WHERE w."meetingId" = m."id" ORDER BY ${order}`,
    )

const ofRemarks = partsOf('Remark')
const ofOutcomes = partsOf('Outcome')

/** SQL: the ids of the rows that the record names, and of those into which they are merged. */
const chainIds = (table: string) => `
  WITH RECURSIVE chain AS (
    SELECT "${readColumn(table)}" AS id FROM "${table}Reading" WHERE "meetingId" = m."id"
    UNION
    SELECT t."mergedIntoId" FROM chain JOIN "${table}" AS t ON t."id" = chain.id WHERE t."mergedIntoId" IS NOT NULL)
  SELECT id FROM chain`

const readColumn = (table: string) => `${table[0]?.toLowerCase()}${table.slice(1)}ReadId`

/** SQL: the rows that the record names, in its order, followed by those into which they are merged. */
const named = (table: 'Person' | 'Organization' | 'Theme', columns: string) => {
  return array(`
    WITH RECURSIVE chain AS (
      SELECT "${readColumn(table)}" AS id, "position"::bigint AS place FROM "${table}Reading" WHERE "meetingId" = m."id"
      UNION
      SELECT t."mergedIntoId", 1000000 + chain.place FROM chain JOIN "${table}" AS t ON t."id" = chain.id
      WHERE t."mergedIntoId" IS NOT NULL)
    SELECT t."id", t."slug", t."mergedIntoId", ${formerSlugs(table.toUpperCase())}, ${columns}
    FROM (SELECT id, min(place) AS place FROM chain GROUP BY id) AS c JOIN "${table}" AS t ON t."id" = c.id ORDER BY c.place`)
}

/** SQL: erasures, with the hashes by which an ingest recognises their documents and names. */
export const erasures = (where: string): string => `
  SELECT e.*, ARRAY(SELECT d."sha256" FROM "ErasedDocument" AS d WHERE d."erasureId" = e."id" ORDER BY d."sha256") AS documents,
    ${array(`SELECT n."meetingId" AS meeting, n."digest" FROM "ErasedName" AS n WHERE n."erasureId" = e."id" ORDER BY n."meetingId", n."digest"`)} AS names
  FROM "Erasure" AS e WHERE ${where} ORDER BY e."id"`

const parts: Record<keyof MeetingRows, string> = {
  source: `(SELECT row_to_json(d) FROM (SELECT "id", "fileName", "mediaType", "sha256",
      translate(encode("bytes", 'base64'), E'\\n', '') AS bytes, "text", "readerVersion", "format", "formatVersion", "parser", "options", "ingestedAt",
      "readBy", "readModel", "instructions", "proposal", "readAt"
      FROM "SourceDocument" WHERE "id" = m."sourceId") AS d)`,
  meeting: `(SELECT row_to_json(t) FROM (SELECT t."id", t."slug", ${formerSlugs('MEETING')}, t."title", t."date", t."endDate", t."dateText",
      t."dateCertainty", t."startTime", t."endTime", t."venue", t."language", t."seriesId" FROM "Meeting" AS t WHERE t."id" = m."id") AS t)`,
  series:
    array(`SELECT t."id", t."slug", ${formerSlugs('SERIES')}, t."title" FROM "Series" AS t WHERE t."id" = m."seriesId"
      OR t."id" IN (SELECT "seriesId" FROM "Theme" WHERE "id" IN (${chainIds('Theme')}))
      ORDER BY t."id"`),
  people: named('Person', 't."name", t."sortName"'),
  organizations: named('Organization', 't."name", t."nameKey"'),
  themes: named('Theme', 't."title", t."sortTitle", t."seriesId"'),
  peopleRead: own('PersonReading', '"personReadId", "name", "sortName", "printedNames"', '"position"'),
  organizationsRead: own(
    'OrganizationReading',
    '"organizationReadId", "name", "aliases", "parentReadId"',
    '"position"',
  ),
  themesRead: own('ThemeReading', '"themeReadId", "title"', '"position"'),
  sections: own('Section', '"id", "position", "parentId", "level", "heading", "introduction", "date", "pieces"'),
  paragraphs: own('Paragraph', '"id", "position", "sectionId", "themeReadId", "number", "heading", "text", "pieces"'),
  attendances: own(
    'Attendance',
    '"id", "position", "personReadId", "honorific", "nameAsPrinted", "role", "mode", "pieces"',
  ),
  statements: array(
    `SELECT "id", "affiliationReadId", "position", "personReadId", "organizationReadId", "title", "status", "note", "attendanceId",
       "from", "to", "pieces" FROM "AffiliationStatement" WHERE "documentId" = m."sourceId" ORDER BY "position", "id"`,
  ),
  utterances: own('Utterance', '"id", "text", "pieces"', '"pieces", "id"'),
  remarks: own(
    'Remark',
    `"id", "position", "kind", "scope", "sectionId", "paragraphId", "themeReadId", "utteranceId", "attribution", "speakerReadId",
     "speakerMatch", "speakerAsPrinted", "speakerRole", "partyReadId"`,
  ),
  onBehalfOf: ofRemarks('RemarkOnBehalfOf', 'p."remarkId", p."organizationReadId"', 'p."remarkId", p."position"'),
  responses: ofRemarks('Response', 'p."remarkId", p."stance"', 'p."remarkId"'),
  acts: ofRemarks('ResponseAct', 'p."remarkId", p."kind", p."verb", p."pieces"', 'p."remarkId", p."position"'),
  targets: ofRemarks('ResponseTarget', 'p."responseId", p."targetId"', 'p."responseId", p."targetId"', 'responseId'),
  unattributed: own(
    'UnattributedPassage',
    '"id", "position", "paragraphId", "utteranceId", "kind", "text", "wording", "pieces"',
  ),
  mentions: own('Mention', '"id", "position", "paragraphId", "personReadId", "kind", "nameAsPrinted", "pieces"'),
  outcomes: own(
    'Outcome',
    '"id", "position", "kind", "sectionId", "paragraphId", "themeReadId", "text", "pieces"',
    '"kind", "position", "id"',
  ),
  decisions: ofOutcomes('Decision', 'p.*', 'p."outcomeId"'),
  motions: ofOutcomes('Motion', 'p.*', 'p."outcomeId"'),
  voteEvents: ofOutcomes('VoteEvent', 'p.*', 'p."outcomeId"'),
  actionItems: ofOutcomes('ActionItem', 'p.*', 'p."outcomeId"'),
  parties: ofOutcomes(
    'OutcomeParty',
    'p."outcomeId", p."role", p."personReadId", p."organizationReadId", p."asPrinted"',
    'p."outcomeId", p."role", p."position"',
  ),
  voteCounts: ofOutcomes('VoteCount', 'p.*', 'p."voteEventId", p."position"', 'voteEventId'),
  votes: own(
    'Vote',
    `"id", "position", "voteEventId", "personReadId", "organizationReadId", "nameAsPrinted", "option", "optionAsPrinted", "pieces"`,
  ),
  findings: own('Finding', '"id", "severity", "code", "message", "pieces", "candidates", "settled"'),
  merges: array(`SELECT g.* FROM "Merge" AS g WHERE g."fromIds" || g."intoId" && (
      SELECT array_agg(id) FROM (${['Person', 'Organization', 'Theme'].map((table) => `(${chainIds(table)})`).join(' UNION ALL ')}) AS named(id)) ORDER BY g."id"`),
  erasures: array(
    erasures(`e."personId" IN (${chainIds('Person')})
      OR EXISTS (SELECT FROM "ErasedName" AS n WHERE n."erasureId" = e."id" AND n."meetingId" = m."id")`),
  ),
  renames: array(`SELECT n.* FROM "Rename" AS n WHERE n."personId" IN (${chainIds('Person')}) ORDER BY n."id"`),
  corrections: own(
    'Correction',
    '"id", "says", "summary", "pieces", "lost", "reason", "by", "at", "undoneAt", "undoneReason", "undoneBy"',
  ),
  reading: `(SELECT row_to_json(r) FROM (SELECT "record", "findings", "people" FROM "Reading" WHERE "meetingId" = m."id") AS r)`,
  formerly: array(`SELECT k."kind", k."readId", k."name", k."nameKey", k."looseKey", k."seriesId", k."organizationIds"
      FROM "KeptReading" AS k WHERE k."meetingId" = m."id"
      AND k."readId" NOT IN (${(['Person', 'Organization', 'Theme'] as const).map((table) => `SELECT "${readColumn(table)}" FROM "${table}Reading" WHERE "meetingId" = m."id"`).join(' UNION ALL ')})
      ORDER BY k."kind", k."readId"`),
  retracted: `(SELECT row_to_json(t) FROM (SELECT "reason", "by", "at" FROM "RetractedMeeting" WHERE "id" = m."id") AS t)`,
}

/** A single statement, so that all rows come from one snapshot. */
const statement = `SELECT json_build_object(${Object.entries(parts)
  .map(([name, sql]) => `'${name}', ${sql}`)
  .join(', ')})::text FROM "Meeting" AS m WHERE m."id" = $1`

/** The same for a retracted meeting: CTEs named like the live tables replace them with the kept rows. */
const retractedStatement = `WITH ${[
  ...meetingTables.map(
    ([
      table,
    ]) => `"${table}" AS (SELECT r.* FROM "RetractedRow" AS k, jsonb_populate_record(NULL::"${table}", k."row") AS r
      WHERE k."meetingId" = $1 AND k."table" = '${table}')`,
  ),
  ...(['Person', 'Organization', 'Theme'] as const).map(
    (table) => `"${table}" AS NOT MATERIALIZED (SELECT * FROM "${table}" UNION ALL SELECT r.* FROM "KeptName" AS k,
      jsonb_populate_record(NULL::"${table}", k."row" || jsonb_build_object('mergedIntoId', k."mergedIntoId")) AS r
      WHERE k."kind" = '${table.toUpperCase()}')`,
  ),
].join(', ')} ${statement}`

/**
 * Everything stored about a meeting, from one snapshot; undefined if there is none with this id. With `retracted`, looks among
 * retracted meetings instead.
 */
export async function meetingRows(
  rows: Rows,
  id: string,
  { retracted = false }: { retracted?: boolean } = {},
): Promise<MeetingRows | undefined> {
  const [row] = await rows({ name: undefined, text: retracted ? retractedStatement : statement, values: [id] })
  return row ? (JSON.parse(String(row[0])) as MeetingRows) : undefined
}
