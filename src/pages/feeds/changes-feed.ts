import type { Database } from '../../database/database.js'
import { newestChange } from '../../feed/kept.js'
import type { ChangeKind, ChangeSubject } from '../../generated/prisma/enums.js'
import { permalink } from '../../schema/permalink.js'
import type { Page } from '../page.js'
import { type AtomEntry, atomPage } from './atom.js'
import { type FeedEntry, loadChanges } from './load-changes.js'

/**
 * The newest changes as an Atom feed (RFC 4287), with one entry for each reading of a record and each curator's act. Cached until
 * something changes.
 *
 * @returns a function that returns the current feed for readers who reach the server at `baseUrl`
 */
export function changesFeed(database: Database): (baseUrl: string) => Promise<Page> {
  let last: { newest: bigint; baseUrl: string; made: Page } | undefined
  return async (baseUrl) => {
    const newest = await newestChange(database.prisma)
    if (last?.newest === newest && last.baseUrl === baseUrl) return last.made
    const entries = await loadChanges(database)
    const made = atomPage({
      self: `${baseUrl}/feed.xml`,
      alternate: `${baseUrl}/`,
      title: 'Changes of the archive',
      entries: entries.map((entry) => entryOf(baseUrl, entry)),
    })
    last = { newest, baseUrl, made }
    return made
  }
}

const entryOf = (baseUrl: string, entry: FeedEntry): AtomEntry => ({
  id: `urn:uuid:${entry.id}`,
  title: `${verbs[entry.kind]}: ${entry.name ?? nouns[entry.subjectKind]}`,
  updated: entry.at,
  address: entry.slug === null ? null : permalink(baseUrl, entry.slug),
  text: content(entry),
})

const verbs: Record<ChangeKind, string> = {
  CREATED: 'New',
  UPDATED: 'Changed',
  REMOVED: 'Removed',
  MERGED: 'Merged',
  UNMERGED: 'Merge taken back',
  RENAMED: 'Renamed',
  RETRACTED: 'Retracted',
  RESTORED: 'Restored',
  ERASED: 'Erased',
  CORRECTED: 'Corrected',
  UNCORRECTED: 'Correction taken back',
}

const nouns: Record<ChangeSubject, string> = {
  MEETING: 'a meeting',
  PARAGRAPH: 'a paragraph',
  PERSON: 'a person',
  ORGANIZATION: 'an organization',
  THEME: 'a theme',
  OUTCOME: 'an outcome',
}

function content({ reason, by, paragraphs, outcomes, people, organizations, themes }: FeedEntry): string {
  const counts = [
    counted(paragraphs, 'paragraph', 'paragraphs'),
    counted(outcomes, 'outcome', 'outcomes'),
    counted(people, 'person', 'people'),
    counted(organizations, 'organization', 'organizations'),
    counted(themes, 'theme', 'themes'),
  ].filter((count) => count !== null)
  const sentences = [reason, by && `By ${by}.`, counts.length > 0 ? `With changes of ${counts.join(', ')}.` : null]
  return sentences.filter(Boolean).join(' ') || 'The record itself.'
}

const counted = (count: number, one: string, more: string) =>
  count === 0 ? null : `${count} ${count === 1 ? one : more}`
