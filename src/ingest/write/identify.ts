import { initialPrefix, looseKey, nameKey } from '@rapporteur/reader/people/name-keys'
import { featuresOf } from '@rapporteur/reader/people/similarity'
import type { MeetingRecord } from '@rapporteur/reader/record'
import type { Sql } from '../../database/sql.js'
import { pairBySimilarity } from '../align/by-similarity.js'
import {
  type KnownPerson,
  matchPeople,
  type NamedPerson,
  type OwnPerson,
  type PeopleMatch,
} from '../identity/across-meetings.js'
import { required } from '../required.js'
import type { AsRead } from './corrections.js'
import { reviveNames } from './kept.js'
import type { KnownRows } from './named-rows.js'
import { queryIds } from './query-ids.js'
import { rootsOf } from './roots.js'
import type { StoredReading } from './stored.js'

/** Names so alike that, where nothing else holds the row, one is the other with a mistake mended. */
const mended = 0.8

interface NamedRow {
  id: string
  nameKey: string
  shared: boolean
}

/** Keys of the record whose name is, but for a mended mistake, that of a row which only this meeting holds. */
function mendedRows(left: readonly { key: string; nameKey: string }[], own: readonly NamedRow[]): [string, string][] {
  const pairs = pairBySimilarity(
    own.map((row) => featuresOf(row.nameKey)),
    left.map((row) => featuresOf(row.nameKey)),
    mended,
  )
  return [...pairs].map(([l, o]) => [required(left[l], 'row of the record').key, required(own[o], 'stored row').id])
}

/** Keeps, of the rows of this meeting, those that no other holds and no key has. */
const freeRows = (own: readonly NamedRow[], ids: ReadonlyMap<string, string>): NamedRow[] => {
  const taken = new Set(ids.values())
  return own.filter(({ id, shared }) => !shared && !taken.has(id))
}

/** The bodies of these normalised names, live or kept: name → id. */
export async function bodiesNamed(sql: Sql, names: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql.query<{ id: string; nameKey: string }>(
    `SELECT "id", "nameKey" FROM "Organization" WHERE "nameKey" = ANY($1::text[])
     UNION ALL SELECT "id", "nameKey" FROM "KeptName" WHERE "kind" = 'ORGANIZATION' AND "nameKey" = ANY($1::text[])`,
    [names],
  )
  return new Map(rows.map((row) => [row.nameKey, row.id]))
}

/** The same normalised name is the same organization, everywhere: the rows by key, of those that are known. */
async function matchOrganizations(
  sql: Sql,
  record: MeetingRecord,
  stored: StoredReading,
): Promise<Map<string, string>> {
  const named = record.organizations.map(({ key, name }) => ({ key, nameKey: nameKey(name) }))
  const byName = await bodiesNamed(
    sql,
    named.map((row) => row.nameKey),
  )
  const ids = new Map<string, string>()
  for (const row of named) {
    const id = byName.get(row.nameKey)
    if (id) ids.set(row.key, id)
  }
  const left = named.filter(({ key }) => !ids.has(key))
  for (const [key, id] of mendedRows(left, freeRows(stored.organizations, ids))) ids.set(key, id)
  return ids
}

/** The organizations of a record, as matched with those that are known. */
export async function knownOrganizations(sql: Sql, record: MeetingRecord, stored: StoredReading): Promise<KnownRows> {
  const ids = await matchOrganizations(sql, record, stored)
  const revived = await reviveNames(sql, 'ORGANIZATION', [...ids.values()])
  return { ids, revived, roots: await rootsOf(sql, 'Organization', ids.values()) }
}

