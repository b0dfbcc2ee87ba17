import type { MeetingRecord } from '@rapporteur/reader/record'
import { slugText } from '@rapporteur/reader/slug'
import type { Sql } from '../../database/sql.js'
import { newId } from '../../database/uuid.js'
import { required } from '../required.js'
import { ensureAffiliations, statedAffiliations } from './affiliation-ids.js'
import type { ChangedNodes } from './changed-nodes.js'
import { type AsRead, settleByCorrections, withCorrections } from './corrections.js'
import { addCounts, type Counts, countRows } from './counts.js'
import { derive } from './derive/derive.js'
import { emptyScope, joinScopes, scopeOf } from './derive/scope.js'
import { refuseErasedNames } from './erased.js'
import { findingRows, sameMeetingDoubts, samePersonDoubts, storedFindings } from './findings.js'
import { knownOrganizations, knownPeople, knownThemes, peopleAsRead } from './identify.js'
import { allKinds } from './kept.js'
import { namedIds, slugWishes } from './named-rows.js'
import type { Plan } from './plan.js'
import { recordRows } from './record-rows.js'
import { removeLeftovers } from './remove.js'
import { reportsOf } from './reports.js'
import { planRestoring, type Restoring, settleRestored } from './restore.js'
import { alignRows } from './row-ids.js'
import { deleteOthers, insertRows, upsertRows } from './rows.js'
import { giveSlugs, type SlugWish } from './slugs.js'
import { nothingStored, type StoredReading, storedReading } from './stored.js'
import type { StoredFinding } from './stored-finding.js'
import type { Target } from './target.js'
import { totalsOf } from './totals.js'
import { writeNames } from './write-names.js'
import { type WrittenRows, writeNewRows, writeRows } from './write-rows.js'
import type { WrittenRecord } from './written-reading.js'

/** What an export gives beside a record. */
export type RestoringReading = Restoring & { findings: readonly StoredFinding[] }

/** What differs between a new reading and a reading that is corrected. */
interface Writing {
  restoring?: RestoringReading | undefined
  /** Runs when all is decided, before any row is written. */
  beforeRows?(plan: Plan): Promise<void>
}

/**
 * Writes the rows of a meeting: what was read of its record, with the corrections in force. There is no other way to write them. Adds
 * the nodes that change to `nodes`.
 *
 * @param source the text that the record's pieces point into
 */
export async function writeRecordOf(
  sql: Sql,
  target: Target,
  asRead: AsRead,
  source: string,
  nodes: ChangedNodes,
  { restoring, beforeRows }: Writing = {},
): Promise<WrittenRecord> {
  const known = target.meeting
  const stored = known ? await storedReading(sql, known.id) : nothingStored()
  const before = known ? await scopeOf(sql, [known.id]) : emptyScope
  const reading = known
    ? await withCorrections(sql, known.id, source, asRead, (before) =>
        peopleAsRead(sql, asRead, before, stored, { meetingId: known.id, seriesId: target.series?.id ?? null }),
      )
    : asRead
  if (known) await refuseErasedNames(sql, known.id, reading.record)
  const plan = restoring
    ? await planRestored(sql, target, reading.record, restoring)
    : await planWriting(sql, target, reading, stored)
  await beforeRows?.(plan)
  const { sortKey, written } = await writeNames(sql, plan, reading.record)
  const record = await writeRecord(sql, plan, reading.record, sortKey)
  const doubted = await writeFindings(sql, plan)
  if (restoring) await settleRestored(sql, restoring.given.findings)
  else if (known) await settleByCorrections(sql, known.id)

  const scope = { ...joinScopes(before, await scopeOf(sql, [plan.meeting.id])), hasOnlyGrown: plan.meeting.isNew }
  const derived = await derive(sql, scope)
  const removed = await removeLeftovers(sql, scope)
  addOwnNodes(nodes, plan, record, written || doubted)
  await nodes.addDerived(sql, derived, plan.meeting.id)
  nodes.addRemoved(removed, plan.meeting.id)
  const { id, slug, isNew } = plan.meeting
  const counts = [
    countRows(isNew ? [] : [id], [id], written ? [id] : []),
    record.counts,
    ...(['people', 'organizations', 'themes'] as const).map((list) =>
      countNamed(new Set(plan.ids[list].read.all()), plan.ids.isNew, derived.renamed[list], removed[list].length),
    ),
  ].reduce(addCounts)
  const totals = totalsOf(reading.record)
  return { status: isNew ? 'CREATED' : 'UPDATED', meeting: { id, slug }, counts, findings: plan.findings, totals }
}

/** The nodes that the record itself has made or changed. */
function addOwnNodes(
  nodes: ChangedNodes,
  { meeting, ids, revived }: Plan,
  record: RowsOfRecord,
  ownRow: boolean,
): void {
  const { id, isNew } = meeting
  const { paragraphs, outcomes, meeting: touched } = record.touched
  if (isNew || ownRow || touched) nodes.add(isNew ? 'CREATED' : 'UPDATED', 'MEETING', [id], id)
  for (const [kind, { created, updated, removed }] of [
    ['PARAGRAPH', paragraphs],
    ['OUTCOME', outcomes],
  ] as const) {
    nodes.add('CREATED', kind, created, id)
    nodes.add('UPDATED', kind, updated, id)
    nodes.add('REMOVED', kind, removed, id)
  }
  const fresh = (list: 'people' | 'organizations' | 'themes') =>
    [...ids[list].read.all()].filter((row) => ids.isNew.has(row))
  nodes.add('CREATED', 'PERSON', fresh('people'), id)
  nodes.add('CREATED', 'ORGANIZATION', fresh('organizations'), id)
  nodes.add('CREATED', 'THEME', fresh('themes'), id)
  for (const kind of allKinds) nodes.add('CREATED', kind, revived[kind], id)
  nodes.add('UPDATED', 'PERSON', record.affiliated, id)
}

