import type { Database, Rows } from '../../database/database.js'
import type { NameMatch, PassageKind, ReadingSource, RemarkKind } from '../../generated/prisma/enums.js'
import type { Named } from '../links.js'

export interface ReadSection {
  id: string
  level: number
  heading: string
  introduction: string | null
  /** Start and end offsets in the source text, like all pieces here. */
  pieces: number[]
}

export interface ReadRemark {
  id: string
  kind: RemarkKind
  /** The id of the utterance, shared by joint remarks. */
  utterance: string
  pieces: number[]
  speaker: Named | null
  match: NameMatch | null
  asPrinted: string | null
  role: string | null
  party: Named | null
  organization: Named | null
  onBehalfOf: Named[]
  verbs: string[]
  /** The ids of the remarks that it answers. */
  answers: string[]
  section: string | null
}

/** An utterance outside paragraphs, with its remarks. */
export interface ReadTurn {
  text: string
  remark: ReadRemark
}

export interface ReadParagraph {
  id: string
  position: number
  number: string | null
  section: string | null
  theme: string | null
  heading: string | null
  text: string
  /** `text` consists of these pieces joined by single spaces. */
  pieces: number[]
  remarks: ReadRemark[]
  /** The passages that the record attributes to nobody by name. */
  unattributed: { kind: PassageKind; pieces: number[] }[]
}

export interface ReadTheme {
  id: string
  slug: string
  title: string
  remarks: number
}

export interface ReadMeeting {
  id: string
  slug: string
  title: string
  language: string | null
  /** Dates are ISO 8601. */
  date: string | null
  endDate: string | null
  dateText: string | null
  startTime: string | null
  endTime: string | null
  venue: string | null
  series: Named | null
  /** The meetings of the same series before and after it. */
  earlier: Named | null
  later: Named | null
  fileName: string
  format: string
  readBy: ReadingSource
  readModel: string | null
  sections: ReadSection[]
  themes: ReadTheme[]
}

export const list = (rows: string) => `(SELECT coalesce(json_agg(r), '[]') FROM (${rows}) AS r)`
export const named = (alias: string) =>
  `CASE WHEN ${alias}."id" IS NOT NULL THEN json_build_object('slug', ${alias}."slug", 'name', ${alias}."name") END`

/** SQL: the next meeting of the series of `m`, in one direction. */
const beside = (sign: '<' | '>', direction: string) => `(SELECT json_build_object('slug', x."slug", 'name', x."title")
  FROM "Meeting" x WHERE x."seriesId" = m."seriesId" AND (x."sortKey", x."id") ${sign} (m."sortKey", m."id")
  ORDER BY x."sortKey" ${direction}, x."id" ${direction} LIMIT 1)`

const meetingStatement = `
  SELECT row_to_json(t)::text FROM (
    SELECT m."id", m."slug", m."title", m."language", m."date"::text, m."endDate"::text, m."dateText", m."startTime", m."endTime",
      m."venue", CASE WHEN e."id" IS NOT NULL THEN json_build_object('slug', e."slug", 'name', e."title") END AS series,
      ${beside('>', 'ASC')} AS earlier, ${beside('<', 'DESC')} AS later,
      d."fileName", d."format", d."readBy", d."readModel",
      ${list(`SELECT "id", "level", "heading", "introduction", "pieces" FROM "Section" WHERE "meetingId" = m."id" ORDER BY "position", "id"`)} AS sections,
      ${list(`SELECT h."id", h."slug", h."title", l."remarks" FROM "ThemeMeeting" l JOIN "Theme" h ON h."id" = l."themeId"
        WHERE l."meetingId" = m."id" ORDER BY l."position", h."id"`)} AS themes
    FROM "Slug" s JOIN "Meeting" m ON m."id" = s."meetingId" JOIN "SourceDocument" d ON d."id" = m."sourceId"
    LEFT JOIN "Series" e ON e."id" = m."seriesId"
    WHERE s."kind" = 'MEETING' AND s."text" = $1) AS t`

const remark = `
  SELECT r."id", r."kind", r."utteranceId" AS utterance, u."pieces", ${named('p')} AS speaker, r."speakerMatch" AS match,
    r."speakerAsPrinted" AS "asPrinted", r."speakerRole" AS role, ${named('b')} AS party, ${named('o')} AS organization,
    ${list(`SELECT f."slug", f."name" FROM "RemarkOnBehalfOf" x JOIN "Organization" f ON f."id" = x."organizationId"
      WHERE x."remarkId" = r."id" ORDER BY x."position"`)} AS "onBehalfOf",
    ARRAY(SELECT "verb" FROM "ResponseAct" WHERE "remarkId" = r."id" ORDER BY "position") AS verbs,
    ARRAY(SELECT x."targetId" FROM "ResponseTarget" x JOIN "Remark" y ON y."id" = x."targetId"
      WHERE x."responseId" = r."id" ORDER BY y."sortKey", y."id") AS answers, r."sectionId" AS section
  FROM "Remark" r JOIN "Utterance" u ON u."id" = r."utteranceId" LEFT JOIN "Person" p ON p."id" = r."speakerId"
  LEFT JOIN "Organization" b ON b."id" = r."partyId" LEFT JOIN "Organization" o ON o."id" = r."organizationId"`

const paragraphsStatement = `
  SELECT row_to_json(t)::text FROM (
    SELECT g."id", g."position", g."number", g."sectionId" AS section, g."themeId" AS theme, g."heading", g."text", g."pieces",
      ${list(`${remark} WHERE r."paragraphId" = g."id" ORDER BY r."sortKey", r."id"`)} AS remarks,
      ${list(`SELECT "kind", "pieces" FROM "UnattributedPassage" WHERE "paragraphId" = g."id" ORDER BY "position", "id"`)} AS unattributed
    FROM "Paragraph" g WHERE g."meetingId" = $1 ORDER BY g."position") AS t`

const turnsStatement = `
  SELECT u."text", row_to_json(t)::text FROM (
    ${remark} WHERE r."meetingId" = $1 AND r."paragraphId" IS NULL ORDER BY r."sortKey", r."id") AS t
  JOIN "Utterance" u ON u."id" = t.utterance`

/** The meeting with a current or former slug; null if there is none. One statement, like each of the other loaders. */
export async function loadMeeting({ rows }: Database, slug: string): Promise<ReadMeeting | null> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return null
  const [found] = await rows({ name: 'page-meeting', text: meetingStatement, values: [slug] })
  return found ? (JSON.parse(String(found[0])) as ReadMeeting) : null
}

/** All paragraphs of a meeting in the order of its record, each with its remarks. */
export const loadParagraphs = ({ rows }: Database, meetingId: string): Promise<ReadParagraph[]> =>
  parsed(rows, 'page-paragraphs', paragraphsStatement, meetingId)

/** The utterances outside paragraphs, in the order of the record. */
export async function loadTurns({ rows }: Database, meetingId: string): Promise<ReadTurn[]> {
  const found = await rows({ name: 'page-turns', text: turnsStatement, values: [meetingId] })
  return found.map(([text, row]) => ({ text: String(text), remark: JSON.parse(String(row)) as ReadRemark }))
}

/** The rows of a statement that returns one JSON text per row. */
export async function parsed<Row>(rows: Rows, name: string, text: string, meetingId: string): Promise<Row[]> {
  const found = await rows({ name, text, values: [meetingId] })
  return found.map(([row]) => JSON.parse(String(row)) as Row)
}
