import type { CorrectionOf } from './correction.js'
import type { Draft } from './draft.js'
import { InapplicableCorrection } from './refused.js'

/** Says what the meeting was called, when and where it was held. What is left out stays as it was read. */
export const applyMeeting = ({ record }: Draft, { facts }: CorrectionOf<'MEETING'>): void => {
  const meeting = { ...record.meeting, ...facts }
  if (facts.date !== undefined) meeting.dateCertainty = facts.date === null ? 'UNKNOWN' : 'EXACT'
  if (meeting.date === null && facts.date === null) meeting.endDate = null
  if (meeting.endDate !== null && (meeting.date === null || meeting.endDate < meeting.date))
    throw new InapplicableCorrection('A meeting ends on the day that it begins, or later.')
  record.meeting = meeting
}
