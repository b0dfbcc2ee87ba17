import type { Sql } from '../../database/sql.js'
import { type NewChange, recordChanges } from '../../feed/record-changes.js'
import { required } from '../../ingest/required.js'
import { ChangedNodes } from '../../ingest/write/changed-nodes.js'
import { storedAsRead } from '../../ingest/write/corrections.js'
import { IngestConflictError } from '../../ingest/write/errors.js'
import { findById, findMeetingsAlike, type StoredDocument } from '../../ingest/write/find-meeting.js'
import { seriesById } from '../../ingest/write/series.js'
import type { Target } from '../../ingest/write/target.js'
import { writeRecordOf } from '../../ingest/write/write-record.js'
import { ConflictingActError } from '../errors.js'

/**
 * Writes the rows of a meeting anew: its record as it was read, with the corrections that are now in force. The act comes first in
 * the feed, followed by all nodes that changed.
 *
 * @throws ConflictingActError where the rows would name somebody who was erased
 */
export async function rewriteMeeting(sql: Sql, meetingId: string, act: NewChange, by: string): Promise<void> {
  const asRead = required(await storedAsRead(sql, meetingId), `reading of the meeting ${meetingId}`)
  const meeting = required(await findById(sql, meetingId), `meeting ${meetingId}`)
  const [document] = await sql.query<StoredDocument & { text: string }>(
    'SELECT "id", "text" FROM "SourceDocument" WHERE "id" = $1',
    [meeting.sourceId],
  )
  const source = required(document, `document of the meeting ${meetingId}`)
  const target: Target = {
    document: source,
    meeting,
    series: meeting.seriesId ? await seriesById(sql, meeting.seriesId) : null,
    alike: await findMeetingsAlike(sql, meetingId),
    options: {},
    isUnchanged: false,
  }
  const nodes = new ChangedNodes()
  try {
    await writeRecordOf(sql, target, asRead, source.text, nodes)
  } catch (error) {
    throw error instanceof IngestConflictError ? new ConflictingActError(error.message) : error
  }
  await recordChanges(sql, [act, ...nodes.list().filter(({ subjectId }) => subjectId !== act.subjectId)], by)
}
