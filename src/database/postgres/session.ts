import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { DatabaseLimits } from '../limits.js'
import { ReportedError } from '../reported-error.js'
import type { Sql } from '../sql.js'

/** `Sql` on one Postgres connection. */
export const sqlOn = (runner: Pick<pg.ClientBase, 'query'>): Sql => ({
  query: async <Row>(text: string, parameters: unknown[] = []) => (await runner.query(text, parameters)).rows as Row[],
  script: async (text) => void (await runner.query(text)),
  copy: (into, lines) => pipeline(Readable.from([lines]), runner.query(copyFrom(`COPY ${into} FROM STDIN`))),
})

interface Session {
  url: string
  limits: DatabaseLimits
}

/**
 * Runs `work` on a connection of its own, for work that needs a single session: migrations and their locks.
 *
 * @throws ReportedError, one line that names the URL without its password, if it cannot connect
 */
export async function withSession<Result>(
  { url, limits }: Session,
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    ...connectionTo(url, { timezone: 'UTC', lock_timeout: limits.writeLock }),
    application_name: 'rapporteur session',
    connectionTimeoutMillis: limits.connect,
  })
  client.on('error', () => {}) // the running statement fails with it
  try {
    await client.connect()
  } catch (error) {
    void client.end().catch(() => {})
    throw new ReportedError(`Cannot open the database ${withoutSecrets(url)}: ${reason(error)}.`, { cause: error })
  }
  try {
    return await work(sqlOn(client))
  } finally {
    await client.end().catch(() => {})
  }
}

/** A URL with connection settings, appended to any `options` in the URL: left in the URL, those would replace the settings. */
export function connectionTo(url: string, settings: Record<string, string | number>) {
  const address = new URL(url)
  const given = address.searchParams.get('options')
  address.searchParams.delete('options')
  const own = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  return { connectionString: address.href, options: [...(given ? [given] : []), ...own].join(' ') }
}

/** The URL for display: without a password, and without options, which could contain one. */
export function withoutSecrets(url: string): string {
  const { protocol, username, host, pathname } = new URL(url)
  return `${protocol}//${username ? `${username}@` : ''}${host}${pathname}`
}

const advice: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there. Start Postgres, or set DATABASE_URL to where it listens',
  ENOTFOUND: 'there is no such host. Check the host name in DATABASE_URL',
  EAI_AGAIN: 'its host name cannot be resolved. Check the host name in DATABASE_URL, and the network',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ENOENT: 'there is no such socket',
  '28P01': 'the password is wrong',
  '28000': 'the server rejects this user',
  '3D000': 'the server has no such database. Create it, or set another in DATABASE_URL',
  '53300': 'the server has no connection left',
  '57P03': 'the server is starting or stopping. Try again in a moment',
}

/** If a host has several addresses, pg wraps their errors in an AggregateError without a message. */
function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const message = error.message.replace(/\.$/, '')
  if (/timeout/.test(message)) return 'no answer from a Postgres server in time'
  if (/^Connection terminated unexpectedly/.test(message)) return 'what listens there is not a Postgres server'
  if (/password must be a (non-empty )?string/.test(message)) return 'the server asks for a password'
  return advice[code] ?? message
}
