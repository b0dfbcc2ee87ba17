import { auditServer } from 'graphql-http'
import { beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../support/database.js'
import { handlerOf } from '../support/handler.js'

let handle: ReturnType<typeof handlerOf>
beforeAll(async () => {
  handle = handlerOf(await testDatabase())
})

it("passes each of graphql-http's audits", async () => {
  const fetchFn = (url: string, init: RequestInit) => {
    const { pathname, search } = new URL(url)
    return handle(pathname + search, init)
  }
  const results = await auditServer({ url: 'http://localhost:4000/graphql', fetchFn })
  const failed = results.flatMap((result) =>
    result.status === 'ok' ? [] : [`${result.id} ${result.name}: ${result.reason}`],
  )
  expect(failed).toEqual([])
  expect(results).toHaveLength(61)
})
