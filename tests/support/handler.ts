import type { GraphQLSchema } from 'graphql'
import type { Database } from '../../src/database/database.js'
import { ingester, openReader } from '../../src/ingest-document/ingester.js'
import { schema } from '../../src/schema/schema.js'
import { readSettings, type Settings } from '../../src/settings/settings.js'
import { createHandler } from '../../src/yoga.js'
import { disposeLater } from './dispose.js'
import { fetchFrom } from './in-memory.js'

export interface HandlerChanges extends Partial<Settings> {
  schema?: GraphQLSchema
}

/** What the server answers with, without a port: `handle('/graphql?query={__typename}')`. */
export function handlerOf(database: Database, { schema: other, ...settings }: HandlerChanges = {}) {
  const handler = createHandler({
    schema: other ?? schema,
    database,
    ingest: ingester(database, openReader()),
    settings: { ...readSettings({}), ...settings },
  })
  disposeLater(handler)
  const ask = fetchFrom(handler.listener)
  return (path: string, init: RequestInit = {}): Promise<Response> =>
    ask(new Request(`http://localhost:4000${path}`, init))
}

export const json = { 'content-type': 'application/json' }

/** A POST of an operation as JSON. */
export const operation = (query: string, variables?: object, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...json, ...headers },
  body: JSON.stringify({ query, variables }),
})

/** The codes of an answer's errors. */
export async function codesOf(response: Response): Promise<unknown[]> {
  const { errors = [] } = (await response.json()) as { errors?: { extensions?: { code?: unknown } }[] }
  return errors.map(({ extensions }) => extensions?.code)
}
