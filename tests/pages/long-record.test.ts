import { brotliCompressSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { ingestDocument } from '../../src/ingest/ingest.js'
import { openReader } from '../../src/ingest-document/ingester.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { handlerOf } from '../support/handler.js'

const people = ['Ada Moss', 'Bo Lind', 'Cy Quist', 'Di Harrow', 'Ed Falk', 'Fay Orrin']
const nouns = ['crane', 'slipway', 'tariff', 'pontoon', 'dredger', 'ledger', 'mooring', 'beacon', 'winch', 'quay']
const verbs = [
  'repaired',
  'moved',
  'measured',
  'sold',
  'painted',
  'inspected',
  'insured',
  'lengthened',
  'closed',
  'lent',
]

/** A turn of about 60 words that no other turn has in this order. */
const words = (turn: number) =>
  Array.from({ length: 9 }, (_, i) => {
    const [noun, verb] = [nouns[(turn * 7 + i * 3) % 10], verbs[(turn * 3 + i * 7 + (turn % 11)) % 10]]
    return `The ${noun} of berth ${(turn * 13 + i * 17) % 89} was ${verb} again.`
  }).join(' ')

const turns = Array.from({ length: 470 }, (_, i) => `${people[(i * i + 1) % 6]}: ${words(i)}`)
const text = `Quay council\n4 March 2031\n\n${turns.join('\n\n')}\n`

describe('a record of 470 turns', () => {
  let database: TestDatabase
  let handle: ReturnType<typeof handlerOf>
  let path = ''
  let statements = 0
  beforeAll(async () => {
    database = await testDatabase()
    const file = { fileName: 'quay.txt', bytes: Buffer.from(text) }
    await ingestDocument(database, openReader(), file, { series: 'quay' })
    const rows: TestDatabase['rows'] = (statement) => {
      statements++
      return database.rows(statement)
    }
    handle = handlerOf({ ...database, rows })
    path = `/meetings/${(await database.prisma.meeting.findFirstOrThrow()).slug}`
  })

  it('is sent in less than 200 kB', async () => {
    expect(await database.prisma.remark.count()).toBeGreaterThan(450)
    const body = Buffer.from(await (await handle(path)).arrayBuffer())
    expect(brotliCompressSync(body).length).toBeLessThan(200_000)
  })

  it('is answered without a statement, and without a body, to whoever has it', async () => {
    const tag = (await handle(path)).headers.get('etag') ?? ''
    statements = 0
    const answer = await handle(path, { headers: { 'if-none-match': tag } })
    expect([answer.status, await answer.text(), statements]).toEqual([304, '', 0])
  })
})
