import type { MeetingRecord } from '../record.js'

/** The remarks, utterances and passages of a record, as they are found. */
export interface Spoken {
  readonly utterances: MeetingRecord['utterances']
  readonly remarks: MeetingRecord['remarks']
  readonly unattributed: MeetingRecord['unattributed']
}

export const nothingSpoken = (): Spoken => ({ utterances: [], remarks: [], unattributed: [] })
