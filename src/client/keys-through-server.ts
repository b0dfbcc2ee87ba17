import { z } from 'zod'
import type { KeyRow, NewKey } from '../access/keys.js'
import type { KeyScope } from '../generated/prisma/enums.js'
import { callServer, type ServerAddress } from './call-server.js'

const Instant = z.iso.datetime().transform((text) => new Date(text))

const Keys = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    scope: z.enum(['READ', 'WRITE', 'ADMIN']),
    createdAt: Instant,
    lastUsedAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
  }),
)

const Made = z.object({ id: z.string(), key: z.string() })

/** `createKey` on a running server. @throws RefusedByServerError without a key of scope ADMIN */
export const createKeyThrough = async (
  server: ServerAddress,
  wanted: { name: string; scope: KeyScope },
): Promise<NewKey> =>
  Made.parse(
    await callServer(server, {
      method: 'POST',
      path: '/keys',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wanted),
    }),
  )

/** `listKeys` on a running server. @throws RefusedByServerError without a key of scope ADMIN */
export const listKeysThrough = async (server: ServerAddress): Promise<KeyRow[]> =>
  Keys.parse(await callServer(server, { method: 'GET', path: '/keys' }))

/** `revokeKey` on a running server. @throws RefusedByServerError for an unknown id, or without a key of scope ADMIN */
export const revokeKeyThrough = async (server: ServerAddress, id: string): Promise<void> =>
  void (await callServer(server, { method: 'DELETE', path: `/keys/${encodeURIComponent(id)}` }))
