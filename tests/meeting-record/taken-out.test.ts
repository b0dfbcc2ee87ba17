import { beforeEach, describe, expect, it } from 'vitest'
import { createKey } from '../../src/access/keys.js'
import type { MeetingEnvelope } from '../../src/ingest/meeting-record/envelope.js'
import { boardThatDecides as board } from '../ingest-write/board.js'
import { feedOf } from '../support/changes.js'
import { erased, merged, restored, retracted, undone } from '../support/curate.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { assertDerived } from '../support/derived.js'
import { handlerOf } from '../support/handler.js'
import { ingest } from '../support/ingest.js'
import { readingOf } from '../support/record.js'
import { exported, ingestJson } from './support.js'

const series = 'Boards'
const slug = 'harbour-board-2021-03-04'
const other = {
  ...{ ...board, title: 'Another board', date: '2021-05-06', present: [{ name: 'Ada Moss' }] },
  outcomes: { ...board.outcomes, actions: [] }, // only these name the Port Authority beside the list of those present
}

describe('a retracted meeting in an export', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
    await ingest(database, board, { series })
    await ingest(database, other, { series })
  })
  const moved = async (texts: readonly string[]) => {
    await testDatabase()
    for (const text of texts) await ingestJson(database, text)
    await assertDerived(database)
  }

  it('says so, with the reason, is retracted in the archive that takes it, and comes back there in its place', async () => {
    const live = await exported(database)
    await retracted(database, slug)
    const texts = await exported(database)
    const [first, second] = texts.map((text) => (JSON.parse(text) as MeetingEnvelope).archive?.retracted)
    expect(first).toMatchObject({ reason: 'It was a draft.', by: 'curator' })
    expect(second).toBeUndefined()
    await moved(texts)
    expect(await exported(database)).toEqual(texts)
    expect(await database.prisma.meeting.findMany({ select: { title: true } })).toEqual([{ title: 'Another board' }])
    expect((await feedOf(database, 0n)).join()).not.toContain('Harbour board')
    await restored(database, slug)
    expect(await exported(database)).toEqual(live)
  })

  it('changes nothing where it is known, retracted or not, and its words come in by no other way', async () => {
    const live = await exported(database)
    await retracted(database, slug)
    const texts = await exported(database)
    for (const text of texts) expect((await ingestJson(database, text)).status).toBe('UNCHANGED')
    await expect(ingestJson(database, live[0] ?? '')).rejects.toThrow('was retracted')
    await moved(live)
    for (const text of texts) expect((await ingestJson(database, text)).status).toBe('UNCHANGED')
    expect(await exported(database)).toEqual(live)
  })

  it('takes merges with it that hold people whom nothing else names, and names that a later reading dropped', async () => {
    const id = async (of: string) => (await database.prisma.person.findUniqueOrThrow({ where: { slug: of } })).id
    const [bo, cy, ada] = [await id('bo-lind'), await id('cy-quist'), await id('ada-moss')]
    const joined = await merged(database, 'PERSON', [bo], ada)
    await merged(database, 'PERSON', [cy], ada)
    const without = { title: 'Another board', paragraphs: [{ text: 'Nobody came.', by: ['Ada Moss'] }] }
    await retracted(database, slug)
    await ingest(database, readingOf(without, { formatVersion: '2' }), { meeting: 'another-board-2021-05-06' })
    expect(await database.prisma.keptName.count()).toBeGreaterThan(1)
    const texts = await exported(database)
    await moved(texts)
    expect(await exported(database)).toEqual(texts)
    await undone(database, joined)
    await restored(database, slug)
    const remarks = await database.prisma.remark.findMany({ where: { speakerReadId: { in: [bo, cy] } } })
    expect(new Set(remarks.map(({ speakerId }) => speakerId))).toEqual(new Set([bo, ada]))
  })

  it('holds no name that was erased', async () => {
    await retracted(database, slug)
    await retracted(database, 'another-board-2021-05-06')
    await ingest(database, { ...board, title: 'Third board', date: '2021-07-08' }, { series })
    const { id } = await database.prisma.person.findUniqueOrThrow({ where: { slug: 'cy-quist' } })
    await erased(database, id)
    const texts = await exported(database)
    expect(texts.join()).not.toContain('Quist')
    await moved(texts)
    expect(await exported(database)).toEqual(texts)
  })

  it('is given out over HTTP to an admin who asks for everything, and to nobody else', async () => {
    await retracted(database, slug)
    const handle = handlerOf(database)
    const text = async (path: string, key?: string) => {
      const response = await handle(path, key ? { headers: { authorization: `Bearer ${key}` } } : {})
      return response.status === 200 ? response.text() : response.status
    }
    const keyOf = async (scope: 'READ' | 'WRITE' | 'ADMIN') => (await createKey(database, { name: scope, scope })).key
    const [write, admin] = [await keyOf('WRITE'), await keyOf('ADMIN')]
    expect(await text('/export.ndjson?everything=true', admin)).toContain('"retracted":{"reason":"It was a draft."')
    for (const [path, key] of [
      ['/export.ndjson', admin],
      ['/export.json', write],
      ['/export.csv?everything=true', admin],
    ] as const)
      expect(await text(path, key), path).not.toContain('Port Authority')
    expect(await text('/export.ndjson?everything=true', write)).toBe(403)
    expect(await text('/export.ndjson?everything=true')).toBe(401)
  })
})
