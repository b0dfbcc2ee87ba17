import type { AnyFinding } from '@rapporteur/reader/findings'
import { piecesOfOffsets } from '@rapporteur/reader/text/pieces'
import { decodedNodeId } from '../../database/node-id.js'
import type { Sql } from '../../database/sql.js'
import { type MeetingRows, meetingRows } from '../../export/meeting-rows.js'
import { type Names, namesOf } from '../../export/names-of-rows.js'
import { recordOfRows } from '../../export/record-of-rows.js'
import { required } from '../../ingest/required.js'
import type { AsRead } from '../../ingest/write/corrections.js'
import { isArchiveDoubt } from '../../ingest/write/findings.js'

/** A meeting's record as it was read, out of its rows: while no corrections are in force they are that. One statement. */
export async function readingOfRows(sql: Sql, meetingId: string): Promise<AsRead> {
  const rows = required(
    await meetingRows(
      async ({ text, values }) => (await sql.query<object>(text, [...values])).map((row) => Object.values(row)),
      meetingId,
    ),
    `rows of the meeting ${meetingId}`,
  )
  const names = namesOf(rows)
  return {
    record: recordOfRows(rows, names),
    findings: rows.findings.filter((row) => !isArchiveDoubt(row)).map((row) => findingOf(row, rows, names)),
    people: new Map([...names.person].map(([id, key]) => [key, id])),
  }
}

const lists = { Person: 'people', Organization: 'organizations', Theme: 'themes' } as const

const findingOf = (
  { severity, code, message, pieces, candidates }: MeetingRows['findings'][number],
  rows: MeetingRows,
  names: Names,
): AnyFinding => ({
  severity,
  code,
  message,
  pieces: piecesOfOffsets(pieces),
  candidates: candidates.flatMap((candidate): AnyFinding['candidates'] => {
    const [table, id] = decodedNodeId(candidate)
    if (table === 'Person') return keysOf(lists[table], names.person, rows.people, id)
    if (table === 'Organization') return keysOf(lists[table], names.organization, rows.organizations, id)
    return table === 'Theme' ? keysOf(lists[table], names.theme, rows.themes, id) : []
  }),
})

/** The key of the row that is, or is merged into, the one with this id. */
function keysOf(
  list: AnyFinding['candidates'][number]['list'],
  keys: ReadonlyMap<string, string>,
  rows: readonly { id: string; mergedIntoId: string | null }[],
  id: string,
): AnyFinding['candidates'] {
  const into = new Map(rows.map((row) => [row.id, row.mergedIntoId]))
  const rootOf = (row: string): string => {
    const next = into.get(row)
    return next ? rootOf(next) : row
  }
  const found = keys.get(id) ?? [...keys].find(([row]) => rootOf(row) === rootOf(id))?.[1]
  return found === undefined ? [] : [{ list, key: found }]
}
