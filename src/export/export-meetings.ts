import type { Database, Rows } from '../database/database.js'
import { isUsableText } from '../database/usable-text.js'
import { keptBehind, newestChange } from '../feed/kept.js'
import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import type { ExportHead } from '../ingest/meeting-record/export-file.js'
import { archiveLeftovers } from './archive-leftovers.js'
import { changedMeetings } from './changed-meetings.js'
import { type ArchiveLeftovers, envelopeOfRows } from './envelope-of-rows.js'
import { meetingRows } from './meeting-rows.js'

type ReadableDatabase = Pick<Database, 'rows' | 'prisma'>

/** The export of one meeting; undefined if no meeting has, or had, this slug. */
export async function exportMeeting(
  { rows, prisma }: ReadableDatabase,
  slug: string,
): Promise<MeetingEnvelope | undefined> {
  const found = await prisma.slug.findUnique({
    where: { kind_text: { kind: 'MEETING', text: slug } },
    select: { meetingId: true },
  })
  const stored = found?.meetingId ? await meetingRows(rows, found.meetingId) : undefined
  return stored && envelopeOfRows(stored)
}

/** How many meeting ids are read at once. */
const PAGE_SIZE = 200

/** What an export of several meetings contains. */
export interface ExportChoice {
  /**
   * Includes retracted meetings and hidden data that curators' acts need: everything required to move an archive. Must not be
   * available to everybody.
   */
  everything?: boolean | undefined
  /** The slug of a series: only its meetings. */
  series?: string | undefined
  /** The slug of a meeting: only this one. */
  meeting?: string | undefined
  /** A position of the feed: only meetings that changed after it. */
  since?: string | undefined
}

/** An export of several meetings while it is being read. */
export interface ArchiveExport {
  states: ExportHead
  /** Can be read once. */
  meetings: AsyncIterable<MeetingEnvelope>
  /**
   * Of an export of what changed: the ids of meetings that changed and are not, or no longer, among those exported. Complete once
   * these have been read.
   */
  removed?: (() => string[]) | undefined
}

/** There is no such series or meeting, or the position is none of the feed's. */
export class ExportChoiceError extends Error {
  override readonly name = 'ExportChoiceError'
  constructor(
    message: string,
    readonly code: 'NOT_FOUND' | 'BAD_REQUEST' | 'CURSOR_EXPIRED',
  ) {
    super(message)
  }
}

/** @throws ExportChoiceError */
export async function exportArchive(database: ReadableDatabase, choice: ExportChoice): Promise<ArchiveExport> {
  const { rows, prisma } = database
  const { everything, since } = choice
  // Read first: what is committed meanwhile comes again after this position.
  const newest = await newestChange(prisma)
  const states = { position: String(newest), since }
  const among = await rowsChosen(database, choice)
  if (since === undefined && !among) return { states, meetings: exportMeetings(database, { everything }) }
  const changed = since === undefined ? undefined : await changedMeetings(rows, await sinceOf(prisma, since), newest)
  const left = new Set(changed)
  async function* read() {
    for await (const envelope of exportMeetings(database, { everything, changed, among })) {
      if (envelope.archive) left.delete(envelope.archive.meeting.id)
      yield envelope
    }
  }
  return { states, meetings: read(), removed: changed && (() => [...left]) }
}

/** The position that is asked for. @throws ExportChoiceError */
async function sinceOf(prisma: ReadableDatabase['prisma'], since: string): Promise<bigint> {
  if (!/^\d{1,18}$/.test(since))
    throw new ExportChoiceError(
      `${JSON.stringify(since)} is no position of the feed. Give the "position" of an export, or the "sequence" of a change.`,
      'BAD_REQUEST',
    )
  if (await keptBehind(prisma, { sequence: BigInt(since) })) return BigInt(since)
  throw new ExportChoiceError(
    `The feed no longer holds everything after ${since}. Export the whole archive, and go on from its position.`,
    'CURSOR_EXPIRED',
  )
}

/** SQL: the condition on meetings that are chosen by a series or a meeting; undefined without a choice. @throws ExportChoiceError */
async function rowsChosen({ prisma }: ReadableDatabase, { series, meeting }: ExportChoice): Promise<Among | undefined> {
  const idOf = async (kind: 'SERIES' | 'MEETING', text: string | undefined) => {
    if (text === undefined) return null
    const found = isUsableText(text) ? await prisma.slug.findUnique({ where: { kind_text: { kind, text } } }) : null
    if (found) return found.ownerId
    throw new ExportChoiceError(`There is no ${kind.toLowerCase()} ${JSON.stringify(text)} here.`, 'NOT_FOUND')
  }
  if (series === undefined && meeting === undefined) return undefined
  return { seriesId: await idOf('SERIES', series), meetingId: await idOf('MEETING', meeting) }
}

/** The ids that meetings are chosen by; null for any. */
interface Among {
  seriesId: string | null
  meetingId: string | null
}

interface MeetingChoice {
  everything?: boolean | undefined
  /** Only these ids. */
  changed?: readonly string[] | undefined
  among?: Among | undefined
}

/**
 * The exports of meetings, in the order in which they were ingested; ingested in that order, meetings of the same day keep their
 * order. Holds one meeting in memory at a time. Each meeting is a consistent snapshot; meetings ingested meanwhile come at the end.
 * Acts on rows that are in no meeting are in the first one, if all are exported.
 */
export async function* exportMeetings(
  { rows }: Pick<ReadableDatabase, 'rows'>,
  choice: MeetingChoice = {},
): AsyncGenerator<MeetingEnvelope> {
  const { everything = false, changed, among } = choice
  let gone: ArchiveLeftovers | undefined = changed || among ? undefined : await archiveLeftovers({ rows }, everything)
  for (let after = 0; ; ) {
    const meetings = await meetingsAfter(rows, after, choice)
    for (const { id } of meetings) {
      const stored =
        (await meetingRows(rows, id)) ?? (everything ? await meetingRows(rows, id, { retracted: true }) : undefined)
      if (!stored) continue // removed meanwhile
      yield envelopeOfRows(stored, { gone, everything })
      gone = undefined
    }
    const last = meetings.at(-1)
    if (!last) return
    after = last.sequence
  }
}

/** A page of meetings, in the order in which they were ingested. */
async function meetingsAfter(
  rows: Rows,
  after: number,
  { everything, changed, among }: MeetingChoice,
): Promise<{ id: string; sequence: number }[]> {
  const live = 'SELECT "id", "sequence", "seriesId" FROM "Meeting"'
  const retracted = `SELECT "meetingId", ("row" ->> 'sequence')::int, ("row" ->> 'seriesId')::uuid FROM "RetractedRow" WHERE "table" = 'Meeting'`
  const all = everything ? `${live} UNION ALL ${retracted}` : live
  const text = `SELECT "id"::text, "sequence" FROM (${all}) AS m WHERE "sequence" > $1
    AND ($2::uuid[] IS NULL OR "id" = ANY($2)) AND ($3::uuid IS NULL OR "seriesId" = $3) AND ($4::uuid IS NULL OR "id" = $4)
    ORDER BY "sequence" LIMIT ${PAGE_SIZE}`
  const values = [after, changed ?? null, among?.seriesId ?? null, among?.meetingId ?? null]
  const found = await rows({ name: undefined, text, values })
  return found.map(([id, sequence]) => ({ id: String(id), sequence: Number(sequence) }))
}
