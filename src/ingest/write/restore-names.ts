import { nameKey } from '@rapporteur/reader/people/name-keys'
import type { MeetingRecord } from '@rapporteur/reader/record'
import type { Sql } from '../../database/sql.js'
import type { ArchivePart } from '../meeting-record/envelope.js'
import { required } from '../required.js'
import { bodiesNamed } from './identify.js'
import { queryIds } from './query-ids.js'
import { rootsOf } from './roots.js'
import { type BothIds, bothIdsOf } from './row-context.js'
import type { RowOf } from './tables.js'

export type NamedTable = 'Person' | 'Organization' | 'Theme'
/** The table of each list of names in a record. */
export const lists = { people: 'Person', organizations: 'Organization', themes: 'Theme' } as const
export const slugKinds = { people: 'PERSON', organizations: 'ORGANIZATION', themes: 'THEME' } as const
export type List = keyof typeof lists

export const allLists = Object.keys(lists) as List[]

export type NewNames = { [Name in NamedTable]: RowOf<Name>[] }

/** The export with the ids of the bodies that have the same normalised name here. */
export async function withKnownBodies(sql: Sql, given: ArchivePart): Promise<ArchivePart> {
  const known = await bodiesNamed(
    sql,
    given.organizations.map((row) => row.nameKey),
  )
  const here = new Map(given.organizations.map((row) => [row.id, known.get(row.nameKey) ?? row.id]))
  const organizations = given.organizations.map((row) => ({
    ...row,
    id: here.get(row.id) ?? row.id,
    mergedInto: row.mergedInto && (here.get(row.mergedInto) ?? row.mergedInto),
  }))
  return { ...given, organizations }
}

/** What stands for the names of a list. */
interface Names {
  ids: BothIds
  roots: Map<string, string>
  /** Ids that are new here. */
  fresh: string[]
}

/** The ids of a record's names as read and as merged, by what is known here. */
export async function namesOf(sql: Sql, list: List, record: MeetingRecord, archive: ArchivePart): Promise<Names> {
  const rows: readonly { id: string; key: string | null; mergedInto: string | null }[] = archive[list]
  const own = rows.map(({ id }) => id)
  const known = new Set(await queryIds(sql, `SELECT "id" FROM "${lists[list]}" WHERE "id" = ANY($1::uuid[])`, [own]))
  const into = new Map(rows.filter(({ id }) => !known.has(id)).map(({ id, mergedInto }) => [id, mergedInto]))
  const last = (id: string): string => {
    const next = into.get(id)
    return next ? last(next) : id
  }
  const ends = new Map(rows.map(({ id }) => [id, last(id)]))
  const stored = await rootsOf(sql, lists[list], ends.values())
  const roots = new Map([...ends].map(([id, end]) => [id, stored.get(end) ?? end]))
  const byKey = new Map(rows.map(({ key, id }) => [key, id]))
  const read = record[list].map(({ key }): [string, string] => [key, required(byKey.get(key), `id of ${key}`)])
  return {
    ids: bothIdsOf(list, read, roots),
    roots,
    fresh: [...new Set(own)].filter((id) => !known.has(id)),
  }
}

/** The rows of people, bodies and themes that are new here. */
export function newNames(
  archive: ArchivePart,
  isNew: ReadonlySet<string>,
  slugs: ReadonlyMap<string, string>,
): NewNames {
  const fresh = <Row extends { id: string }>(rows: readonly Row[]) => {
    const once = new Map(rows.filter(({ id }) => isNew.has(id)).map((row) => [row.id, row]))
    return [...once.values()].map((row) => ({ ...row, slug: required(slugs.get(row.id), 'slug of a row') }))
  }
  return {
    Person: fresh(archive.people).map(({ id, slug, name, sortName }) => ({
      id,
      slug,
      name,
      sortName,
      nameKey: nameKey(name),
      printedNames: [],
    })),
    Organization: fresh(archive.organizations).map(({ id, slug, name, nameKey: key }) => ({
      id,
      slug,
      name,
      sortName: nameKey(name),
      nameKey: key,
      aliases: [],
    })),
    Theme: fresh(archive.themes).map(({ id, slug, title, sortTitle, series }) => ({
      id,
      slug,
      title,
      sortTitle,
      seriesId: series,
    })),
  }
}
