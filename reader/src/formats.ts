/** Our own JSON, which is read as it stands. */
export const meetingRecordFormat = 'meeting-record'

/** The kinds of records, by the names that `format` takes. */
export const formatNames: readonly string[] = [
  'labelled',
  'summary',
  'prose',
  'plain',
  'akoma-ntoso',
  'parlamint',
  meetingRecordFormat,
]
