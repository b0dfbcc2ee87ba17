import { fold } from '../names.js'
import { freshKey } from '../people/fresh-key.js'
import type { MeetingRecord } from '../record.js'
import { registered } from './affiliations.js'
import type { RegisterMatch } from './known-people.js'
import type { Register } from './register.js'

type Affiliation = MeetingRecord['affiliations'][number]

const idOf = ({ person, organization, title, from, to }: Omit<Affiliation, 'position'>): string =>
  JSON.stringify([person, organization, fold(title ?? ''), from, to])

/** The bodies of a record, and those that registers add to them. */
const bodiesOf = (rows: MeetingRecord['organizations'], register: Register) => {
  const organizations = [...rows]
  const keys = new Map<string, string>()
  for (const { key, name, aliases } of rows)
    for (const form of [...aliases, name]) if (!keys.has(fold(form))) keys.set(fold(form), key)
  const keyOf = (reference: string): string | null => {
    const entry = register.get(reference)
    if (!entry) return null
    const known = keys.get(fold(entry.name))
    if (known !== undefined) return known
    const key = freshKey(entry.name, new Set(organizations.map((row) => row.key)), 'organization')
    const aliases = entry.aliases.filter((alias) => fold(alias) !== fold(entry.name))
    organizations.push({ key, name: entry.name, aliases: [...new Set(aliases)], parent: null })
    keys.set(fold(entry.name), key)
    return key
  }
  return { organizations, keyOf }
}

/** Adds what registers beside a record state of the people in it, behind what the record itself states. */
export const withPosts = (
  record: MeetingRecord,
  known: ReadonlyMap<string, RegisterMatch>,
  register: Register,
): MeetingRecord => {
  const { organizations, keyOf } = bodiesOf(record.organizations, register)
  const affiliations = [...record.affiliations]
  const stated = new Set(affiliations.map(idOf))
  for (const [person, { entry }] of known) {
    for (const post of entry.posts) {
      const organization = post.organization === null ? null : keyOf(post.organization)
      if (organization === null && post.title === null) continue
      const days = registered(post, record.meeting.date)
      const row = { person, attendance: null, organization, title: post.title, pieces: [], ...days }
      if (stated.has(idOf(row))) continue
      stated.add(idOf(row))
      affiliations.push({ position: affiliations.length + 1, ...row })
    }
  }
  return { ...record, organizations, affiliations }
}
