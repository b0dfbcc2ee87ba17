import type { Sql } from '../database/sql.js'
import { recordChanges } from '../feed/record-changes.js'
import { required } from '../ingest/required.js'
import { ensureAffiliations, type StatedAffiliation } from '../ingest/write/affiliation-ids.js'
import { ChangedNodes } from '../ingest/write/changed-nodes.js'
import { derive } from '../ingest/write/derive/derive.js'
import { scopeOf } from '../ingest/write/derive/scope.js'
import { allKinds, forgetKept, reviveNames } from '../ingest/write/kept.js'
import { kinds } from '../ingest/write/kinds.js'
import { lockIngest } from '../ingest/write/lock.js'
import { rootsOf } from '../ingest/write/roots.js'
import type { RowOf } from '../ingest/write/tables.js'
import { meetingTables } from '../ingest/write/take-out.js'
import type { Act } from './act.js'
import { ConflictingActError, NotFoundActError } from './errors.js'
import { checkReason } from './reason.js'
import { reassign } from './reassign.js'
import { keptRows, setAffiliations, writeKept } from './retracted-rows.js'
import { settleFindings } from './settle.js'

/**
 * Restores a retracted meeting with the ids that its rows had, under the merges and names now in force. Runs in the transaction
 * of `sql`. Returns the meeting's id.
 * @throws InvalidActError, NotFoundActError, ConflictingActError
 */
export async function restoreMeeting(sql: Sql, act: Act & { slug: string }): Promise<string> {
  const { by } = act
  const reason = checkReason(act.reason)
  await lockIngest(sql)
  const id = await retractedMeeting(sql, act.slug)
  const nodes = new ChangedNodes()
  const named = await reviveAll(sql, id, nodes)
  await writeRows(sql, id)
  await sql.query(`UPDATE "Slug" SET "meetingId" = "ownerId" WHERE "kind" = 'MEETING' AND "ownerId" = $1`, [id])
  for (const kind of allKinds) await reassign(sql, kind, named[kind])
  await sql.query('DELETE FROM "RetractedMeeting" WHERE "id" = $1', [id])
  await sql.query('DELETE FROM "KeptReading" WHERE "meetingId" = $1 AND "readId" = ANY($2::uuid[])', [
    id,
    allKinds.flatMap((kind) => named[kind]),
  ])
  await forgetKept(sql)
  const derived = await derive(sql, await scopeOf(sql, [id]))
  for (const kind of allKinds) await settleFindings(sql, kind, named[kind])
  await nodes.addPartsOf(sql, 'CREATED', [id])
  await nodes.addDerived(sql, derived, id)
  const others = nodes.list().filter(({ subjectId }) => subjectId !== id)
  const feedEntry = { kind: 'RESTORED', subjectKind: 'MEETING', subjectId: id, meetingId: id, reason } as const
  await recordChanges(sql, [feedEntry, ...others], by)
  return id
}

/** Writes the kept rows as read; their as-merged columns are derived afterwards. */
async function writeRows(sql: Sql, meetingId: string): Promise<void> {
  const before = meetingTables.findIndex(([table]) => table === 'AffiliationStatement')
  for (const [table] of meetingTables.slice(0, before)) await writeKept(sql, meetingId, table)
  await setAffiliations(sql, meetingId, await affiliationsOf(sql, meetingId))
  for (const [table] of meetingTables.slice(before)) await writeKept(sql, meetingId, table)
}

async function retractedMeeting(sql: Sql, slug: string): Promise<string> {
  const [found] = await sql.query<{ ownerId: string; live: boolean; retracted: boolean }>(
    `SELECT s."ownerId", s."meetingId" IS NOT NULL AS live, r."id" IS NOT NULL AS retracted FROM "Slug" AS s
     LEFT JOIN "RetractedMeeting" AS r ON r."id" = s."ownerId" WHERE s."kind" = 'MEETING' AND s."text" = $1`,
    [slug],
  )
  if (found?.retracted) return found.ownerId
  if (found?.live) throw new ConflictingActError(`The meeting "${slug}" is not retracted: there is nothing to restore.`)
  throw new NotFoundActError(`There is no retracted meeting with the slug ${JSON.stringify(slug)}.`)
}

/** Moves the people, bodies and themes that the meeting names back into the live tables. Returns their ids as read. */
async function reviveAll(sql: Sql, meetingId: string, nodes: ChangedNodes) {
  const named = { PERSON: [] as string[], ORGANIZATION: [] as string[], THEME: [] as string[] }
  for (const kind of allKinds) {
    const { reading, readId } = kinds[kind]
    const rows = await keptRows<Record<string, string>>(sql, meetingId, reading)
    named[kind] = rows.map((row) => required(row[readId], `column ${readId}`))
    nodes.add('CREATED', kind, await reviveNames(sql, kind, named[kind]), meetingId)
  }
  return named
}

type Statement = RowOf<'AffiliationStatement'>

/** The affiliation of each kept statement under the merges in force. Creates those that are missing. */
async function affiliationsOf(sql: Sql, meetingId: string): Promise<{ id: string; merged: string; read: string }[]> {
  const rows = await keptRows<Statement>(sql, meetingId, 'AffiliationStatement')
  const people = await rootsOf(sql, 'Person', new Set(rows.map(({ personReadId }) => personReadId)))
  const bodies = await rootsOf(sql, 'Organization', new Set(rows.flatMap((row) => row.organizationReadId ?? [])))
  const stated = rows.map((row): StatedAffiliation => {
    const { personReadId, organizationReadId, title, status, affiliationReadId, documentId, position, pieces } = row
    const read = { personId: personReadId, organizationId: organizationReadId, title, status }
    const organizationId = organizationReadId && (bodies.get(organizationReadId) ?? organizationReadId)
    const merged = { ...read, personId: people.get(personReadId) ?? personReadId, organizationId }
    return { read, merged, readId: affiliationReadId, documentId, position, pieces }
  })
  const { affiliationAt } = await ensureAffiliations(sql, stated)
  return rows.map(({ id }, i) => ({ id, ...affiliationAt(i) }))
}
