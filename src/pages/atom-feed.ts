import type { Database } from '../database/database.js'
import { newestChange } from '../feed/kept.js'
import type { ChangeKind, ChangeSubject } from '../generated/prisma/enums.js'
import { permalink } from '../schema/permalink.js'
import { type Html, html, storable } from './html.js'
import { type FeedEntry, loadFeed } from './load-feed.js'
import { type Page, page } from './page.js'

/**
 * The newest changes as an Atom feed (RFC 4287), with one entry for each reading of a record and each curator's act. Cached until
 * something changes.
 *
 * @returns a function that returns the current feed for readers who reach the server at `baseUrl`
 */
export function atomFeed(database: Database): (baseUrl: string) => Promise<Page> {
  let last: { newest: bigint; baseUrl: string; made: Page } | undefined
  return async (baseUrl) => {
    const newest = await newestChange(database.prisma)
    if (last?.newest === newest && last.baseUrl === baseUrl) return last.made
    const made = page('application/atom+xml', document(baseUrl, await loadFeed(database)).markup)
    last = { newest, baseUrl, made }
    return made
  }
}

const never = '1970-01-01T00:00:00Z'

const document = (baseUrl: string, entries: readonly FeedEntry[]): Html => html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${baseUrl}/feed.xml</id>
<title>Changes of the archive</title>
<updated>${entries[0]?.at ?? never}</updated>
<author><name>Rapporteur</name></author>
<link rel="self" type="application/atom+xml" href="${baseUrl}/feed.xml"/>
<link rel="alternate" type="text/html" href="${baseUrl}/"/>
${entries.map((entry) => element(baseUrl, entry))}</feed>
`

const element = (baseUrl: string, entry: FeedEntry): Html => html`<entry>
<id>urn:uuid:${entry.id}</id>
<title>${storable(`${verbs[entry.kind]}: ${entry.name ?? nouns[entry.subjectKind]}`)}</title>
<updated>${entry.at}</updated>
${entry.slug === null ? null : html`<link rel="alternate" type="text/html" href="${permalink(baseUrl, entry.slug)}"/>\n`}<content type="text">${storable(content(entry))}</content>
</entry>
`

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
