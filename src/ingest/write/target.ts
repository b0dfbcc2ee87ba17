import type { MeetingRecord } from '@rapporteur/reader/record'
import type { Sql } from '../../database/sql.js'
import type { ArchivePart } from '../meeting-record/envelope.js'
import { isKnownReading, isSameReading, type ReadingOptions, type SourceFacts } from './document.js'
import { refuseErasedFile } from './erased.js'
import {
  findByContent,
  findById,
  findByNameOrBytes,
  findDocument,
  refuseCopyOfRetracted,
  refuseRetracted,
  type StoredDocument,
  type StoredMeeting,
} from './find-meeting.js'
import { findSeries, type Series, seriesById } from './series.js'

export interface TargetOptions {
  /** Slug of the meeting that this is a record of. */
  meeting?: string | undefined
  /** Title or slug of the series; where it is left out, a known meeting stays in its own. */
  series?: string | undefined
  /** What else was asked for that the reading depends on. */
  options: ReadingOptions
}

/** Where a reading belongs. */
export interface Target {
  document: StoredDocument | undefined
  meeting: StoredMeeting | undefined
  series: Series | null
  /** Other meetings that look like this one. */
  alike: StoredMeeting[]
  /** All that was asked for beside the bytes, as it is stored with the document. */
  options: ReadingOptions
  /** Reading again would change nothing. */
  isUnchanged: boolean
}

/**
 * The meeting that was named, else the one whose bytes these are, else the one that agrees in series, title and date, or, without a series, in title, date and file name. Of an
 * export, `given` is what its archive had given: its meeting is the one with the same id, whatever it looks like.
 */
export async function findTarget(
  sql: Sql,
  source: SourceFacts,
  record: MeetingRecord,
  asked: TargetOptions,
  given?: ArchivePart,
): Promise<Target> {
  await refuseErasedFile(sql, source.sha256)
  await refuseRetracted(sql, source.sha256, asked.meeting, given?.meeting.id)
  const document = await findDocument(sql, source.sha256)
  const known =
    (await findByNameOrBytes(sql, asked.meeting, document)) ?? (given && (await findById(sql, given.meeting.id)))
  const first = await seriesAndOptions(sql, known, asked, given)
  const seriesId = first.series?.id ?? null
  const isUnchanged =
    known !== undefined && known.sourceId === document?.id && isSameReading(document, source, first.options)
  const { same, alike } =
    known || given ? { same: known, alike: [] } : await findByContent(sql, seriesId, record.meeting, source.fileName)
  if (!same && !given) await refuseCopyOfRetracted(sql, seriesId, record.meeting)
  // A corrected copy that names no series stays in its meeting's.
  const { series, options } = same && !known ? await seriesAndOptions(sql, same, asked, given) : first
  return { document, meeting: same, series, alike, options, isUnchanged }
}

/**
 * The meeting whose document this is, where reading it again would give what is stored, as far as can be told without reading.
 * Undefined where it has to be read.
 *
 * @throws IngestConflictError as `findTarget` does
 */
export async function findKnownReading(
  sql: Sql,
  source: Pick<SourceFacts, 'sha256' | 'mediaType' | 'parser'>,
  asked: TargetOptions,
): Promise<{ meeting: StoredMeeting; document: StoredDocument } | undefined> {
  const document = await findDocument(sql, source.sha256)
  if (document?.parser !== source.parser) return undefined
  const meeting = await findByNameOrBytes(sql, asked.meeting, document)
  if (meeting?.sourceId !== document.id) return undefined
  const { options } = await seriesAndOptions(sql, meeting, asked)
  return isKnownReading(document, source, options) ? { meeting, document } : undefined
}

/** The series that was asked for, else the one that a known meeting stays in, or comes back to; and all that was asked for, as it is stored. */
async function seriesAndOptions(sql: Sql, known: StoredMeeting | undefined, asked: TargetOptions, given?: ArchivePart) {
  const stays = async () => (known?.seriesId ? await seriesById(sql, known.seriesId) : null)
  const comesBack = async () => {
    const restored = given?.series.find(({ id }) => id === given.meeting.series)
    return restored ? ((await seriesById(sql, restored.id)) ?? { ...restored, isNew: true }) : null
  }
  const series: Series | null = asked.series
    ? await findSeries(sql, asked.series)
    : await (known ? stays() : comesBack())
  return { series, options: series ? { ...asked.options, series: series.title } : asked.options }
}
