import { type AnyFinding, finding } from '@rapporteur/reader/findings'
import type { MeetingRecord } from '@rapporteur/reader/record'
import { piecesOfOffsets } from '@rapporteur/reader/text/pieces'
import { encodeId } from '../../database/node-id.js'
import type { Sql } from '../../database/sql.js'
import { newId } from '../../database/uuid.js'
import { pairByKeys } from '../align/by-keys.js'
import type { PeopleMatch } from '../identity/across-meetings.js'
import type { StoredMeeting } from './find-meeting.js'
import { READER_REPORT } from './reports.js'
import type { BothIds } from './row-context.js'
import type { StoredReading } from './stored.js'
import type { StoredFinding } from './stored-finding.js'
import type { RowOf } from './tables.js'

/** What is stored of a meeting's findings, in order. */
export async function storedFindingsOf(sql: Sql, meetingId: string): Promise<StoredFinding[]> {
  const rows = await sql.query<Omit<StoredFinding, 'pieces'> & { pieces: number[] }>(
    `SELECT "id", "severity", "code", "message", "pieces", "candidates" FROM "Finding" WHERE "meetingId" = $1 ORDER BY "position", "id"`,
    [meetingId],
  )
  return rows.map((row) => ({ ...row, pieces: piecesOfOffsets(row.pieces) }))
}

const tableOf = { people: 'Person', organizations: 'Organization', themes: 'Theme' } as const

/** The findings of a reading, then the doubts that only the archive could raise; those that stayed keep their ids. */
export function storedFindings(
  readings: readonly AnyFinding[],
  doubts: readonly Omit<StoredFinding, 'id'>[],
  ids: Record<keyof typeof tableOf, BothIds>,
  stored: StoredReading['findings'],
): StoredFinding[] {
  const all = [
    ...readings.map((row) => ({
      ...row,
      candidates: row.candidates.map(({ list, key }) => encodeId(tableOf[list], ids[list].merged.of(key))),
    })),
    ...doubts,
  ]
  const keyOf = ({ code, message }: { code: string; message: string }) => `${code} ${message}`
  const pairs = pairByKeys<{ code: string; message: string }>(stored, all, keyOf)
  return all.map((row, i) => ({ ...row, id: stored[pairs.get(i) ?? -1]?.id ?? newId() }))
}

/** How these doubts say that only the archive could raise them. */
const elsewhere = ['of another meeting', 'of other meetings'] as const

/** Whether a finding was raised by what else is in the archive or by a reader, and not by the record itself. */
export const isArchiveDoubt = ({ code, message }: { code: string; message: string }): boolean =>
  code === 'POSSIBLE_SAME_MEETING' ||
  code === READER_REPORT ||
  (code === 'POSSIBLE_SAME_PERSON' && elsewhere.some((words) => message.includes(` ${words} who `)))

/** People of other meetings who could be the same, for a curator to join. */
export function samePersonDoubts(
  record: MeetingRecord,
  doubts: PeopleMatch['doubts'],
  people: BothIds,
): Omit<StoredFinding, 'id'>[] {
  const names = new Map(record.people.map(({ key, name }) => [key, name]))
  return doubts.map(({ key, others }) => {
    const name = names.get(key) ?? key
    const message =
      others.length === 1
        ? `"${name}" could be somebody ${elsewhere[0]} who has the same or a similar name. Merge the two if they are one person.`
        : `"${name}" could be one of ${others.length} people ${elsewhere[1]} who have the same or a similar name. Merge those who are one person.`
    const candidates = [people.merged.of(key), ...others].map((id) => encodeId('Person', id))
    return { ...finding('POSSIBLE_SAME_PERSON', message), candidates }
  })
}

/** Meetings that this one could be another copy of. */
export const sameMeetingDoubts = (meetingId: string, alike: readonly StoredMeeting[]): Omit<StoredFinding, 'id'>[] =>
  alike.length === 0
    ? []
    : [
        {
          ...finding(
            'POSSIBLE_SAME_MEETING',
            `A meeting of this title is known (${alike.map(({ slug }) => slug).join(', ')}). If this is another copy of its record, read it again with that meeting named.`,
          ),
          candidates: [meetingId, ...alike.map(({ id }) => id)].map((id) => encodeId('Meeting', id)),
        },
      ]

export const findingRows = (
  findings: readonly StoredFinding[],
  documentId: string,
  meetingId: string,
): RowOf<'Finding'>[] =>
  findings.map(({ id, severity, code, message, pieces, candidates }, i) => ({
    id,
    documentId,
    meetingId,
    position: i + 1,
    severity,
    code,
    message,
    pieces: pieces.flat(),
    candidates,
  }))
