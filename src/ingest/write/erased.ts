import { createHash } from 'node:crypto'
import { splitHonorific } from '@rapporteur/reader/names'
import { nameKey } from '@rapporteur/reader/people/name-keys'
import type { MeetingRecord } from '@rapporteur/reader/record'
import type { Sql } from '../../database/sql.js'
import { IngestConflictError } from './errors.js'

/** What is kept of an erased name: enough to know it again where it stood, and nothing to read it from. Lower-case hex. */
export const nameDigest = (salt: string, key: string): string =>
  createHash('sha256').update(`${salt} ${key}`).digest('hex')

/** @throws IngestConflictError for a file that holds the name of somebody who was erased */
export async function refuseErasedFile(sql: Sql, sha256: string): Promise<void> {
  const [erased] = await sql.query('SELECT 1 FROM "ErasedDocument" WHERE "sha256" = $1', [sha256])
  if (erased)
    throw new IngestConflictError(
      'This file names somebody who was erased from the archive, on request. Take the name out of it before it is read again.',
    )
}

/** @throws IngestConflictError for a record that names somebody who was erased from this meeting */
export async function refuseErasedNames(sql: Sql, meetingId: string, record: MeetingRecord): Promise<void> {
  const erased = await sql.query<{ salt: string; digest: string }>(
    `SELECT e."salt", n."digest" FROM "ErasedName" AS n JOIN "Erasure" AS e ON e."id" = n."erasureId" WHERE n."meetingId" = $1`,
    [meetingId],
  )
  if (erased.length === 0) return
  const digests = new Set(erased.map(({ digest }) => digest))
  const keys = record.people.flatMap(({ name, printedNames }) =>
    [name, ...printedNames].map((form) => nameKey(splitHonorific(form).name)),
  )
  for (const salt of new Set(erased.map((row) => row.salt)))
    if (keys.some((key) => digests.has(nameDigest(salt, key))))
      throw new IngestConflictError(
        'The record names somebody who was erased from this meeting, on request. Take the name out of it before it is read again.',
      )
}
