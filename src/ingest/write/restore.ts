import type { Sql } from '../../database/sql.js'
import type { MergeKind } from '../../generated/prisma/enums.js'
import { nameKey } from '../identity/name-keys.js'
import type { ArchivePart } from '../meeting-record/envelope.js'
import type { MeetingRecord } from '../record.js'
import { required } from '../required.js'
import { IngestConflictError } from './errors.js'
import { allKinds, reviveNames } from './kept.js'
import { kinds } from './kinds.js'
import { leadSlugs } from './lead-slugs.js'
import type { NamedIds } from './named-rows.js'
import type { BothIds } from './record-rows.js'
import { idsOf } from './references.js'
import { type RestoredActs, writeActs } from './restore-acts.js'
import { writeKeptNames } from './restore-kept.js'
import { rootsOf } from './roots.js'
import type { RowIds } from './row-ids.js'
import { upsertRows } from './rows.js'
import { giveSlugs, type SlugWish, slugRow } from './slugs.js'
import type { RowOf } from './tables.js'

/** What an export carries beside the record: with it a new meeting gets back the rows that it was. */
export interface Restoring {
  given: ArchivePart
  /** What was asked for when the source was read. */
  options: Readonly<Record<string, unknown>>
}

/** Rows of which a meeting is the first to speak, as their archive had them. */
export interface Restored {
  ids: NamedIds
  rowIds: RowIds
  affiliations: (string | null)[]
  /** The present slug of each new row, by its id; the meeting's and the series' as well. */
  slugs: ReadonlyMap<string, string>
  rows: { Series: RowOf<'Series'>[] } & { [Name in 'Person' | 'Organization' | 'Theme']: RowOf<Name>[] }
  /** Every slug that the rows ever had, and those of rows that are gone. */
  slugRows: RowOf<'Slug'>[]
  /** New rows that are merged, and into which. */
  merged: { table: NamedTable; id: string; into: string }[]
  /** A curator's acts upon these rows, in force or undone, and what they hold. */
  acts: RestoredActs
  /** Rows that were kept outside of the live tables, and are back for this meeting. */
  revived: Record<MergeKind, string[]>
}

type NamedTable = 'Person' | 'Organization' | 'Theme'
const lists = { people: 'Person', organizations: 'Organization', themes: 'Theme' } as const
const slugKinds = { people: 'PERSON', organizations: 'ORGANIZATION', themes: 'THEME' } as const
type List = keyof typeof lists

/**
 * Decides, for a meeting that is not known, what of its export is new here and what stands for it where it is not. A body of
 * the same normalised name is that body, and a slug that was given to another gets a number.
 *
 * @throws IngestConflictError where a row of the record has the id of another's
 */
export async function planRestoring(sql: Sql, record: MeetingRecord, given: ArchivePart): Promise<Restored> {
  await refuseKnownRows(sql, given)
  const archive = await withKnownBodies(sql, given)
  const revived = await reviveAll(sql, archive)
  const people = await namesOf(sql, 'people', record, archive)
  const organizations = await namesOf(sql, 'organizations', record, archive)
  const themes = await namesOf(sql, 'themes', record, archive)
  const isNew = new Set([...people.fresh, ...organizations.fresh, ...themes.fresh])
  const series = await newSeries(sql, archive)
  const ids = { people: people.ids, organizations: organizations.ids, themes: themes.ids, isNew }
  const slugs = await giveSlugs(sql, wishes(archive, series, isNew))
  const { sections, paragraphs, attendances, utterances, remarks, unattributed, mentions } = archive
  const affiliations = archive.affiliations.map(({ id }) => id)
  return {
    ids,
    rowIds: { sections, paragraphs, attendances, affiliations, utterances, remarks, unattributed, mentions },
    affiliations: await freeAffiliations(sql, archive),
    acts: archive,
    revived,
    slugs,
    rows: {
      Series: series.map(({ id, title }) => ({ id, slug: required(slugs.get(id), 'slug of a series'), title })),
      ...namedRows(archive, isNew, slugs),
    },
    slugRows: await slugRows(sql, archive, {
      slugs,
      roots: new Map([...people.roots, ...organizations.roots, ...themes.roots]),
    }),
    merged: (Object.keys(lists) as List[]).flatMap((list) =>
      archive[list].flatMap(({ id, mergedInto }) =>
        isNew.has(id) && mergedInto !== null ? [{ table: lists[list], id, into: mergedInto }] : [],
      ),
    ),
  }
}

