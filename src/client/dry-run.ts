import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { type OutcomeRead, outcomesRead } from './outcomes-read.js'
import { type PersonRead, peopleRead } from './people-read.js'
import { type ComparedRecord, differenceOf, type RecordDifference } from './record-difference.js'
import { type RemarkRead, remarksRead } from './remarks-read.js'

/** What a dry run tells of a record. */
export interface DryRun {
  readonly heading: {
    readonly title: string
    readonly date: string | null
    /** The series that was named, else that of the known meeting. */
    readonly series: string | null
  }
  /** The people that the record names, as read. */
  readonly names: readonly PersonRead[]
  /** Who said what, as read. */
  readonly said: readonly RemarkRead[]
  /** What was decided, as read. */
  readonly decided: readonly OutcomeRead[]
  /** How it differs from what the archive has; null for a meeting that is new. */
  readonly difference: (RecordDifference & { readonly meeting: string }) | null
}

/** Compares a record with the meeting of the archive that it would update, if there is one. */
export function dryRunOf(
  record: ComparedRecord,
  known: MeetingEnvelope | undefined,
  askedSeries: string | undefined,
): DryRun {
  const own = known?.archive?.series.find(({ id }) => id === known.archive?.meeting.series)
  const series = askedSeries === undefined || askedSeries === own?.slug ? own?.title : askedSeries
  const slug = known?.archive?.meeting.slug
  return {
    heading: { title: record.meeting.title, date: record.meeting.date, series: series ?? null },
    names: peopleRead(record),
    said: remarksRead(record),
    decided: outcomesRead(record),
    difference: known && slug !== undefined ? { meeting: slug, ...differenceOf(known.record, record) } : null,
  }
}
