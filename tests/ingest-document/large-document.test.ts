import { once } from 'node:events'
import { expect, it } from 'vitest'
import { createKey } from '../../src/access/keys.js'
import { testDatabase } from '../support/database.js'
import { handlerOf, operation } from '../support/handler.js'

const mutation = `mutation ($input: IngestDocumentInput!) {
  ingestDocument(input: $input) {
    __typename
    ... on IngestDocumentSuccess { totals { people } }
    ... on UserError { message }
    ... on InvalidInputError { fields { path } }
    ... on DocumentNotRecognizedError { formats { format } }
  }
}`

const turns = (times: number) =>
  `Harbour board\n\n${'Ada Moss: The quay is to be mended before the winter.\n\nBo Lind: We agree, and will pay for it.\n\n'.repeat(times)}`
const prose = (times: number) => 'The quay was mended before the winter.\n\n'.repeat(times)

const asking = async () => {
  const database = await testDatabase()
  const headers = { authorization: `Bearer ${(await createKey(database, { name: 'a', scope: 'WRITE' })).key}` }
  const handle = handlerOf(database)
  const ask = async (query: string, variables?: object) =>
    ((await (await handle('/graphql', operation(query, variables, headers))).json()) as { data: object }).data
  const ingest = async (input: object) =>
    ((await ask(mutation, { input: { ...input, dryRun: true } })) as { ingestDocument: object }).ingestDocument
  return { ask, ingest }
}

it('reads a large document in a thread, and answers what is asked meanwhile', async () => {
  const { ask, ingest } = await asking()
  const order: string[] = []
  const started = once(process, 'worker')
  const reading = ingest({ text: turns(900) }).finally(() => order.push('read'))
  await started
  expect(await ask('{ __typename }').finally(() => order.push('asked'))).toEqual({ __typename: 'Query' })
  expect(await reading).toEqual({ __typename: 'IngestDocumentSuccess', totals: { people: 2 } })
  expect(order).toEqual(['asked', 'read'])
})

it('refuses a large document as it refuses a small one', async () => {
  const { ingest } = await asking()
  const small = await ingest({ text: prose(20) })
  expect(small).toMatchObject({ __typename: 'DocumentNotRecognizedError', formats: expect.arrayContaining([]) })
  const large = await ingest({ text: prose(2_000) })
  expect(large).toEqual(small)
  const nothing = (bytes: number) => ({ base64: Buffer.alloc(bytes).toString('base64') })
  const unreadable = await ingest(nothing(20))
  expect(unreadable).toMatchObject({ __typename: 'InvalidInputError', fields: [{ path: ['base64'] }] })
  expect(await ingest(nothing(100_000))).toEqual(unreadable)
})
