import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import type { MeetingFormat } from './meeting-formats.js'

/** A format in which all meetings go into one file. */
export type ArchiveFormat = MeetingFormat & Required<Pick<MeetingFormat, 'frame'>>

/** All meetings in one format, as pieces of text. Holds one meeting in memory at a time. */
export async function* streamed(
  { meeting, frame }: ArchiveFormat,
  envelopes: AsyncIterable<MeetingEnvelope>,
): AsyncGenerator<string> {
  yield frame.head
  let meetings = 0
  for await (const envelope of envelopes) {
    if (meetings++ > 0) yield frame.separator
    yield meeting(envelope)
  }
  yield frame.end(meetings)
}
