import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Database } from '../database/database.js'
import { ReportedError } from '../database/reported-error.js'
import { changesChannel } from '../feed/record-changes.js'
import type { KeyScope } from '../generated/prisma/enums.js'

/** What is stored about a key. The key itself is stored nowhere, only its SHA-256. */
export interface KeyRow {
  id: string
  name: string
  scope: KeyScope
  createdAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}

/** A key that was created just now. */
export interface NewKey {
  id: string
  /** Shown once; it cannot be recovered. */
  key: string
}

const hash = (key: string) => createHash('sha256').update(key).digest()

const shown = { id: true, name: true, scope: true, createdAt: true, lastUsedAt: true, revokedAt: true } as const

/** What a key may do; each scope includes those before it. */
export const keyScopes = ['READ', 'WRITE', 'ADMIN'] as const satisfies readonly KeyScope[]

/** Creates a key of 256 random bits. */
export async function createKey(
  database: Database,
  { name, scope }: { name: string; scope: KeyScope },
): Promise<NewKey> {
  const key = `rap_${randomBytes(32).toString('base64url')}`
  const id = randomUUID()
  await database.transaction((sql) =>
    sql.query('INSERT INTO "ApiKey" (id, name, scope, sha256) VALUES ($1, $2, $3::"KeyScope", $4)', [
      id,
      name,
      scope,
      hash(key).toString('hex'),
    ]),
  )
  return { id, key }
}

/** The row of a key; undefined if the key is unknown or revoked. */
export async function findKey({ prisma }: Database, key: string): Promise<KeyRow | undefined> {
  const sought = hash(key)
  const row = await prisma.apiKey.findUnique({
    where: { sha256: sought.toString('hex') },
    select: { ...shown, sha256: true },
  })
  if (!row || row.revokedAt || !timingSafeEqual(Buffer.from(row.sha256, 'hex'), sought)) return undefined
  return row
}

/** Whether the key with this id was revoked or no longer exists. */
export async function isRevoked(prisma: Database['prisma'], id: string): Promise<boolean> {
  const row = await prisma.apiKey.findUnique({ where: { id }, select: { revokedAt: true } })
  return !row || row.revokedAt !== null
}

/** All keys, newest first. */
export const listKeys = ({ prisma }: Database): Promise<KeyRow[]> =>
  prisma.apiKey.findMany({ select: shown, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })

/**
 * Revokes the key with this id, and wakes the feed's subscribers on every server so that those using the key are cut off.
 *
 * @throws ReportedError if there is no such key or it is already revoked.
 */
export async function revokeKey(database: Database, id: string): Promise<void> {
  const revoked = await database.transaction((sql) =>
    sql.query(
      `UPDATE "ApiKey" SET "revokedAt" = now() WHERE id::text = $1 AND "revokedAt" IS NULL
       RETURNING pg_notify('${changesChannel}', '')::text`,
      [id],
    ),
  )
  if (revoked.length === 0)
    throw new ReportedError(`There is no key ${id} to revoke. \`rapporteur key list\` shows all keys.`)
}

/** In milliseconds. */
const LAST_USE_RESOLUTION = 3_600_000

/** When this process last recorded the use of each key, by its own clock, from which the database's may differ by hours. */
const recorded = new WeakMap<Database, Map<string, number>>()

/**
 * Records that a key was used, to the hour: one write per read would cost more than it is worth. If the clock was set back, a
 * recorded time in the future does not delay the next write.
 */
export async function noteUse(database: Database, { id, lastUsedAt }: KeyRow): Promise<void> {
  const own = recorded.get(database) ?? new Map<string, number>()
  recorded.set(database, own)
  const last = own.get(id) ?? lastUsedAt?.getTime()
  if (last !== undefined && Math.abs(Date.now() - last) < LAST_USE_RESOLUTION) return
  own.set(id, Date.now())
  await database.transaction((sql) => sql.query('UPDATE "ApiKey" SET "lastUsedAt" = now() WHERE id = $1', [id]))
}
