import type { MeetingRecord } from '../record.js'

type Affiliation = MeetingRecord['affiliations'][number]

/** What a record says of somebody in passing, outside of a list of those present: a body, a title, or both, as of the meeting. */
export const statedAffiliation = ({
  position,
  person,
  organization,
  title,
  pieces,
}: Pick<Affiliation, 'position' | 'person' | 'organization' | 'title' | 'pieces'>): Affiliation => ({
  position,
  person,
  attendance: null,
  organization,
  title,
  status: 'CURRENT',
  note: null,
  from: null,
  to: null,
  pieces,
})
