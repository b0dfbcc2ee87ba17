import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { type ExportFrame, jsonFrame, ndjsonFrame } from '../ingest/meeting-record/export-file.js'
import { akomaNtosoOf } from './akoma-ntoso.js'
import { actionTable, decisionTable, motionTable, voteEventTable, voteTable } from './csv-outcomes.js'
import { remarkTable } from './csv-remarks.js'
import { csvFormat } from './csv-table.js'
import { markdownOf } from './markdown.js'
import { popoloOf } from './popolo.js'
import { teiOf } from './tei.js'

/** A format in which meetings are exported. */
export interface MeetingFormat {
  /** The extension of its files; by default the format's name. */
  readonly ending?: string
  readonly mediaType: string
  /** Whether an archive can be restored from it; such exports may include retracted meetings. */
  readonly lossless?: boolean
  /** Formats one meeting, as a part of the whole archive if there is a frame. */
  meeting(envelope: MeetingEnvelope): string
  /** The text before and after a single meeting; `tail` is a newline by default. */
  readonly head?: string
  readonly tail?: string
  /** How meetings are combined into one file; undefined if each has its own. */
  readonly frame?: ExportFrame
}

const oneLine = (envelope: MeetingEnvelope) => JSON.stringify(envelope)

/** The export formats, by the name used in `--format` and in URLs. */
export const meetingFormats = {
  json: { lossless: true, mediaType: 'application/json', meeting: oneLine, frame: jsonFrame },
  ndjson: { lossless: true, mediaType: 'application/x-ndjson', meeting: oneLine, frame: ndjsonFrame },
  csv: csvFormat(remarkTable),
  decisions: { ending: 'decisions.csv', ...csvFormat(decisionTable) },
  motions: { ending: 'motions.csv', ...csvFormat(motionTable) },
  'vote-events': { ending: 'vote-events.csv', ...csvFormat(voteEventTable) },
  votes: { ending: 'votes.csv', ...csvFormat(voteTable) },
  'action-items': { ending: 'action-items.csv', ...csvFormat(actionTable) },
  md: { mediaType: 'text/markdown', meeting: markdownOf },
  popolo: { ending: 'popolo.json', mediaType: 'application/json', meeting: popoloOf },
  akn: { ending: 'akn.xml', mediaType: 'application/akn+xml', meeting: akomaNtosoOf },
  tei: { ending: 'tei.xml', mediaType: 'application/tei+xml', meeting: teiOf },
} as const satisfies Record<string, MeetingFormat>

export type MeetingFormatName = keyof typeof meetingFormats

/** One meeting as a complete file. */
export const fileOf = (format: MeetingFormat, envelope: MeetingEnvelope): string =>
  `${format.head ?? ''}${format.meeting(envelope)}${format.tail ?? '\n'}`
