import { type Finding, finding } from '../findings.js'
import type { MeetingRecord } from '../record.js'

/** A finding where a record names people and no words of anybody are found in it: what it says may have been missed. */
export const nobodyHeard = ({ people, remarks }: Pick<MeetingRecord, 'people' | 'remarks'>): Finding[] => {
  if (people.length === 0 || remarks.length > 0) return []
  const named = people.length === 1 ? 'one person' : `${people.length} people`
  return [finding('NO_REMARKS', `The record names ${named}, and nothing is found in it that anybody said.`)]
}
