import type { MeetingRecord } from '@rapporteur/reader/record'
import { newId } from '../../database/uuid.js'
import { pairByKeys } from '../align/by-keys.js'
import { alignInGroups } from '../align/in-groups.js'
import { alignRemarks } from '../align/remarks.js'
import { alignTexts } from '../align/texts.js'
import { required } from '../required.js'
import type { rowLists } from '../row-lists.js'
import { type OutcomeList, outcomeKinds, outcomesInOrder } from './outcomes-in-order.js'
import { type Ids, idsOf } from './references.js'
import type { StoredReading } from './stored.js'

/** Ids of the rows of a record, in the order of its lists: those of the stored rows they are aligned with, else new ones. */
export type RowIds = Record<(typeof rowLists)[number], string[]>

/** Ids as read, by the record's keys. */
export interface ReadIds {
  people: Ids<string>
  organizations: Ids<string>
}

/** The id of each row of `after`: that of its partner, or a new one. */
const idsFrom = (
  before: readonly { id: string }[],
  after: readonly unknown[],
  pairs: ReadonlyMap<number, number>,
): string[] => after.map((_, a) => before[pairs.get(a) ?? -1]?.id ?? newId())

const unlabelled = (text: string) => ({ text, label: null })

interface Placed {
  group: string | null
  text: string
}
const alignPlaced = (before: readonly Placed[], after: readonly Placed[]): Map<number, number> => {
  const align = (b: readonly Placed[], a: readonly Placed[]) =>
    alignTexts(
      b.map(({ text }) => unlabelled(text)),
      a.map(({ text }) => unlabelled(text)),
    )
  return alignInGroups(before, after, align, align)
}

/** Aligns a record with the stored reading of the same meeting, list by list. */
export function alignRows(stored: StoredReading, record: MeetingRecord, read: ReadIds): RowIds {
  const sections = idsFrom(
    stored.sections,
    record.sections,
    alignTexts(
      stored.sections.map(({ heading }) => unlabelled(heading)),
      record.sections.map(({ heading }) => unlabelled(heading)),
    ),
  )
  const paragraphs = idsFrom(
    stored.paragraphs,
    record.paragraphs,
    alignTexts(
      stored.paragraphs.map(({ text, number }) => ({ text, label: number })),
      record.paragraphs.map(({ text, number }) => ({ text, label: number })),
    ),
  )
  const attendances = alignAttendances(stored, record, read)
  const paragraphIds = idsOf(
    'paragraph',
    record.paragraphs.map(({ position }, i) => [position, required(paragraphs[i], 'id of a paragraph')]),
  )
  const { remarks, utterances } = alignSpeech(stored, record, read, paragraphIds.maybe)
  const unattributed = alignPlaced(
    stored.passages.map(({ paragraphId, text }) => ({ group: paragraphId, text })),
    record.unattributed.map(({ paragraph, text }) => ({ group: paragraphIds.of(paragraph), text })),
  )
  const mentions = alignPlaced(
    stored.mentions.map((row) => ({ group: row.paragraphId, text: `${row.kind} ${row.nameAsPrinted}` })),
    record.mentions.map((row) => ({
      group: paragraphIds.maybe(row.paragraph),
      text: `${row.kind} ${row.nameAsPrinted}`,
    })),
  )
  const outcomes = alignOutcomes(stored, record, paragraphIds.maybe)
  return {
    ...outcomes,
    votes: alignVotes(stored, record, read, outcomes.voteEvents),
    sections,
    paragraphs,
    attendances,
    affiliations: alignStatements(stored, record, read, attendances),
    utterances,
    remarks,
    unattributed: idsFrom(stored.passages, record.unattributed, unattributed),
    mentions: idsFrom(stored.mentions, record.mentions, mentions),
  }
}

/** By their words in their paragraph, those of the same kind first: what was a motion may turn out to be a decision. */
function alignOutcomes(
  stored: StoredReading,
  record: MeetingRecord,
  paragraphId: (position: number | null) => string | null,
): Pick<RowIds, OutcomeList> {
  const outcomes = outcomesInOrder(record)
  const pairs = alignPlaced(
    stored.outcomes.map((row) => ({ group: row.paragraphId, text: `${row.kind} ${row.text}` })),
    outcomes.map(({ list, row }) => ({ group: paragraphId(row.paragraph), text: `${outcomeKinds[list]} ${row.text}` })),
  )
  const ids = idsFrom(stored.outcomes, outcomes, pairs)
  const found: Pick<RowIds, OutcomeList> = { motions: [], voteEvents: [], decisions: [], actions: [] }
  outcomes.forEach(({ list, index }, i) => {
    found[list][index] = required(ids[i], 'id of an outcome')
  })
  return found
}

