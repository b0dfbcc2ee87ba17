import { createServer } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerOf, request } from '../../src/client/call-server.js'
import { NOT_BEGUN } from '../../src/http/not-begun.js'

let asked: string[]
let url: string
let answers: Record<string, string>[]
const server = createServer(({ method = '' }, response) => {
  asked.push(method)
  const headers = answers.shift()
  response.writeHead(headers ? 503 : 200, headers ?? {}).end('{}')
})

beforeEach(async () => {
  asked = []
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

const call = (method: 'GET' | 'POST') => request({ url, key: undefined }, { method, path: '/keys' })

// A key was made twice when the answer to the first commit was lost on the way from Postgres.
it('a write that may have been done is sent once', async () => {
  answers = [{ 'retry-after': '2' }]
  await expect(answerOf(await call('POST'), url)).rejects.toThrow('503')
  expect(asked).toEqual(['POST'])
})

it('a write that was not begun, and a read, are sent again', async () => {
  answers = [{ [NOT_BEGUN]: 'true' }]
  expect((await call('POST')).status).toBe(200)
  answers = [{ 'retry-after': '2' }]
  expect((await call('GET')).status).toBe(200)
  expect(asked).toEqual(['POST', 'POST', 'GET', 'GET'])
})
