import type { AnyFinding } from '@rapporteur/reader/findings'
import type { MeetingRecord } from '@rapporteur/reader/record'
import type { Sql } from '../../database/sql.js'
import { recordChanges } from '../../feed/record-changes.js'
import type { ArchivePart } from '../meeting-record/envelope.js'
import { ChangedNodes } from './changed-nodes.js'
import { noRows } from './counts.js'
import { confirmReading, type SourceFacts, writeDocument } from './document.js'
import { refuseErasedNames } from './erased.js'
import { findRetracted } from './find-meeting.js'
import { lockIngest } from './lock.js'
import { checkSize, checkTexts } from './references.js'
import { removeSeries } from './remove.js'
import { nameKept } from './restore-kept.js'
import { type Retraction, takeOut } from './take-out.js'
import { findTarget, type Target } from './target.js'
import { totalsOf } from './totals.js'
import { refuseDoubts, unchangedReading } from './unchanged-reading.js'
import { type RestoringReading, writeRecordOf } from './write-record.js'
import type { WriteOptions, WrittenReading } from './written-reading.js'

/** What reading a document gave. */
export interface Reading {
  source: SourceFacts
  record: MeetingRecord
  findings: readonly AnyFinding[]
  /** Of an export: with it a meeting that is not known is restored as it was, its findings among them. */
  restoring?: RestoringReading | undefined
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
  const written = await writeTo(sql, target, given ? asItsArchiveRead(target, reading, given) : reading, options, nodes)
  if (given?.retracted) await takeOutAgain(sql, given, given.retracted)
  await recordChanges(sql, given?.retracted ? before : nodes.list(), options.by ?? null)
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

/** What the archive of an export had read, where its meeting is known here: the corrections that hold are those of this archive. */
const asItsArchiveRead = (target: Target, reading: Reading, given: ArchivePart): Reading =>
  target.meeting && given.reading ? { ...reading, ...given.reading } : reading

/** Writes what was read of a record: of a known meeting with the corrections in force. */
async function writeTo(
  sql: Sql,
  target: Target,
  reading: Reading,
  { strict }: WriteOptions,
  nodes: ChangedNodes,
): Promise<Omit<WrittenReading, 'removed'>> {
  const restoring = target.meeting ? undefined : reading.restoring
  const asRead = { record: reading.record, findings: reading.findings, people: new Map() }
  return writeRecordOf(sql, target, asRead, reading.source.text, nodes, {
    restoring,
    async beforeRows(plan) {
      if (strict) refuseDoubts(plan.findings)
      await writeDocument(sql, plan.documentId, reading.source, target.options, restoring?.given.ingestedAt)
    },
  })
}
