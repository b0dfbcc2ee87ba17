import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import type { MeetingFormat } from './meeting-formats.js'

/** A form in which all meetings go together. */
export type ArchiveFormat = MeetingFormat & Required<Pick<MeetingFormat, 'frame'>>

/** All meetings in one form, as pieces of a text. One meeting is in memory at a time. */
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
