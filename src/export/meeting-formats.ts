import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { type ExportFrame, jsonFrame, ndjsonFrame } from '../ingest/meeting-record/export-file.js'
import { akomaNtosoOf } from './akoma-ntoso.js'
import { csvHead, csvLines } from './csv.js'
import { markdownOf } from './markdown.js'
import { popoloOf } from './popolo.js'
import { teiOf } from './tei.js'

/** A form in which a meeting is given out. */
export interface MeetingFormat {
  /** Of the names of its files; that of the format, if left out. */
  readonly ending?: string
  readonly mediaType: string
  /** Whether an archive can be restored from it, so that it may hold what was taken out. */
  readonly lossless?: boolean
  /** One meeting; in the form of an archive where there is a frame. */
  meeting(envelope: MeetingEnvelope): string
  /** Around one meeting by itself; a line end behind it, if left out. */
  readonly head?: string
  readonly tail?: string
  /** How the meetings of an archive go together; none where each is a file of its own. */
  readonly frame?: ExportFrame
}

const oneLine = (envelope: MeetingEnvelope) => JSON.stringify(envelope)

const csvFrame: ExportFrame = {
  head: csvHead,
  separator: '',
  end: () => '\r\n',
}

const csv = (envelope: MeetingEnvelope) => {
  const lines = csvLines(envelope)
  return lines === '' ? '' : `\r\n${lines}`
}

/** By the names with which they are asked for. */
export const meetingFormats = {
  json: { lossless: true, mediaType: 'application/json', meeting: oneLine, frame: jsonFrame },
  ndjson: { lossless: true, mediaType: 'application/x-ndjson', meeting: oneLine, frame: ndjsonFrame },
  csv: { mediaType: 'text/csv', meeting: csv, head: csvHead, tail: '\r\n', frame: csvFrame },
  md: { mediaType: 'text/markdown', meeting: markdownOf },
  popolo: { ending: 'popolo.json', mediaType: 'application/json', meeting: popoloOf },
  akn: { ending: 'akn.xml', mediaType: 'application/akn+xml', meeting: akomaNtosoOf },
  tei: { ending: 'tei.xml', mediaType: 'application/tei+xml', meeting: teiOf },
} as const satisfies Record<string, MeetingFormat>

export type MeetingFormatName = keyof typeof meetingFormats

/** One meeting as a file of its own. */
export const fileOf = (format: MeetingFormat, envelope: MeetingEnvelope): string =>
  `${format.head ?? ''}${format.meeting(envelope)}${format.tail ?? '\n'}`
