import type { ArchiveExport } from './export-meetings.js'
import type { MeetingFormat } from './meeting-formats.js'

/** A format in which all meetings go into one file. */
export type ArchiveFormat = MeetingFormat & Required<Pick<MeetingFormat, 'frame'>>

/** All meetings in one format, as pieces of text. Holds one meeting in memory at a time. */
export async function* streamed(
  { meeting, frame }: ArchiveFormat,
  { states, meetings: envelopes, removed }: ArchiveExport,
): AsyncGenerator<string> {
  yield frame.head(states)
  let meetings = 0
  for await (const envelope of envelopes) {
    if (meetings++ > 0) yield frame.separator
    yield meeting(envelope)
  }
  yield frame.end(meetings, removed?.())
}
