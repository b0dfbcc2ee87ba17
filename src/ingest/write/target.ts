import type { Sql } from '../../database/sql.js'
import type { MeetingRecord } from '../record.js'
import { isKnownReading, isSameReading, type ReadingOptions, type SourceFacts } from './document.js'
import {
  findByContent,
  findByNameOrBytes,
  findDocument,
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

/** The meeting that was named, else the one whose bytes these are, else the one that agrees in series, title and date. */
export async function findTarget(
  sql: Sql,
  source: SourceFacts,
  record: MeetingRecord,
  asked: TargetOptions,
): Promise<Target> {
  const document = await findDocument(sql, source.sha256)
  const known = await findByNameOrBytes(sql, asked.meeting, document)
  const { series, options } = await seriesAndOptions(sql, known, asked)
  const isUnchanged = known !== undefined && known.sourceId === document?.id && isSameReading(document, source, options)
  const { same, alike } = known
    ? { same: known, alike: [] }
    : await findByContent(sql, series?.id ?? null, record.meeting)
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

/** The series that was asked for, else the one that a known meeting stays in; and all that was asked for, as it is stored. */
async function seriesAndOptions(sql: Sql, known: StoredMeeting | undefined, asked: TargetOptions) {
  const stays = async () => (known?.seriesId ? await seriesById(sql, known.seriesId) : null)
  const series = asked.series ? await findSeries(sql, asked.series) : await stays()
  return { series, options: series ? { ...asked.options, series: series.title } : asked.options }
}