/** The same heading in the same series is the same theme; without a series only within its meeting. */
export async function knownThemes(
  sql: Sql,
  record: MeetingRecord,
  stored: StoredReading,
  { meetingId, seriesId }: { meetingId: string; seriesId: string | null },
): Promise<KnownRows> {
  const named = record.themes.map(({ key, title }) => ({ key, nameKey: nameKey(title) }))
  const dropped = await sql.query<NamedRow>(
    `SELECT "readId" AS id, "nameKey", false AS shared FROM "KeptReading" WHERE "kind" = 'THEME' AND "meetingId" = $1 ORDER BY 1`,
    [meetingId],
  )
  const own = [...stored.themes.map(({ id, sortTitle, shared }) => ({ id, nameKey: sortTitle, shared })), ...dropped]
  const rows = await sql.query<{ id: string; nameKey: string }>(
    `SELECT "id", "sortTitle" AS "nameKey" FROM "Theme" WHERE "seriesId" = $1 AND "sortTitle" = ANY($2::text[])
     UNION ALL SELECT "id", "nameKey" FROM "KeptName" WHERE "kind" = 'THEME' AND "seriesId" = $1 AND "nameKey" = ANY($2::text[])
     ORDER BY "id"`,
    [seriesId, named.map((row) => row.nameKey)],
  )
  const ids = new Map<string, string>()
  const addSame = (known: readonly { id: string; nameKey: string }[]) => {
    const byTitle = new Map([...known].reverse().map((row) => [row.nameKey, row.id]))
    for (const { key, nameKey: title } of named) {
      const id = byTitle.get(title)
      if (id && !ids.has(key)) ids.set(key, id)
    }
  }
  addSame(rows)
  addSame(freeRows(own, ids))
  const left = named.filter(({ key }) => !ids.has(key))
  for (const [key, id] of mendedRows(left, freeRows(own, ids))) ids.set(key, id)
  const revived = await reviveNames(sql, 'THEME', [...ids.values()])
  return { ids, revived, roots: await rootsOf(sql, 'Theme', ids.values()) }
}

/** Sorts behind whatever a name can go on with. */
const lastCharacter = '\uffff'

/** Everybody of another meeting whose name is, or resembles, one of the record's. */
async function peopleLike(sql: Sql, named: readonly NamedPerson[], meetingId: string): Promise<KnownPerson[]> {
  const rows = await sql.query<Omit<KnownPerson, 'root'>>(
    `SELECT r."personReadId" AS id, r."nameKey", r."looseKey",
       array_remove(array_agg(DISTINCT m."seriesId"), NULL) AS series,
       ARRAY(SELECT DISTINCT s."organizationReadId" FROM "AffiliationStatement" AS s
         WHERE s."personReadId" = r."personReadId" AND s."organizationReadId" IS NOT NULL) AS organizations,
       false AS "isKept"
     FROM (SELECT "meetingId", "personReadId", "nameKey", "looseKey" FROM "PersonReading"
         WHERE "nameKey" = ANY($1::text[]) OR "looseKey" = ANY($2::text[])
       UNION SELECT s."meetingId", s."personReadId", s."nameKey", s."looseKey" FROM unnest($4::text[]) AS wanted(prefix)
         JOIN "Person" AS p ON p."sortName" >= wanted.prefix AND p."sortName" < wanted.prefix || $5
         JOIN "PersonReading" AS s ON s."personReadId" = p."id") AS r
     JOIN "Meeting" AS m ON m."id" = r."meetingId"
     WHERE r."meetingId" <> $3
     GROUP BY r."personReadId", r."nameKey", r."looseKey"
     UNION ALL
     SELECT k."readId", k."nameKey", k."looseKey", array_remove(ARRAY[k."seriesId"], NULL), k."organizationIds",
       NOT EXISTS (SELECT FROM "Person" AS p WHERE p."id" = k."readId")
     FROM "KeptReading" AS k
     WHERE k."kind" = 'PERSON' AND (k."nameKey" = ANY($1::text[]) OR k."looseKey" = ANY($2::text[])) AND k."meetingId" <> $3`,
    [
      named.map((person) => person.nameKey),
      named.map((person) => person.looseKey),
      meetingId,
      [...new Set(named.flatMap(({ name }) => initialPrefix(name) ?? []))],
      lastCharacter,
    ],
  )
  const kept = { kept: rows.some(({ isKept }) => isKept) }
  const roots = await rootsOf(sql, 'Person', new Set(rows.map(({ id }) => id)), kept)
  const bodies = await rootsOf(sql, 'Organization', new Set(rows.flatMap(({ organizations }) => organizations)))
  const merged = (ids: readonly string[]) => ids.map((id) => bodies.get(id) ?? id)
  return rows.map((row) => ({ ...row, root: roots.get(row.id) ?? row.id, organizations: merged(row.organizations) }))
}

interface PeopleOf {
  meetingId: string
  seriesId: string | null
  organizations: Pick<KnownRows, 'ids' | 'roots'>
  /** Rows of people of whom they are known, by key: from the reading that a correction is about, or as a curator says. */
  people: ReadonlyMap<string, string>
}

