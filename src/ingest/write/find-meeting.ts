import { nameKey } from '@rapporteur/reader/people/name-keys'
import { decodedNodeId } from '../../database/node-id.js'
import type { Sql } from '../../database/sql.js'
import { IngestConflictError } from './errors.js'

export interface StoredMeeting {
  id: string
  slug: string
  sourceId: string
  seriesId: string | null
}

/** The document that a meeting was read from last, without its weight. */
export interface StoredDocument {
  id: string
  sha256: string
  mediaType: string
  readerVersion: string
  format: string
  formatVersion: string
  parser: string
  options: unknown
  /** What a model or a person answered, by which it was read. */
  proposal: string | null
}

interface MeetingRow extends StoredMeeting {
  title: string
  date: string | null
}

/** What a meeting was called and when it was before a correction said otherwise; null where none does. */
interface AsItWasRead {
  titleRead: string | null
  dateRead: string | null
}

const columns = '"id", "slug", "sourceId", "seriesId", "title", "date"::text'

/** The document with these bytes, if they are known. */
export async function findDocument(sql: Sql, sha256: string): Promise<StoredDocument | undefined> {
  const [document] = await sql.query<StoredDocument>(
    `SELECT "id", "sha256", "mediaType", "readerVersion", "format", "formatVersion", "parser", "options", "proposal" FROM "SourceDocument" WHERE "sha256" = $1`,
    [sha256],
  )
  return document
}

/** The meeting of this id, where it was taken out of the archive. */
export async function findRetracted(sql: Sql, id: string): Promise<{ id: string; slug: string } | undefined> {
  const [meeting] = await sql.query<{ id: string; slug: string }>(
    'SELECT "id", "slug" FROM "RetractedMeeting" WHERE "id" = $1',
    [id],
  )
  return meeting
}

/** @throws IngestConflictError for a document, a slug or an id of a meeting that a curator took out of the archive */
export async function refuseRetracted(
  sql: Sql,
  sha256: string,
  slug: string | undefined,
  id: string | undefined,
): Promise<void> {
  const [retracted] = await sql.query<{ slug: string }>(
    `SELECT "slug" FROM "RetractedMeeting" WHERE "sha256" = $1
       OR "id" = (SELECT "ownerId" FROM "Slug" WHERE "kind" = 'MEETING' AND "text" = $2)
       OR "id" = $3`,
    [sha256, slug ?? null, id ?? null],
  )
  if (retracted) throw new IngestConflictError(retractedMessage(retracted.slug))
}

/** @throws IngestConflictError where a retracted meeting agrees in series, title and date: this is another copy of its record */
export async function refuseCopyOfRetracted(
  sql: Sql,
  seriesId: string | null,
  { title, date }: { title: string; date: string | null },
): Promise<void> {
  const rows = await sql.query<{ slug: string; title: string }>(
    `SELECT r."slug", r."title" FROM "RetractedMeeting" AS r JOIN "RetractedRow" AS m ON m."meetingId" = r."id" AND m."table" = 'Meeting'
     WHERE r."seriesId" = $1 AND m."row" ->> 'date' = $2`,
    [seriesId, date],
  )
  const retracted = rows.find((row) => nameKey(row.title) === nameKey(title))
  if (retracted) throw new IngestConflictError(retractedMessage(retracted.slug))
}

const retractedMessage = (slug: string) =>
  `The meeting "${slug}", whose record this is, was retracted. Restore it first, with a key of scope admin.`

/**
 * The meeting that was asked for by its slug (a former one as well), else the one whose bytes these are.
 * @throws IngestConflictError where there is no meeting of that slug, or the bytes are those of another.
 */