/** Slugs, merges and names that were in force: set when all rows are there, and before anything is derived. */
export async function writeRestored(sql: Sql, { slugRows, merged, acts, rows: fresh }: Restored): Promise<void> {
  await upsertRows(sql, 'Slug', slugRows)
  await writeActs(sql, acts)
  for (const table of Object.values(lists)) {
    const rows = merged.filter((row) => row.table === table)
    if (rows.length > 0)
      await sql.query(
        `UPDATE "${table}" AS t SET "mergedIntoId" = s."into"
         FROM jsonb_to_recordset($1::jsonb) AS s("id" uuid, "into" uuid) WHERE t."id" = s."id"`,
        [JSON.stringify(rows)],
      )
  }
  await writeKeptNames(sql, acts)
  for (const kind of allKinds) await leadSlugs(sql, kind, rowsOf(fresh, kind))
}

const rowsOf = (rows: Restored['rows'], kind: MergeKind) => rows[kinds[kind].table].map(({ id }) => id)

/** What was kept of the names that this meeting has, back in the live tables. */
async function reviveAll(sql: Sql, archive: ArchivePart): Promise<Record<MergeKind, string[]>> {
  const idsOf = (list: List) => archive[list].map(({ id }) => id)
  return {
    PERSON: await reviveNames(sql, 'PERSON', idsOf('people')),
    ORGANIZATION: await reviveNames(sql, 'ORGANIZATION', idsOf('organizations')),
    THEME: await reviveNames(sql, 'THEME', idsOf('themes')),
  }
}

/** Marks findings as they were marked. */
export async function settleRestored(sql: Sql, findings: ArchivePart['findings']): Promise<void> {
  const settled = findings.filter((row) => row.settled).map(({ id }) => id)
  await sql.query('UPDATE "Finding" SET "settled" = true WHERE "id" = ANY($1::uuid[])', [settled])
}

/** Rows are written over those of the same id: none may be another meeting's. */
async function refuseKnownRows(sql: Sql, given: ArchivePart): Promise<void> {
  const tables = {
    SourceDocument: [given.document],
    Section: given.sections,
    Paragraph: given.paragraphs,
    Attendance: given.attendances,
    AffiliationStatement: given.affiliations.map(({ id }) => id),
    Utterance: given.utterances,
    Remark: given.remarks,
    UnattributedPassage: given.unattributed,
    Mention: given.mentions,
    Finding: given.findings.map(({ id }) => id),
  }
  const names = Object.keys(tables)
  const checks = names.map(
    (table, i) => `(SELECT '${table}' AS name FROM "${table}" WHERE "id" = ANY($${i + 1}::uuid[]) LIMIT 1)`,
  )
  const [taken] = await sql.query<{ name: string }>(checks.join(' UNION ALL '), Object.values(tables))
  if (taken)
    throw new IngestConflictError(
      `The export has the id of a ${taken.name} that the archive knows, under a meeting that it does not know. It was changed by hand, or its meeting was removed here in part.`,
    )
}

/** The export with the ids of the bodies that have the same normalised name here. */
async function withKnownBodies(sql: Sql, given: ArchivePart): Promise<ArchivePart> {
  const rows = await sql.query<{ id: string; nameKey: string }>(
    `SELECT "id", "nameKey" FROM "Organization" WHERE "nameKey" = ANY($1::text[])
     UNION ALL SELECT "id", "nameKey" FROM "KeptName" WHERE "kind" = 'ORGANIZATION' AND "nameKey" = ANY($1::text[])`,
    [given.organizations.map((row) => row.nameKey)],
  )
  const known = new Map(rows.map((row) => [row.nameKey, row.id]))
  const here = new Map(given.organizations.map((row) => [row.id, known.get(row.nameKey) ?? row.id]))
  const organizations = given.organizations.map((row) => ({
    ...row,
    id: here.get(row.id) ?? row.id,
    mergedInto: row.mergedInto && (here.get(row.mergedInto) ?? row.mergedInto),
  }))
  return { ...given, organizations }
}

interface Names {
  ids: BothIds
  roots: Map<string, string>
  /** Ids that are new here. */
  fresh: string[]
}