/** Of one vote: by who voted and the name as printed, then by either. */
function alignVotes(
  stored: StoredReading,
  record: MeetingRecord,
  read: ReadIds,
  voteEvents: readonly string[],
): string[] {
  const eventIds = idsOf(
    'vote event',
    record.voteEvents.map(({ position }, i) => [position, required(voteEvents[i], 'id of a vote event')]),
  )
  const after = record.votes.map((row) => ({
    event: eventIds.of(row.voteEvent),
    voter: read.people.maybe(row.person) ?? read.organizations.maybe(row.organization),
    name: row.nameAsPrinted,
  }))
  const before = stored.votes.map((row) => ({
    event: row.voteEventId,
    voter: row.personReadId ?? row.organizationReadId,
    name: row.nameAsPrinted,
  }))
  const pairs = pairByKeys(
    before,
    after,
    ({ event, voter, name }) => `${event} ${voter} ${name}`,
    ({ event, voter, name }) => `${event} ${voter ?? name}`,
    ({ event, name }) => `${event} ${name}`,
  )
  return idsFrom(stored.votes, after, pairs)
}

/** By person, then by the name as printed. */
function alignAttendances(stored: StoredReading, record: MeetingRecord, read: ReadIds): string[] {
  const after = record.attendances.map((row) => ({ person: read.people.of(row.person), name: row.nameAsPrinted }))
  const before = stored.attendances.map((row) => ({ person: row.personReadId, name: row.nameAsPrinted }))
  const pairs = pairByKeys(
    before,
    after,
    ({ person, name }) => `${person} ${name}`,
    ({ person }) => person,
    ({ name }) => name,
  )
  return idsFrom(stored.attendances, after, pairs)
}

/** Within one attendance, or among those of a register: by all that is stated, then by the organization, then in order. */
function alignStatements(
  stored: StoredReading,
  record: MeetingRecord,
  read: ReadIds,
  attendances: readonly string[],
): string[] {
  const attendanceIds = idsOf(
    'attendance',
    record.attendances.map(({ position }, i) => [position, required(attendances[i], 'id of an attendance')]),
  )
  const after = record.affiliations.map((row) => ({
    place: `${attendanceIds.maybe(row.attendance)} ${read.people.of(row.person)}`,
    organization: read.organizations.maybe(row.organization),
    stated: `${row.status} ${row.title}`,
  }))
  const before = stored.statements.map((row) => ({
    place: `${row.attendanceId} ${row.personReadId}`,
    organization: row.organizationReadId,
    stated: `${row.status} ${row.title}`,
  }))
  const pairs = pairByKeys(
    before,
    after,
    ({ place, organization, stated }) => `${place} ${organization} ${stated}`,
    ({ place, organization }) => `${place} ${organization}`,
    ({ place }) => place,
  )
  return idsFrom(stored.statements, after, pairs)
}

/** Remarks by their words and speakers; an utterance goes with the remarks that say it. */
function alignSpeech(
  stored: StoredReading,
  record: MeetingRecord,
  read: ReadIds,
  paragraphId: (position: number | null) => string | null,
): Pick<RowIds, 'remarks' | 'utterances'> {
  const texts = new Map(record.utterances.map(({ position, text }) => [position, text]))
  const pairs = alignRemarks(
    stored.remarks.map((row) => ({ group: row.paragraphId, speaker: row.speaker, text: row.text })),
    record.remarks.map((row) => ({
      group: paragraphId(row.paragraph),
      speaker:
        read.people.maybe(row.speaker) ??
        read.organizations.maybe(row.party) ??
        row.speakerAsPrinted ??
        row.speakerRole ??
        '',
      text: required(texts.get(row.utterance), 'utterance of a remark'),
    })),
  )
  const spoken = new Map<number, string>() // position of the utterance → id of a stored one
  const taken = new Set<string>()
  const kept = [...pairs].map(([a, b]) => ({
    at: required(record.remarks[a], 'remark of the record').utterance,
    id: required(stored.remarks[b], 'stored remark').utteranceId,
  }))
  for (const { at, id } of kept.sort((one, other) => (one.id < other.id ? -1 : 1))) {
    // of several, the oldest stays
    if (taken.has(id) || spoken.has(at)) continue
    spoken.set(at, id)
    taken.add(id)
  }
  return {
    remarks: idsFrom(stored.remarks, record.remarks, pairs),
    utterances: record.utterances.map(({ position }) => spoken.get(position) ?? newId()),
  }
}