/** Gives whether any finding came, went or changed. */
async function writeFindings(sql: Sql, { findings, documentId, meeting }: Plan): Promise<boolean> {
  const rows = findingRows(findings, documentId, meeting.id)
  if (meeting.isNew) {
    await insertRows(sql, 'Finding', rows)
    return rows.length > 0
  }
  const gone = await deleteOthers(sql, 'Finding', rows, 't."meetingId" = $2', meeting.id)
  const written = await upsertRows(sql, 'Finding', rows)
  return gone.length + written.length > 0
}

/** People, organizations or themes: rows that other meetings made are not created by this one. */
function countNamed(
  ids: ReadonlySet<string>,
  isNew: ReadonlySet<string>,
  renamed: readonly string[],
  removed: number,
): Counts {
  const created = [...ids].filter((id) => isNew.has(id)).length
  const updated = renamed.filter((id) => ids.has(id) && !isNew.has(id)).length
  return { created, updated, removed, unchanged: ids.size - created - updated }
}

async function planWriting(sql: Sql, target: Target, reading: AsRead, stored: StoredReading): Promise<Plan> {
  const { record } = reading
  const known = target.meeting
  const meetingId = known?.id ?? newId()
  const seriesId = target.series?.id ?? null
  const organizations = await knownOrganizations(sql, record, stored)
  const themes = await knownThemes(sql, record, stored, { meetingId, seriesId })
  const at = { meetingId, seriesId, organizations, people: reading.people }
  const people = await knownPeople(sql, record, stored, at)
  const ids = namedIds(record, { people, organizations, themes })
  const slugs = await giveSlugs(sql, [...placeWishes(target, record, meetingId), ...slugWishes(record, ids)])
  const doubts = [
    ...sameMeetingDoubts(meetingId, target.alike),
    ...samePersonDoubts(record, people.doubts, ids.people),
    ...(known ? await reportsOf(sql, meetingId, target.document?.id) : []),
  ]
  return {
    meeting: {
      id: meetingId,
      slug: known?.slug ?? required(slugs.get(meetingId), 'slug of the meeting'),
      isNew: !known,
    },
    documentId: target.document?.id ?? newId(),
    target,
    stored,
    ids,
    slugs,
    revived: { PERSON: people.revived, ORGANIZATION: organizations.revived, THEME: themes.revived },
    findings: storedFindings(reading.findings, doubts, ids, stored.findings),
    restored: undefined,
  }
}

/** The plan of a meeting that an export brings back. */
async function planRestored(
  sql: Sql,
  target: Target,
  record: MeetingRecord,
  { given, findings }: RestoringReading,
): Promise<Plan> {
  const restored = await planRestoring(sql, record, given)
  const { id } = given.meeting
  return {
    meeting: { id, slug: required(restored.slugs.get(id), 'slug of the meeting'), isNew: true },
    documentId: target.document?.id ?? given.document,
    target,
    stored: nothingStored(),
    ids: restored.ids,
    slugs: restored.slugs,
    revived: restored.revived,
    findings: [...findings],
    restored,
  }
}

/** Slugs for a new meeting (its title, cut at a word, and its date) and a new series. */
function placeWishes(target: Target, { meeting: { title, date } }: MeetingRecord, meetingId: string): SlugWish[] {
  const tail = date ? `-${date}` : ''
  const meeting: SlugWish = { kind: 'MEETING', ownerId: meetingId, text: slugText(title, 'meeting'), tail }
  const { series } = target
  return [
    ...(target.meeting ? [] : [meeting]),
    ...(series?.isNew ? [{ kind: 'SERIES' as const, ownerId: series.id, text: slugText(series.title, 'series') }] : []),
  ]
}

interface RowsOfRecord extends WrittenRows {
  /** People who got an affiliation that they had not. */
  affiliated: string[]
}

/** The record's own tables. */
async function writeRecord(sql: Sql, plan: Plan, record: MeetingRecord, sortKey: bigint): Promise<RowsOfRecord> {
  const { people, organizations, themes } = plan.ids
  const { restored } = plan
  const ids =
    restored?.rowIds ?? alignRows(plan.stored, record, { people: people.read, organizations: organizations.read })
  const named = { people, organizations, themes, documentId: plan.documentId }
  const stated = statedAffiliations(record, named, restored?.affiliations)
  const { affiliationAt, people: affiliated } = await ensureAffiliations(sql, stated)
  const rows = recordRows(record, { ...named, meetingId: plan.meeting.id, sortKey, ids, affiliationAt })
  const { id, isNew } = plan.meeting
  return { ...(await (isNew ? writeNewRows(sql, rows) : writeRows(sql, id, rows, plan.stored))), affiliated }
}