async function namesOf(sql: Sql, list: List, record: MeetingRecord, archive: ArchivePart): Promise<Names> {
  const rows: readonly { id: string; key: string | null; mergedInto: string | null }[] = archive[list]
  const found = await sql.query<{ id: string }>(`SELECT "id" FROM "${lists[list]}" WHERE "id" = ANY($1::uuid[])`, [
    rows.map(({ id }) => id),
  ])
  const known = new Set(found.map(({ id }) => id))
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
    ids: {
      read: idsOf(list, read),
      merged: idsOf(
        list,
        read.map(([key, id]): [string, string] => [key, roots.get(id) ?? id]),
      ),
    },
    roots,
    fresh: [...new Set(rows.map(({ id }) => id))].filter((id) => !known.has(id)),
  }
}

async function newSeries(sql: Sql, archive: ArchivePart): Promise<ArchivePart['series']> {
  const rows = await sql.query<{ id: string }>('SELECT "id" FROM "Series" WHERE "id" = ANY($1::uuid[])', [
    archive.series.map(({ id }) => id),
  ])
  const known = new Set(rows.map(({ id }) => id))
  return archive.series.filter(({ id }) => !known.has(id))
}

function wishes(archive: ArchivePart, series: ArchivePart['series'], isNew: ReadonlySet<string>): SlugWish[] {
  const wish = (kind: SlugWish['kind'], { id, slug }: { id: string; slug: string }) => ({
    kind,
    ownerId: id,
    text: slug,
  })
  return [
    wish('MEETING', archive.meeting),
    ...series.map((row) => wish('SERIES', row)),
    ...(Object.keys(lists) as List[]).flatMap((list) =>
      archive[list].filter(({ id }) => isNew.has(id)).map((row) => wish(slugKinds[list], row)),
    ),
  ]
}

function namedRows(
  archive: ArchivePart,
  isNew: ReadonlySet<string>,
  slugs: ReadonlyMap<string, string>,
): Omit<Restored['rows'], 'Series'> {
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

/** An id for each affiliation of the record, should it be new; null where the id is here already. */
async function freeAffiliations(sql: Sql, { affiliations }: ArchivePart): Promise<(string | null)[]> {
  const wanted = affiliations.map(({ affiliation }) => affiliation)
  const rows = await sql.query<{ id: string }>(
    `SELECT "id" FROM "Affiliation" WHERE "id" = ANY($1::uuid[])
     UNION SELECT "affiliationReadId" FROM "AffiliationStatement" WHERE "affiliationReadId" = ANY($1::uuid[])`,
    [wanted],
  )
  const taken = new Set(rows.map(({ id }) => id))
  return wanted.map((id) => (taken.has(id) ? null : id))
}

/** Present and former slugs of all that is new, and of what is gone; without those that were given to another here. */
async function slugRows(
  sql: Sql,
  archive: ArchivePart,
  { slugs, roots }: { slugs: ReadonlyMap<string, string>; roots: ReadonlyMap<string, string> },
): Promise<RowOf<'Slug'>[]> {
  const owned = [
    { kind: 'MEETING' as const, rows: [archive.meeting] },
    { kind: 'SERIES' as const, rows: archive.series },
    ...(Object.keys(lists) as List[]).map((list) => ({ kind: slugKinds[list], rows: archive[list] })),
  ]
  const rows = owned.flatMap(({ kind, rows }) =>
    rows
      .filter(({ id }) => slugs.has(id))
      .flatMap(({ id, formerSlugs }) =>
        [required(slugs.get(id), 'slug of a row'), ...formerSlugs].map((text) => ({
          ...slugRow(kind, text, roots.get(id) ?? id),
          ownerId: id,
        })),
      ),
  )
  const kept = (archive.keptNames ?? []).flatMap(({ kind, id, slug, formerSlugs }) =>
    [slug, ...formerSlugs].map((text) => ({ kind, text, owner: id })),
  )
  const gone = [...(archive.goneSlugs ?? []), ...kept].map(({ kind, text, owner }) => ({
    ...slugRow(kind, text, owner),
    seriesId: null,
    meetingId: null,
    personId: null,
    organizationId: null,
    themeId: null,
  }))
  const all = new Map([...gone, ...rows].map((row) => [`${row.kind} ${row.text}`, row]))
  const taken = await sql.query<{ kind: string; text: string }>(
    `SELECT s."kind", s."text" FROM jsonb_to_recordset($1::jsonb) AS w("kind" "SlugKind", "text" text)
     JOIN "Slug" AS s ON s."kind" = w."kind" AND s."text" = w."text"`,
    [JSON.stringify([...all.values()])],
  )
  for (const { kind, text } of taken) all.delete(`${kind} ${text}`)
  return [...all.values()]
}
