import type { AnyFinding } from '@rapporteur/reader/findings'
import type { MeetingRecord } from '@rapporteur/reader/record'
import { slugText } from '@rapporteur/reader/slug'
import type { Sql } from '../../database/sql.js'
import { newId } from '../../database/uuid.js'
import { recordChanges } from '../../feed/record-changes.js'
import type { ArchivePart } from '../meeting-record/envelope.js'
import { required } from '../required.js'
import { ensureAffiliations, statedAffiliations } from './affiliation-ids.js'
import { ChangedNodes } from './changed-nodes.js'
import { addCounts, type Counts, countRows, noRows } from './counts.js'
import { derive } from './derive/derive.js'
import { emptyScope, joinScopes, scopeOf } from './derive/scope.js'
import { confirmReading, type SourceFacts, writeDocument } from './document.js'
import { refuseErasedNames } from './erased.js'
import { findRetracted } from './find-meeting.js'
import { findingRows, sameMeetingDoubts, samePersonDoubts, storedFindings } from './findings.js'
import { knownOrganizations, knownPeople, knownThemes } from './identify.js'
import { allKinds } from './kept.js'
import { lockIngest } from './lock.js'
import { namedIds, slugWishes } from './named-rows.js'
import type { Plan } from './plan.js'
import { recordRows } from './record-rows.js'
import { checkSize, checkTexts } from './references.js'
import { removeLeftovers, removeSeries } from './remove.js'
import { planRestoring, type Restoring, settleRestored } from './restore.js'
import { nameKept } from './restore-kept.js'
import { alignRows } from './row-ids.js'
import { deleteOthers, insertRows, upsertRows } from './rows.js'
import { giveSlugs, type SlugWish } from './slugs.js'
import { nothingStored, type StoredReading, storedReading } from './stored.js'
import type { StoredFinding } from './stored-finding.js'
import { type Retraction, takeOut } from './take-out.js'
import { findTarget, type Target } from './target.js'
import { refuseDoubts, unchangedReading } from './unchanged-reading.js'
import { writeNames } from './write-names.js'
import { type WrittenRows, writeNewRows, writeRows } from './write-rows.js'
import type { WriteOptions, WrittenReading } from './written-reading.js'

/** What reading a document gave. */
export interface Reading {
  source: SourceFacts
  record: MeetingRecord
  findings: readonly AnyFinding[]
  /** Of an export: with it a meeting that is not known is restored as it was, its findings among them. */
  restoring?: (Restoring & { findings: readonly StoredFinding[] }) | undefined
}

/**
 * Writes one reading, in the transaction of `sql`: a new meeting, or the rows of a known one, aligned so that what stayed
 * keeps its ids; what changed is in the feed. The number of statements does not depend on the size of the record.
 * @throws InvalidRecordError, IngestConflictError, DoubtfulReadingError
 */
export async function writeReading(sql: Sql, reading: Reading, options: WriteOptions): Promise<WrittenReading> {
  checkSize(reading.record)
  checkTexts('The text', reading.source.text)
  checkTexts('The file name', reading.source.fileName)
  checkTexts('The record', reading.record)
  checkTexts('What was asked for', options)
  await lockIngest(sql)
  const { given } = reading.restoring ?? {}
  const retracted = given?.retracted && (await findRetracted(sql, given.meeting.id))
  if (retracted) return { ...nothingWritten, meeting: retracted, totals: totalsOf(reading.record) }
  const find = () => findTarget(sql, reading.source, reading.record, options, given)
  const found = await find()
  if (found.meeting && (found.isUnchanged || given?.retracted)) {
    if (found.isUnchanged) await confirmReading(sql, found.meeting.sourceId, reading.source)
    return unchangedReading(sql, found.meeting, options)
  }
  const sample = options.sampleSeries
  const isSample = options.series === sample || found.series?.slug === sample
  const nodes = new ChangedNodes()
  const removed = sample && !isSample ? await removeSeries(sql, sample, nodes) : undefined
  const target = removed ? await find() : found
  const meetingId = target.meeting?.id ?? given?.meeting.id
  if (meetingId) await refuseErasedNames(sql, meetingId, reading.record)
  const before = nodes.list()
  const written = await writeTo(sql, target, reading, options, nodes)
  if (given?.retracted) await takeOutAgain(sql, given, given.retracted)
  await recordChanges(sql, given?.retracted ? before : nodes.list())
  return { ...written, removed: removed ?? null }
}

