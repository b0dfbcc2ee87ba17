import { looseKey, nameKey } from '@rapporteur/reader/people/name-keys'
import type { MeetingRecord } from '@rapporteur/reader/record'
import { slugText } from '@rapporteur/reader/slug'
import { newId } from '../../database/uuid.js'
import { required } from '../required.js'
import { type BothIds, bothIdsOf } from './row-context.js'
import type { SlugWish } from './slugs.js'
import type { StoredReading } from './stored.js'
import type { RowOf } from './tables.js'

/** Which rows the keys of a record stand for; a key without one stands for a row that is new. */
export interface KnownRows {
  ids: Map<string, string>
  /** As merged, for each id. */
  roots: Map<string, string>
  /** Those that no record in force named before, brought back for this one. */
  revived: string[]
}

/** Ids of the people, organizations and themes of a record; those that are not known get new ones. */
export interface NamedIds {
  people: BothIds
  organizations: BothIds
  themes: BothIds
  /** Which of the ids as read are new. */
  isNew: ReadonlySet<string>
}

export function namedIds(
  record: MeetingRecord,
  known: Record<'people' | 'organizations' | 'themes', KnownRows>,
): NamedIds {
  const isNew = new Set<string>()
  const bothIds = (
    what: string,
    keys: readonly string[],
    { ids, roots }: KnownRows,
    sameAs: (i: number) => unknown,
  ) => {
    const fresh = new Map<unknown, string>() // two keys of one name are one row
    const read = keys.map((key, i): [string, string] => {
      const id = ids.get(key) ?? fresh.get(sameAs(i)) ?? newId()
      if (!ids.has(key)) fresh.set(sameAs(i), id)
      return [key, id]
    })
    for (const id of fresh.values()) isNew.add(id)
    return bothIdsOf(what, read, roots)
  }
  const keys = (rows: readonly { key: string }[]) => rows.map(({ key }) => key)
  const { people, organizations, themes } = record
  return {
    people: bothIds('person', keys(people), known.people, (i) => i),
    organizations: bothIds('organization', keys(organizations), known.organizations, (i) =>
      nameKey(required(organizations[i], 'body of the record').name),
    ),
    themes: bothIds('theme', keys(themes), known.themes, (i) =>
      nameKey(required(themes[i], 'theme of the record').title),
    ),
    isNew,
  }
}

/** What new people, organizations and themes would like to be called in addresses. */
export function slugWishes(record: MeetingRecord, ids: NamedIds): SlugWish[] {
  const wishes: SlugWish[] = [
    ...record.people.map(({ key, name }) => wish('PERSON', ids.people.read.of(key), slugText(name, 'person'))),
    ...record.organizations.map(({ key, name }) =>
      wish('ORGANIZATION', ids.organizations.read.of(key), slugText(name, 'organization')),
    ),
    ...record.themes.map(({ key, title }) => wish('THEME', ids.themes.read.of(key), slugText(title, 'theme'))),
  ]
  return oncePer(({ ownerId }) => ownerId, wishes).filter(({ ownerId }) => ids.isNew.has(ownerId))
}

const wish = (kind: SlugWish['kind'], ownerId: string, text: string): SlugWish => ({ kind, ownerId, text })

/** The first row of each key. */
function oncePer<Row>(keyOf: (row: Row) => string, rows: readonly Row[]): Row[] {
  const first = new Map<string, Row>()
  for (const row of rows) if (!first.has(keyOf(row))) first.set(keyOf(row), row)
  return [...first.values()]
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]

interface Naming {
  meetingId: string
  seriesId: string | null
  ids: NamedIds
  /** Slug of each new row, by its id. */
  slugs: ReadonlyMap<string, string>
}

