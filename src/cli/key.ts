import { createKey, type KeyRow, keyScopes, listKeys, revokeKey } from '../access/keys.js'
import { createKeyThrough, listKeysThrough, revokeKeyThrough } from '../client/keys-through-server.js'
import type { KeyScope } from '../generated/prisma/enums.js'
import { readSettings } from '../settings/settings.js'
import { type Command, parseArguments, usageError } from './command.js'
import { openTarget, type Target } from './target.js'

export const key: Command = {
  name: 'key',
  summary: 'creates, lists and revokes API keys',
  help: `Usage: rapporteur key create --name NAME --scope read|write|admin
       rapporteur key list
       rapporteur key revoke ID

A key is shown once, when it is created; the database stores only its hash.

  --data-dir FOLDER  the folder of the embedded database (used when DATABASE_URL is not set)`,
  examples: ['rapporteur key create --name website --scope read', 'rapporteur key list'],
  async run(argv) {
    const { values, positionals } = parseArguments('key', argv, {
      name: { type: 'string' },
      scope: { type: 'string' },
      'data-dir': { type: 'string' },
    })
    const act = actOf(positionals, values)
    const target = await openTarget(readSettings(process.env, { 'data-dir': values['data-dir'] }))
    try {
      console.log(await act(target))
    } finally {
      if ('database' in target) await target.database.close()
    }
    return 0
  },
}

type Act = (target: Target) => Promise<string>

function actOf([act, id, more]: string[], { name, scope }: { name?: string; scope?: string }): Act {
  if (more !== undefined || (id !== undefined && act !== 'revoke'))
    throw usageError(`Unexpected argument ${more ?? id}.`, 'key')
  if (act === 'create') return create(name, scope)
  if (act === 'list') return list
  if (act === 'revoke' && id) return revoke(id)
  if (act === 'revoke') throw usageError('Give the id of the key to revoke.', 'key')
  throw usageError(act === undefined ? 'Say what to do: create, list or revoke.' : `Unknown action ${act}.`, 'key')
}

function create(name: string | undefined, scope: string | undefined): Act {
  const known: KeyScope | undefined = keyScopes.find((each) => each.toLowerCase() === scope)
  if (!name?.trim()) throw usageError('Say what the key is for, with --name.', 'key')
  if (!known) throw usageError('--scope takes read, write or admin.', 'key')
  const wanted = { name: name.trim(), scope: known }
  return async (target) => {
    const made =
      'server' in target ? await createKeyThrough(target.server, wanted) : await createKey(target.database, wanted)
    return `${made.key}\n\nIts id is ${made.id}. The key will not be shown again.`
  }
}

const list: Act = async (target) => {
  const keys = 'server' in target ? await listKeysThrough(target.server) : await listKeys(target.database)
  return keys.length === 0 ? 'There are no keys.' : keys.map(line).join('\n')
}

const revoke =
  (id: string): Act =>
  async (target) => {
    await ('server' in target ? revokeKeyThrough(target.server, id) : revokeKey(target.database, id))
    return `Revoked ${id}.`
  }

function line({ id, name, scope, createdAt, lastUsedAt, revokedAt }: KeyRow): string {
  const day = (date: Date) => date.toISOString().slice(0, 10)
  const state = revokedAt ? `revoked ${day(revokedAt)}` : lastUsedAt ? `last used ${day(lastUsedAt)}` : 'never used'
  return `${id}  ${scope.toLowerCase().padEnd(5)}  created ${day(createdAt)}, ${state}  ${name}`
}
