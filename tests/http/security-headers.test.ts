import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../support/database.js'
import { handlerOf, operation } from '../support/handler.js'

describe('every answer', () => {
  let handle: ReturnType<typeof handlerOf>
  beforeAll(async () => {
    handle = handlerOf(await testDatabase())
  })

  it.each<[string, RequestInit]>([
    ['/graphql', operation('{ __typename }')],
    ['/graphql', operation('{ nothing }')],
    ['/graphql', { headers: { accept: 'text/html' } }],
    ['/meetings/none', {}],
    ['/export.ndjson', {}],
    ['/feed.xml', {}],
    ['/schema.graphql', {}],
    ['/health', {}],
    ['/nothing', {}],
  ])('of %s is to be taken for the type that it names', async (path, init) => {
    expect((await handle(path, init)).headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('that is a page stands in no frame, and loads nothing from elsewhere', async () => {
    const { headers } = await handle('/graphql', { headers: { accept: 'text/html' } })
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/)
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })
})