/** The rows of Person, Organization and Theme that are new, or by which only this meeting goes and that it now names otherwise. */
export function newNamedRows(record: MeetingRecord, stored: StoredReading, { ids, slugs, seriesId }: Naming) {
  const isNew = ({ id }: { id: string }) => ids.isNew.has(id)
  const people = record.people
    .map((row) => ({ ...row, id: ids.people.read.of(row.key) }))
    .filter(isNew)
    .map(
      ({ key, id, name, sortName, printedNames }): RowOf<'Person'> => ({
        id,
        slug: required(slugs.get(id), `slug of ${key}`),
        name,
        sortName,
        nameKey: nameKey(name),
        printedNames: distinct(printedNames),
      }),
    )
  /** Undefined for a row that another meeting goes by, too: it is not written here. */
  const slugOf = (id: string, own: ReadonlyMap<string, { slug: string }>): string | undefined =>
    ids.isNew.has(id) ? required(slugs.get(id), `slug of ${id}`) : own.get(id)?.slug
  const ownBodies = new Map(stored.organizations.map((row) => [row.id, row]))
  const organizations = record.organizations.flatMap(({ key, name, aliases }): RowOf<'Organization'>[] => {
    const id = ids.organizations.read.of(key)
    const slug = slugOf(id, ownBodies)
    if (slug === undefined) return []
    return [{ id, slug, name, sortName: nameKey(name), nameKey: nameKey(name), aliases: distinct(aliases) }]
  })
  const ownThemes = new Map(stored.themes.map((row) => [row.id, row]))
  const themes = record.themes.flatMap(({ key, title }): RowOf<'Theme'>[] => {
    const id = ids.themes.read.of(key)
    const slug = slugOf(id, ownThemes)
    return slug === undefined ? [] : [{ id, slug, title, sortTitle: nameKey(title), seriesId }]
  })
  const idOf = ({ id }: { id: string }) => id
  const ownBody = (row: RowOf<'Organization'>) => {
    const own = ownBodies.get(row.id)
    return own !== undefined && !own.shared && own.nameKey !== row.nameKey
  }
  const ownTheme = (row: RowOf<'Theme'>) => {
    const own = ownThemes.get(row.id)
    return own !== undefined && !own.shared && (own.sortTitle !== row.sortTitle || own.seriesId !== row.seriesId)
  }
  return {
    Person: people,
    Organization: oncePer(idOf, organizations).filter((row) => isNew(row) || ownBody(row)),
    Theme: oncePer(idOf, themes).filter((row) => isNew(row) || ownTheme(row)),
  }
}

type ReadingRows = { [Name in 'PersonReading' | 'OrganizationReading' | 'ThemeReading']: RowOf<Name>[] }

/** How this record names its people, organizations and themes. */
export function readingRows(record: MeetingRecord, { meetingId, ids }: Naming): ReadingRows {
  const { people, organizations, themes } = ids
  const bodies = record.organizations.map(({ key, name, aliases, parent }, i): RowOf<'OrganizationReading'> => {
    const id = organizations.read.of(key)
    const parentReadId = organizations.read.maybe(parent)
    const rest = { name, aliases: distinct(aliases), parentReadId: parentReadId === id ? null : parentReadId }
    return { meetingId, organizationReadId: id, position: i + 1, ...rest }
  })
  return {
    PersonReading: record.people.map(({ key, name, sortName, printedNames }, i): RowOf<'PersonReading'> => {
      const keys = { nameKey: nameKey(name), looseKey: looseKey(name) }
      const rest = { name, sortName, ...keys, printedNames: distinct(printedNames) }
      return { meetingId, personReadId: people.read.of(key), position: i + 1, ...rest }
    }),
    OrganizationReading: mergedBodies(bodies),
    ThemeReading: oncePer(
      ({ themeReadId }) => themeReadId,
      record.themes.map(({ key, title }, i) => ({
        meetingId,
        themeReadId: themes.read.of(key),
        position: i + 1,
        title,
      })),
    ),
  }
}

/** One row for each organization: what a record has under two keys of the same normalised name are forms of one. */
function mergedBodies(rows: readonly RowOf<'OrganizationReading'>[]): RowOf<'OrganizationReading'>[] {
  const merged = new Map<string, RowOf<'OrganizationReading'>>()
  for (const row of rows) {
    const first = merged.get(row.organizationReadId)
    const forms = first ? [...first.aliases, row.name, ...row.aliases] : row.aliases
    const name = first?.name ?? row.name
    merged.set(row.organizationReadId, {
      ...(first ?? row),
      aliases: distinct(forms).filter((form) => form !== name),
      parentReadId: first?.parentReadId ?? row.parentReadId,
    })
  }
  return [...merged.values()]
}
