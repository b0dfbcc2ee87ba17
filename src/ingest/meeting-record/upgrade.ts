import { noOutcomes } from '@rapporteur/reader/record'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** A MeetingRecord of version 1, which had no outcomes, as one of version 2; any other value as it is. */
export const upgradedRecord = (value: unknown): unknown =>
  isRecord(value) && value.version === 1 ? { ...noOutcomes, ...value, version: 2 } : value

/** The same for the record in the export of a meeting. */
export const upgradedEnvelope = (value: unknown): unknown =>
  isRecord(value) && 'record' in value ? { ...value, record: upgradedRecord(value.record) } : value
