import { expect, it } from 'vitest'
import { testDatabase } from '../support/database.js'
import { codesOf, handlerOf } from '../support/handler.js'

// Without introspection there is no GraphiQL to show, and a query that a browser sent was answered without a key.
it('a browser needs a key for a query wherever reading is closed', async () => {
  const database = await testDatabase()
  for (const introspection of ['on', 'off'] as const)
    for (const path of ['/graphql', '/graphql/'])
      for (const accept of ['text/html', 'text/html, */*', 'application/json', '*/*']) {
        const closed = handlerOf(database, { reading: 'keys', introspection })
        const response = await closed(`${path}?query={meetings{nodes{title}}}`, { headers: { accept } })
        const isGraphiql = introspection === 'on' && accept.startsWith('text/html')
        expect([introspection, path, accept, response.status]).toEqual([
          introspection,
          path,
          accept,
          isGraphiql ? 200 : 401,
        ])
        if (isGraphiql) expect(response.headers.get('content-type')).toContain('text/html')
        else if (!accept.startsWith('text/html')) expect(await codesOf(response)).toEqual(['UNAUTHENTICATED'])
      }
})