/** Matches the people of a record with those of the stored reading, under any of `own`, and of other meetings. */
async function matchRecord(
  sql: Sql,
  record: MeetingRecord,
  own: readonly OwnPerson[],
  { meetingId, seriesId, organizations, people }: PeopleOf,
): Promise<PeopleMatch> {
  const bodies = new Map<string, string[]>()
  for (const { person, organization } of record.affiliations) {
    const id = organization && organizations.ids.get(organization)
    if (id) bodies.set(person, [...(bodies.get(person) ?? []), organizations.roots.get(id) ?? id])
  }
  const named = record.people.map(({ key, name, printedNames }) => ({
    key,
    name,
    nameKey: nameKey(name),
    looseKey: looseKey(name),
    printedNames,
    organizations: bodies.get(key) ?? [],
  }))
  const roots = await rootsOf(sql, 'Organization', new Set(own.flatMap((person) => person.organizations)))
  const merged = own.map((person) => ({
    ...person,
    organizations: person.organizations.map((id) => roots.get(id) ?? id),
  }))
  const dropped = await droppedPeople(sql, meetingId)
  return matchPeople(
    named,
    [...merged, ...dropped],
    await peopleLike(sql, named, meetingId),
    seriesId,
    await givenPeople(sql, record, people),
  )
}

/** The people of a record, as matched with those of the stored reading and of other meetings. */
export async function knownPeople(
  sql: Sql,
  record: MeetingRecord,
  stored: StoredReading,
  at: PeopleOf,
): Promise<KnownRows & Pick<PeopleMatch, 'doubts'>> {
  const { ids, doubts } = await matchRecord(sql, record, stored.people, at)
  const revived = await reviveNames(sql, 'PERSON', [...ids.values()])
  return { ids, doubts, revived, roots: await rootsOf(sql, 'Person', ids.values()) }
}

/**
 * The rows of the people of a record as it was read, by key, of those who are known: corrections that write a name otherwise are
 * about the same people. Changes nothing.
 *
 * @param before the reading that this one replaces
 */
export async function peopleAsRead(
  sql: Sql,
  { record, people }: AsRead,
  before: AsRead | undefined,
  stored: StoredReading,
  { meetingId, seriesId }: { meetingId: string; seriesId: string | null },
): Promise<Map<string, string>> {
  const ids = await matchOrganizations(sql, record, stored)
  const organizations = { ids, roots: await rootsOf(sql, 'Organization', ids.values()) }
  const own = [...(before ? namesAsRead(before, stored) : []), ...stored.people]
  const match = await matchRecord(sql, record, own, { meetingId, seriesId, organizations, people })
  return match.ids
}

/** The people of the stored rows under the names that were read. */
const namesAsRead = ({ record, people }: AsRead, stored: StoredReading): OwnPerson[] => {
  const rows = new Map(stored.people.map((row) => [row.id, row]))
  return record.people.flatMap(({ key, name, printedNames }) => {
    const row = rows.get(people.get(key) ?? '')
    return row ? [{ ...row, name, nameKey: nameKey(name), looseKey: looseKey(name), printedNames }] : []
  })
}

/** Of the rows that people of the record are said to be, those that are there, live or kept. */
async function givenPeople(
  sql: Sql,
  { people }: MeetingRecord,
  given: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  if (given.size === 0) return new Map()
  const live = `SELECT "id" FROM "Person" WHERE "id" = ANY($1::uuid[])
    UNION ALL SELECT "id" FROM "KeptName" WHERE "kind" = 'PERSON' AND "id" = ANY($1::uuid[])`
  const there = new Set(await queryIds(sql, live, [[...given.values()]]))
  return new Map(
    people.flatMap(({ key }): [string, string][] => {
      const id = given.get(key)
      return id !== undefined && there.delete(id) ? [[key, id]] : []
    }),
  )
}

/** People whom an earlier reading of this meeting named, the last one did not, and an act of a curator holds. */
async function droppedPeople(sql: Sql, meetingId: string): Promise<OwnPerson[]> {
  const rows = await sql.query<Pick<OwnPerson, 'id' | 'name' | 'nameKey' | 'looseKey' | 'organizations'>>(
    `SELECT "readId" AS id, "name", "nameKey", "looseKey", "organizationIds" AS organizations FROM "KeptReading"
     WHERE "kind" = 'PERSON' AND "meetingId" = $1 ORDER BY "readId"`,
    [meetingId],
  )
  return rows.map((row) => ({ ...row, printedNames: [], shared: true }))
}
