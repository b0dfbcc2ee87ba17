import { readFileSync } from 'node:fs'
import { createKey } from '../../src/access/keys.js'
import { ingestDocument } from '../../src/ingest/ingest.js'
import { modelOf } from '../../src/ingest/model/model-settings.js'
import { ingester, openReader } from '../../src/ingest-document/ingester.js'
import { schema } from '../../src/schema/schema.js'
import { listen } from '../../src/server.js'
import { type Flags, readSettings } from '../../src/settings/settings.js'
import { createHandler } from '../../src/yoga.js'
import { type TestDatabase, testDatabase } from './database.js'

export interface TestServer {
  /** Of the GraphQL endpoint. */
  url: string
  /** Of scope write. */
  apiKey: string
  database: TestDatabase
  close(): Promise<void>
}

export const sample = new URL('../../sample/harbour-consultation.txt', import.meta.url)

/**
 * A server with the sample in it, on a free port of loopback and the tests' database, which it empties first.
 *
 * @param environment settings that differ from the defaults, by their variables.
 */
export async function startServer(environment: Flags = {}): Promise<TestServer> {
  const database = await testDatabase()
  const reader = openReader()
  const file = { fileName: 'harbour-consultation.txt', bytes: readFileSync(sample) }
  await ingestDocument(database, reader, file, { series: 'sample' })
  const { key: apiKey } = await createKey(database, { name: 'tests', scope: 'WRITE' })
  const settings = readSettings({ PORT: '0', ...environment })
  const server = await listen(settings)
  const handler = createHandler({
    schema,
    database,
    ingest: ingester(database, reader, undefined, modelOf(settings)),
    settings,
  })
  server.use(handler.listener)
  return {
    url: `${server.url}/graphql`,
    apiKey,
    database,
    close: async () => {
      await server.close(0)
      await handler.dispose()
    },
  }
}
