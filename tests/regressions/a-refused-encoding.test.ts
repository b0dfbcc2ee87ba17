import { expect, it } from 'vitest'
import { testDatabase } from '../support/database.js'
import { handlerOf } from '../support/handler.js'

// "gzip;q=0" says that gzip is not taken (RFC 9110, 12.4.2).
it.each([
  ['gzip', 'gzip'],
  ['*', 'gzip'],
  ['gzip;q=0.5, br', 'gzip'],
  ['gzip;q=0', null],
  ['identity', null],
])('an export for a client that takes "%s" is encoded as %s', async (accepted, encoding) => {
  const handle = handlerOf(await testDatabase())
  const response = await handle('/export.ndjson', { headers: { 'accept-encoding': accepted } })
  await response.arrayBuffer()
  expect([response.status, response.headers.get('content-encoding')]).toEqual([200, encoding])
})
