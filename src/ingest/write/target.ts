import type { Sql } from '../../database/sql.js'
import type { MeetingRecord } from '../record.js'
import { isSameReading, type ReadingOptions, type SourceFacts } from './document.js'
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
  const series = asked.series
    ? await findSeries(sql, asked.series)
    : known?.seriesId
      ? await seriesById(sql, known.seriesId)
      : null
  const options = series ? { ...asked.options, series: series.title } : asked.options
  const isUnchanged = known !== undefined && known.sourceId === document?.id && isSameReading(document, source, options)
  const { same, alike } = known
    ? { same: known, alike: [] }
    : await findByContent(sql, series?.id ?? null, record.meeting)
  return { document, meeting: same, series, alike, options, isUnchanged }
}
