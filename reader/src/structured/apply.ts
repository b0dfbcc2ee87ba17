import type { Finding } from '../findings.js'
import type { MeetingRecord } from '../record.js'
import type { DocumentContext } from './context.js'
import type { FolderFacts } from './folder-facts.js'
import { knownPeople, withFullNames } from './known-people.js'
import { withPosts } from './posts.js'

const withMeeting = (record: MeetingRecord, told: FolderFacts['meeting']): MeetingRecord => {
  if (told === undefined) return record
  const { title: printed, venue, date, dateText } = record.meeting
  const filled = told.title?.replaceAll(/\{(title|date)\}/g, (_, name) =>
    name === 'title' ? printed : (date ?? dateText ?? ''),
  )
  const title = filled?.replace(/\s+/g, ' ').trim() || printed
  return { ...record, meeting: { ...record.meeting, title, venue: venue ?? told.venue ?? null } }
}

/** Adds to a record, as a format has read it, what stands beside the document: names, posts, the meeting's title and place. */
export const applyContext = (
  read: MeetingRecord,
  context: Pick<DocumentContext, 'facts' | 'register'>,
): { record: MeetingRecord; findings: Finding[] } => {
  const record = withMeeting(read, context.facts.meeting)
  const register = context.register(record.meeting.language)
  if (register.size === 0) return { record, findings: [] }
  const known = knownPeople(record, register)
  const named = withFullNames(record, known)
  return { record: withPosts(named.record, known, register), findings: named.findings }
}
