import type { MeetingRecord } from '@rapporteur/reader/record'
import type { Sql } from '../../database/sql.js'
import type { MergeKind } from '../../generated/prisma/enums.js'
import type { ArchivePart } from '../meeting-record/envelope.js'
import { required } from '../required.js'
import { IngestConflictError } from './errors.js'
import { allKinds, reviveNames } from './kept.js'
import { kinds } from './kinds.js'
import { leadSlugs } from './lead-slugs.js'
import type { NamedIds } from './named-rows.js'
import { outcomeLists } from './outcomes-in-order.js'
import { queryIds } from './query-ids.js'
import { type RestoredActs, writeActs } from './restore-acts.js'
import { writeKeptNames } from './restore-kept.js'
import {
  allLists,
  type List,
  lists,
  type NamedTable,
  type NewNames,
  namesOf,
  newNames,
  withKnownBodies,
} from './restore-names.js'
import { slugRows, slugWishes } from './restore-slugs.js'
import type { RowIds } from './row-ids.js'
import { upsertRows } from './rows.js'
import { giveSlugs } from './slugs.js'
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
  rows: { Series: RowOf<'Series'>[] } & NewNames
  /** Every slug that the rows ever had, and those of rows that are gone. */
  slugRows: RowOf<'Slug'>[]
  /** New rows that are merged, and into which. */
  merged: { table: NamedTable; id: string; into: string }[]
  /** A curator's acts upon these rows, in force or undone, and what they hold. */
  acts: RestoredActs
  /** Rows that were kept outside of the live tables, and are back for this meeting. */
  revived: Record<MergeKind, string[]>
}

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
  const slugs = await giveSlugs(sql, slugWishes(archive, series, isNew))
  return {
    ids,
    rowIds: { ...archive, affiliations: archive.affiliations.map(({ id }) => id) },
    affiliations: await freeAffiliations(sql, archive),
    acts: archive,
    revived,
    slugs,
    rows: {
      Series: series.map(({ id, title }) => ({ id, slug: required(slugs.get(id), 'slug of a series'), title })),
      ...newNames(archive, isNew, slugs),
    },
    slugRows: await slugRows(sql, archive, {
      slugs,
      roots: new Map([...people.roots, ...organizations.roots, ...themes.roots]),
    }),
    merged: allLists.flatMap((list) =>
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
    Outcome: outcomeLists.flatMap((list) => given[list]),
    Vote: given.votes,
    Finding: given.findings.map(({ id }) => id),
    Correction: given.corrections.map(({ id }) => id),
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

async function newSeries(sql: Sql, archive: ArchivePart): Promise<ArchivePart['series']> {
  const ids = archive.series.map(({ id }) => id)
  const known = new Set(await queryIds(sql, 'SELECT "id" FROM "Series" WHERE "id" = ANY($1::uuid[])', [ids]))
  return archive.series.filter(({ id }) => !known.has(id))
}

/** An id for each affiliation of the record, should it be new; null where the id is here already. */
async function freeAffiliations(sql: Sql, { affiliations }: ArchivePart): Promise<(string | null)[]> {
  const wanted = affiliations.map(({ affiliation }) => affiliation)
  const known = `SELECT "id" FROM "Affiliation" WHERE "id" = ANY($1::uuid[])
    UNION SELECT "affiliationReadId" FROM "AffiliationStatement" WHERE "affiliationReadId" = ANY($1::uuid[])`
  const taken = new Set(await queryIds(sql, known, [wanted]))
  return wanted.map((id) => (taken.has(id) ? null : id))
}
