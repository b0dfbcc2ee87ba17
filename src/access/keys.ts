import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Database } from '../database/database.js'
import { ReportedError } from '../database/reported-error.js'
import { changesChannel } from '../feed/record-changes.js'
import type { KeyScope } from '../generated/prisma/enums.js'

/** What is known of a key. The key itself is nowhere. */
export interface KeyRow {
  id: string
  name: string
  scope: KeyScope
  createdAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}

export interface NewKey {
  id: string
  /** To be shown once. */
  key: string
}

const hash = (key: string) => createHash('sha256').update(key).digest()

const shown = { id: true, name: true, scope: true, createdAt: true, lastUsedAt: true, revokedAt: true } as const

export const keyScopes = ['READ', 'WRITE', 'ADMIN'] as const satisfies readonly KeyScope[]

/** Makes a key of 256 random bits. */
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

/** The key's row, unless it is unknown or revoked. */
export async function findKey({ prisma }: Database, key: string): Promise<KeyRow | undefined> {
  const sought = hash(key)
  const row = await prisma.apiKey.findUnique({
    where: { sha256: sought.toString('hex') },
    select: { ...shown, sha256: true },
  })
  if (!row || row.revokedAt || !timingSafeEqual(Buffer.from(row.sha256, 'hex'), sought)) return undefined
  return row
}

/** Whether the key with this id is revoked, or no more. */
export async function isRevoked(prisma: Database['prisma'], id: string): Promise<boolean> {
  const row = await prisma.apiKey.findUnique({ where: { id }, select: { revokedAt: true } })
  return !row || row.revokedAt !== null
}

/** All keys, the latest first. */
export const listKeys = ({ prisma }: Database): Promise<KeyRow[]> =>
  prisma.apiKey.findMany({ select: shown, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })

/**
 * Revokes the key with this id, and wakes those who follow the feed with it, on every server.
 *
 * @throws ReportedError when there is none, or it is revoked.
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
    throw new ReportedError(`There is no key ${id} to revoke. \`rapporteur key list\` has them.`)
}

const USE_IS_NOTED_EVERY = 3_600_000

/** When this process noted the use of each key last, by its own clock: that of the database may be hours away from it. */
const noted = new WeakMap<Database, Map<string, number>>()

/**
 * Notes that a key was used, to the hour: a write for each read would cost more than it tells. A clock that was set back makes
 * what was noted a time to come, which is no reason to wait for it.
 */
export async function noteUse(database: Database, { id, lastUsedAt }: KeyRow): Promise<void> {
  const own = noted.get(database) ?? new Map<string, number>()
  noted.set(database, own)
  const last = own.get(id) ?? lastUsedAt?.getTime()
  if (last !== undefined && Math.abs(Date.now() - last) < USE_IS_NOTED_EVERY) return
  own.set(id, Date.now())
  await database.transaction((sql) => sql.query('UPDATE "ApiKey" SET "lastUsedAt" = now() WHERE id = $1', [id]))
}