/** What reading the export of a meeting gives that is out of this archive, too. */
const nothingWritten = {
  status: 'UNCHANGED',
  counts: noRows,
  findings: [],
  removed: null,
} as const satisfies Partial<WrittenReading>

/** The meeting was out of its archive: so it is here, and the feed has nothing to tell. */
async function takeOutAgain(sql: Sql, given: ArchivePart, retraction: Retraction): Promise<void> {
  await takeOut(sql, given.meeting.id, retraction, new ChangedNodes())
  await nameKept(sql, given)
}

const totalsOf = ({ people, remarks }: MeetingRecord) => ({ people: people.length, remarks: remarks.length })

async function writeTo(
  sql: Sql,
  target: Target,
  reading: Reading,
  { strict }: WriteOptions,
  nodes: ChangedNodes,
): Promise<Omit<WrittenReading, 'removed'>> {
  const known = target.meeting
  const stored = known ? await storedReading(sql, known.id) : nothingStored()
  const before = known ? await scopeOf(sql, [known.id]) : emptyScope
  const restoring = known ? undefined : reading.restoring
  const plan = restoring
    ? await planRestored(sql, target, reading, restoring)
    : await planWriting(sql, target, reading, stored)
  if (strict) refuseDoubts(plan.findings)

  await writeDocument(sql, plan.documentId, reading.source, target.options, restoring?.given.ingestedAt)
  const { sortKey, written } = await writeNames(sql, plan, reading.record)
  const record = await writeRecord(sql, plan, reading.record, sortKey)
  const doubted = await writeFindings(sql, plan)
  if (restoring) await settleRestored(sql, restoring.given.findings)

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
  record: WrittenRecord,
  ownRow: boolean,
): void {
  const { id, isNew } = meeting
  const { paragraphs, meeting: touched } = record.touched
  if (isNew || ownRow || touched) nodes.add(isNew ? 'CREATED' : 'UPDATED', 'MEETING', [id], id)
  nodes.add('CREATED', 'PARAGRAPH', paragraphs.created, id)
  nodes.add('UPDATED', 'PARAGRAPH', paragraphs.updated, id)
  nodes.add('REMOVED', 'PARAGRAPH', paragraphs.removed, id)
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

async function planWriting(sql: Sql, target: Target, reading: Reading, stored: StoredReading): Promise<Plan> {
  const { record } = reading
  const known = target.meeting
  const meetingId = known?.id ?? newId()
  const seriesId = target.series?.id ?? null
  const organizations = await knownOrganizations(sql, record, stored)
  const themes = await knownThemes(sql, record, stored, { meetingId, seriesId })
  const people = await knownPeople(sql, record, stored, { meetingId, seriesId, organizations })
  const ids = namedIds(record, { people, organizations, themes })
  const slugs = await giveSlugs(sql, [...placeWishes(target, record, meetingId), ...slugWishes(record, ids)])
  const doubts = [...sameMeetingDoubts(meetingId, target.alike), ...samePersonDoubts(record, people.doubts, ids.people)]
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
  { record }: Reading,
  { given, findings }: NonNullable<Reading['restoring']>,
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

interface WrittenRecord extends WrittenRows {
  /** People who got an affiliation that they had not. */
  affiliated: string[]
}

/** The record's own tables. */
async function writeRecord(sql: Sql, plan: Plan, record: MeetingRecord, sortKey: bigint): Promise<WrittenRecord> {
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