export async function findByNameOrBytes(
  sql: Sql,
  slug: string | undefined,
  document: StoredDocument | undefined,
): Promise<StoredMeeting | undefined> {
  const [named] = slug
    ? await sql.query<StoredMeeting>(
        `SELECT ${columns} FROM "Meeting" WHERE "id" = (SELECT "meetingId" FROM "Slug" WHERE "kind" = 'MEETING' AND "text" = $1)`,
        [slug],
      )
    : []
  if (slug && !named)
    throw new IngestConflictError(
      `There is no meeting "${slug}". Leave "meeting" out for a new meeting, or give the slug of a known one.`,
    )
  const [byBytes] = document
    ? await sql.query<StoredMeeting>(`SELECT ${columns} FROM "Meeting" WHERE "sourceId" = $1`, [document.id])
    : []
  if (named && byBytes && named.id !== byBytes.id)
    throw new IngestConflictError(
      `This file is the record of the meeting "${byBytes.slug}", and not of "${slug}". Leave "meeting" out to read it again.`,
    )
  return named ?? byBytes
}

/** The meeting with this id. */
export async function findById(sql: Sql, id: string): Promise<StoredMeeting | undefined> {
  const [meeting] = await sql.query<StoredMeeting>(`SELECT ${columns} FROM "Meeting" WHERE "id" = $1`, [id])
  return meeting
}

/** The meetings that the last reading of this one found to look like it, as far as they are there. */
export async function findMeetingsAlike(sql: Sql, meetingId: string): Promise<StoredMeeting[]> {
  const found = await sql.query<{ candidates: string[] }>(
    `SELECT "candidates" FROM "Finding" WHERE "meetingId" = $1 AND "code" = 'POSSIBLE_SAME_MEETING'`,
    [meetingId],
  )
  const ids = found.flatMap(({ candidates }) => candidates).map((candidate) => decodedNodeId(candidate)[1])
  const others = ids.filter((id) => id !== meetingId)
  if (others.length === 0) return []
  const rows = await sql.query<StoredMeeting>(`SELECT ${columns} FROM "Meeting" WHERE "id" = ANY($1::uuid[])`, [others])
  return rows.sort((a, b) => others.indexOf(a.id) - others.indexOf(b.id))
}

/**
 * The one meeting that agrees in title, date and series, or, for a record of no series, in title, date and the name of its file: a
 * corrected copy. And those that only look alike.
 */
export async function findByContent(
  sql: Sql,
  seriesId: string | null,
  { title, date }: { title: string; date: string | null },
  fileName: string,
): Promise<{ same: StoredMeeting | undefined; alike: StoredMeeting[] }> {
  const rows = await sql.query<MeetingRow & AsItWasRead & { fileName: string }>(
    `SELECT m."id", m."slug", m."sourceId", m."seriesId", m."title", m."date"::text, d."fileName",
       r."record" -> 'meeting' ->> 'title' AS "titleRead", r."record" -> 'meeting' ->> 'date' AS "dateRead"
     FROM "Meeting" AS m JOIN "SourceDocument" AS d ON d."id" = m."sourceId"
     LEFT JOIN "Reading" AS r ON r."meetingId" = m."id" AND EXISTS (SELECT FROM "Correction" AS c
       WHERE c."meetingId" = m."id" AND c."kind" = 'MEETING' AND c."undoneAt" IS NULL)
     WHERE $1::date IS NULL OR m."date" IS NULL OR m."date" = $1::date OR r."record" -> 'meeting' ->> 'date' = $1::date::text
     ORDER BY m."sequence"`,
    [date],
  )
  const isTitled = (row: (typeof rows)[number]) =>
    [row.title, row.titleRead].some((known) => known !== null && nameKey(known) === nameKey(title))
  const alike = rows.filter(isTitled)
  const agreeing = alike.filter(
    (row) =>
      date !== null &&
      (row.date === date || row.dateRead === date) &&
      (seriesId === null ? row.fileName === fileName : row.seriesId === seriesId),
  )
  const [same] = agreeing
  return agreeing.length === 1 ? { same, alike: [] } : { same: undefined, alike }
}
