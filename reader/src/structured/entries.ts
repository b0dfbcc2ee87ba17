import type { Delegate } from './delegates.js'
import type { FolderFacts } from './folder-facts.js'
import { type Entry, nameId, personEntry, plainEntry, type RegisteredPost } from './register.js'

const bodiesOf = (posts: readonly { organization?: string | null | undefined }[]): Entry[] =>
  posts.flatMap(({ organization }) =>
    organization ? [plainEntry(nameId(organization), 'organization', organization)] : [],
  )

type Stated = { [Key in 'title' | 'organization' | 'from' | 'to' | 'note']?: string | null | undefined }

const postOf = ({ title, organization, from, to, note }: Stated): RegisteredPost => ({
  title: title ?? null,
  organization: organization ? nameId(organization) : null,
  from: from ?? null,
  to: to ?? null,
  note: note ?? null,
  pieces: [],
})

/** The people of a `rapporteur.json`, and their bodies. */
export const entriesOfFacts = ({ abbreviations = {}, people = [] }: FolderFacts): Entry[] => [
  ...people.flatMap(({ name, id = nameId(name), abbreviations: initials = [], affiliations = [] }) => [
    { ...personEntry(id, name, affiliations.map(postOf)), abbreviations: initials },
    ...bodiesOf(affiliations),
  ]),
  ...Object.entries(abbreviations).map(([initials, name]) => ({
    ...personEntry(nameId(name), name, []),
    abbreviations: [initials],
  })),
]

/** The people of a list of delegates, and their bodies. */
export const entriesOfDelegates = (delegates: readonly Delegate[]): Entry[] =>
  delegates.flatMap((delegate) => {
    const { name, abbreviation, organization, title } = delegate
    const posts = organization !== null || title !== null ? [postOf(delegate)] : []
    const initials = abbreviation === null ? [] : [abbreviation]
    return [{ ...personEntry(nameId(name), name, posts), abbreviations: initials }, ...bodiesOf([delegate])]
  })
