import { Argument, Option } from '@commander-js/extra-typings'
import { createKey, type KeyRow, keyScopes, listKeys, revokeKey } from '../access/keys.js'
import { createKeyThrough, listKeysThrough, revokeKeyThrough } from '../client/keys-through-server.js'
import type { KeyScope } from '../generated/prisma/enums.js'
import { readSettings } from '../settings/settings.js'
import { command, dataDir, usageError } from './command.js'
import { openTarget, type Target } from './target.js'

const scopes = ['read', 'write', 'admin'] as const

export const key = command(
  {
    name: 'key',
    summary: 'creates, lists and revokes API keys',
    description: 'A key is shown once, when it is created; the database stores only its hash.',
    examples: [
      'rapporteur key create --name website --scope read',
      'rapporteur key list',
      'rapporteur key revoke 0199…',
    ],
  },
  (its) =>
    its
      .addArgument(new Argument('<act>', 'what to do').choices(['create', 'list', 'revoke']))
      .argument('[id]', 'of the key to revoke')
      .option('--name <name>', 'what the key to create is for')
      .addOption(new Option('--scope <scope>', 'what the key to create allows').choices(scopes))
      .option(...dataDir),
  async ({ args: [act, id], flags }) => {
    const acting = actOf(act, id, flags)
    const target = await openTarget(readSettings(process.env, { 'data-dir': flags.dataDir }))
    try {
      console.log(await acting(target))
    } finally {
      if ('database' in target) await target.database.close()
    }
    return 0
  },
)

type Act = (target: Target) => Promise<string>

interface NewKey {
  name?: string | undefined
  scope?: (typeof scopes)[number] | undefined
}

function actOf(act: 'create' | 'list' | 'revoke', id: string | undefined, wanted: NewKey): Act {
  if (id !== undefined && act !== 'revoke') throw usageError(`Unexpected argument ${id}.`, 'key')
  if (act === 'create') return create(wanted)
  if (act === 'list') return list
  if (id === undefined) throw usageError('Give the id of the key to revoke.', 'key')
  return revoke(id)
}

function create({ name, scope }: NewKey): Act {
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
