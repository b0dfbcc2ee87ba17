import type { Block } from '../outline/outline.js'
import { outlineOf } from '../outline/outline-of.js'
import { type ListedPerson, personOfEntry } from '../present/entry.js'
import { readTable } from '../present/table.js'
import type { SourceText } from '../source.js'
import { bodiesOf, type Entry, nameId, personEntry, postOf } from './register.js'

/** With fewer who have initials it is a list of those present in a short note. */
const fewest = 3
/** How much of a list is entries; the rest may introduce it. */
const most = 0.8

const noLabel = { mode: 'UNKNOWN', body: null, role: null } as const

/** Those whom tables of people list, and how many of the rows do. */
const inTables = (rows: readonly Block[]): { people: ListedPerson[]; read: number } => {
  const tables = [...new Set(rows.map(({ table }) => table))].flatMap(
    (number) =>
      readTable(
        rows.filter(({ table }) => table === number),
        'list',
        noLabel,
        false,
      ) ?? [],
  )
  return {
    people: tables.flatMap(({ listed }) =>
      listed.map(({ person, body }) => ({ ...person, ...(body === null || person.body ? {} : { body }) })),
    ),
    read: tables.reduce((sum, { taken }) => sum + taken.length, 0),
  }
}

/** "Ada Roe (AR)", and no sentence. */
const inLine = ({ flow: { text } }: Block): ListedPerson[] => {
  const isEntry = text.length <= 300 && !/[.!?]$/.test(text)
  const person = isEntry ? personOfEntry(text, { single: false }) : null
  return person === null ? [] : [person]
}

/**
 * The people of a list of delegates and their bodies: a table with names and initials, or lines "Ada Roe (AR)". Null for a document
 * that is anything besides.
 */
export const delegatesIn = (source: SourceText): Entry[] | null => {
  const blocks = outlineOf(source).blocks.filter(({ kind }) => kind !== 'heading')
  const tables = inTables(blocks.filter(({ kind }) => kind === 'row'))
  const lines = blocks.filter(({ kind }) => kind !== 'row').flatMap(inLine)
  const people = [...tables.people, ...lines]
  const abbreviated = people.filter(({ short }) => short.length > 0).length
  const read = tables.read + lines.length
  if (abbreviated < fewest || abbreviated < most * people.length || read < most * blocks.length) return null
  return people.flatMap(({ name, short, posts, body }) => {
    const whole = posts.length > 0 || body === undefined ? posts : [{ title: null, body }]
    const stated = whole.map((post) => ({ title: post.title, organization: post.body ?? body }))
    return [{ ...personEntry(nameId(name), name, stated.map(postOf)), abbreviations: short }, ...bodiesOf(stated)]
  })
}
