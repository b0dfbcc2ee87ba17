import { type Applied, corrected } from '@rapporteur/reader/corrections/corrected'
import type { Correction } from '@rapporteur/reader/corrections/correction'
import { type AnyFinding, finding } from '@rapporteur/reader/findings'
import type { MeetingRecord } from '@rapporteur/reader/record'
import type { Sql } from '../../database/sql.js'
import { rootsOf } from './roots.js'

/** What is read of a record, before it is corrected. */
export interface AsRead {
  record: MeetingRecord
  findings: readonly AnyFinding[]
  /** The rows of those of its people who are known, by key. */
  people: ReadonlyMap<string, string>
}

interface InForce {
  id: string
  says: Correction
  summary: string
}

/** A record with the corrections in force applied. */
export interface CorrectedReading extends AsRead {
  /** What became of each correction. */
  applied: (Applied & { id: string })[]
}

const correctionsInForce = (sql: Sql, meetingId: string): Promise<InForce[]> =>
  sql.query(
    'SELECT "id", "says", "summary" FROM "Correction" WHERE "meetingId" = $1 AND "undoneAt" IS NULL ORDER BY "position"',
    [meetingId],
  )

/** A meeting's record as it was read; undefined where no corrections are in force, so that its rows are that. */
export async function storedAsRead(sql: Sql, meetingId: string): Promise<AsRead | undefined> {
  const [row] = await sql.query<{ record: MeetingRecord; findings: AnyFinding[]; people: Record<string, string> }>(
    'SELECT "record", "findings", "people" FROM "Reading" WHERE "meetingId" = $1',
    [meetingId],
  )
  return row && { ...row, people: new Map(Object.entries(row.people)) }
}

/** Keeps a record as it was read beside the rows that corrections make of it. */
export async function keepAsRead(sql: Sql, meetingId: string, { record, findings, people }: AsRead): Promise<void> {
  await sql.query(
    `INSERT INTO "Reading" ("meetingId", "record", "findings", "people") VALUES ($1, $2::jsonb, $3::jsonb, $4::jsonb)
     ON CONFLICT ("meetingId") DO UPDATE SET "record" = EXCLUDED."record", "findings" = EXCLUDED."findings", "people" = EXCLUDED."people"`,
    [meetingId, JSON.stringify(record), JSON.stringify(findings), JSON.stringify(Object.fromEntries(people))],
  )
}

/**
 * Applies the corrections of a meeting that are in force to what was read of it, and keeps that beside; without any, forgets what was
 * kept. A correction that does not fit any more is a finding.
 *
 * @param source the text that the record's pieces point into
 * @param identify the rows of the people whom it names as read, by key; `before` is the reading that it replaces
 */
export async function withCorrections(
  sql: Sql,
  meetingId: string,
  source: string,
  read: AsRead,
  identify: (before: AsRead | undefined) => Promise<ReadonlyMap<string, string>>,
): Promise<CorrectedReading> {
  const corrections = await correctionsInForce(sql, meetingId)
  if (corrections.length === 0) {
    await sql.query('DELETE FROM "Reading" WHERE "meetingId" = $1', [meetingId])
    return { ...read, applied: [] }
  }
  const asRead = { ...read, people: await identify(await storedAsRead(sql, meetingId)) }
  await keepAsRead(sql, meetingId, asRead)
  const made = corrected(
    source,
    asRead.record,
    corrections.map(({ says }) => says),
    await keysOfPeople(sql, asRead.people),
  )
  const applied = made.applied.map((row, i) => ({ ...row, id: corrections[i]?.id ?? '' }))
  await writeApplied(sql, applied)
  return {
    record: made.record,
    findings: [
      ...asRead.findings,
      ...applied.flatMap(({ lost, pieces }, i) => lostFinding(corrections[i], lost, pieces)),
    ],
    people: new Map([...asRead.people, ...made.refs]),
    applied,
  }
}

/** The keys of people by the ids of their rows, as read and as merged. */
async function keysOfPeople(sql: Sql, people: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const roots = await rootsOf(sql, 'Person', people.values())
  return new Map(
    [...people].flatMap(([key, id]): [string, string][] => {
      const root = roots.get(id)
      return root === undefined || root === id
        ? [[id, key]]
        : [
            [root, key],
            [id, key],
          ]
    }),
  )
}

function lostFinding(correction: InForce | undefined, lost: string | null, pieces: Applied['pieces']): AnyFinding[] {
  if (!correction || lost === null) return []
  return [
    finding(
      'CORRECTION_LOST',
      `A correction does not fit this reading of the record (${lost}): ${correction.summary}`,
      pieces,
    ),
  ]
}

/** Notes where the words of each correction stand now. One statement. */
async function writeApplied(sql: Sql, applied: CorrectedReading['applied']): Promise<void> {
  const rows = applied.map(({ id, pieces, lost }) => ({ id, pieces: pieces.flat(), lost }))
  await sql.query(
    `UPDATE "Correction" AS c SET "pieces" = s."pieces", "lost" = s."lost"
     FROM jsonb_to_recordset($1::jsonb) AS s("id" uuid, "pieces" int[], "lost" text)
     WHERE c."id" = s."id" AND (c."pieces", c."lost") IS DISTINCT FROM (s."pieces", s."lost")`,
    [JSON.stringify(rows)],
  )
}

/** Marks the findings of a meeting that corrections settle: those about words that a correction is about, or that one confirms. One statement. */
export async function settleByCorrections(sql: Sql, meetingId: string): Promise<void> {
  await sql.query(
    `UPDATE "Finding" AS f SET "settled" = NOT f."settled" WHERE f."meetingId" = $1
       AND f."code" NOT LIKE 'POSSIBLE\\_SAME\\_%' AND f."code" <> 'CORRECTION_LOST' AND cardinality(f."pieces") > 0
       AND f."settled" <> EXISTS (SELECT FROM "Correction" AS c WHERE c."meetingId" = $1 AND c."undoneAt" IS NULL AND c."lost" IS NULL
         AND c."says" ->> 'code' IS NOT DISTINCT FROM CASE c."kind" WHEN 'RIGHT' THEN f."code" END AND cardinality(c."pieces") > 0 AND c."pieces"[1] < f."pieces"[cardinality(f."pieces")]
         AND f."pieces"[1] < c."pieces"[cardinality(c."pieces")])`,
    [meetingId],
  )
}
