import { nameKey } from '@rapporteur/reader/people/name-keys'
import type { Sql } from '../../database/sql.js'
import type { ChangedNodes } from '../../ingest/write/changed-nodes.js'
import { maskCorrections, maskReading } from './corrections.js'
import { maskKeptThemes, type Reslugged } from './names.js'
import { maskKeptSource, maskLiveSource } from './source.js'
import { type Erasing, maskKept, maskLive, type TextTable, texts } from './texts.js'

/** What the erasure of a name has changed about a meeting. */
export interface ErasedMeeting {
  meetingId: string
  /** The hash of its document before erasure. */
  sha256: string
  /** The meeting and its themes, whose slugs may contain the name; `told` if the title did. */
  slugs: (Reslugged & { slug: string; told: boolean })[]
}

/** Masks a name in everything stored about one meeting, live or retracted. */
export async function eraseFromMeeting(
  sql: Sql,
  erasing: Erasing,
  live: boolean,
  nodes: ChangedNodes,
): Promise<ErasedMeeting> {
  const { meetingId, erase } = erasing
  const meetings = await sql.query<{ id: string; slug: string; title: string }>(
    `SELECT "id", "slug", "title" FROM "Meeting" WHERE "id" = $1
     UNION ALL SELECT "id", "slug", "title" FROM "RetractedMeeting" WHERE "id" = $1`,
    [meetingId],
  )
  const sha256 = live ? await maskLiveSource(sql, erasing) : await maskKeptSource(sql, erasing)
  if (live) await maskTables(sql, erasing, nodes)
  else await maskKept(sql, erasing)
  await maskReading(sql, erasing, live)
  await maskCorrections(sql, erase, meetingId)
  const themes = await sql.query<{ id: string; slug: string; title: string }>(
    `SELECT "id", "slug", "title" FROM "Theme" WHERE "id" IN (SELECT "themeReadId" FROM "ThemeReading" WHERE "meetingId" = $1)
     UNION ALL SELECT "id", "row" ->> 'slug', "row" ->> 'title' FROM "KeptName"
     WHERE "id" IN (SELECT "readId" FROM "KeptReading" WHERE "kind" = 'THEME' AND "meetingId" = $1)`,
    [meetingId],
  )
  await sql.query(
    `UPDATE "Theme" AS t SET "title" = n."title", "sortTitle" = n."sortTitle"
     FROM jsonb_to_recordset($1::jsonb) AS n("id" uuid, "title" text, "sortTitle" text) WHERE t."id" = n."id" AND t."title" <> n."title"`,
    [JSON.stringify(themes.map(({ id, title }) => ({ id, title: erase(title), sortTitle: nameKey(erase(title)) })))],
  )
  await maskKeptThemes(
    sql,
    themes.map(({ id }) => id),
    erase,
  )
  const slugged = (kind: 'MEETING' | 'THEME', row: { id: string; slug: string; title: string }) => {
    const text = erase(row.title)
    return { kind, id: row.id, slug: row.slug, text, told: text !== row.title }
  }
  const slugs = [...meetings.map((row) => slugged('MEETING', row)), ...themes.map((row) => slugged('THEME', row))]
  return { meetingId, sha256, slugs }
}

/** The tables whose keys begin with the id of an outcome. */
const outcomeTables = ['Outcome', 'Decision', 'Motion', 'ActionItem', 'OutcomeParty', 'VoteCount'] as const

/** Masks the meeting's rows, and notes the meeting, and every paragraph and outcome that changed, for the feed. */
async function maskTables(sql: Sql, erasing: Erasing, nodes: ChangedNodes): Promise<void> {
  const { meetingId } = erasing
  const changed = new Map<TextTable, string[]>()
  for (const table of Object.keys(texts) as TextTable[]) changed.set(table, await maskLive(sql, table, erasing))
  const keysOf = (table: TextTable) => changed.get(table) ?? []
  nodes.add('UPDATED', 'MEETING', [meetingId], meetingId)
  nodes.add('UPDATED', 'THEME', keysOf('ThemeReading'), meetingId)
  const outcomes = await sql.query<{ id: string }>(
    `SELECT "id" FROM "Outcome" WHERE "id" = ANY($1::uuid[])
       OR "id" IN (SELECT "voteEventId" FROM "Vote" WHERE "id" = ANY($2::uuid[])) ORDER BY "sortKey"`,
    [outcomeTables.flatMap(keysOf), keysOf('Vote')],
  )
  const outcomeIds = outcomes.map(({ id }) => id)
  const places = await sql.query<{ id: string }>(
    `SELECT "id" FROM "Paragraph" WHERE "id" = ANY($1::uuid[]) OR "id" IN (
       SELECT "paragraphId" FROM "Remark" WHERE "id" = ANY($2::uuid[]) OR "utteranceId" = ANY($3::uuid[])
       UNION SELECT "paragraphId" FROM "Mention" WHERE "id" = ANY($4::uuid[])
       UNION SELECT "paragraphId" FROM "UnattributedPassage" WHERE "id" = ANY($5::uuid[])
       UNION SELECT "paragraphId" FROM "Outcome" WHERE "id" = ANY($6::uuid[])) ORDER BY "sortKey"`,
    [...(['Paragraph', 'Remark', 'Utterance', 'Mention', 'UnattributedPassage'] as const).map(keysOf), outcomeIds],
  )
  nodes.add(
    'UPDATED',
    'PARAGRAPH',
    places.map(({ id }) => id),
    meetingId,
  )
  nodes.add('UPDATED', 'OUTCOME', outcomeIds, meetingId)
}
