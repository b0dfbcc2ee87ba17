import { expect, it } from 'vitest'
import { ingestReading } from '../../src/ingest/write/ingest-reading.js'
import { testDatabase } from '../support/database.js'
import { readingOf } from '../support/record.js'
import { exported, ingestJson } from './support.js'

it('an export made before records had outcomes is restored as before', async () => {
  const database = await testDatabase()
  await ingestReading(database, readingOf({ paragraphs: [{ text: 'The quay leaks.', by: ['Ada Moss'] }] }), {
    options: {},
  })
  const [now = ''] = await exported(database)
  const before = JSON.parse(now)
  before.record.version = 1
  for (const list of ['decisions', 'motions', 'voteEvents', 'votes', 'actions']) {
    delete before.record[list]
    delete before.archive[list]
  }
  const other = await testDatabase()
  await ingestJson(other, JSON.stringify(before))
  expect(await exported(other)).toEqual([now])
})

it('outcomes are restored as they were, with their ids', async () => {
  const database = await testDatabase()
  const outcomes = {
    motions: [
      { text: 'That the quay be mended.', movers: ['Ada Moss'], seconders: [{ role: 'a member' }], paragraph: 1 },
    ],
    votes: [{ text: 'Carried.', motion: 1, counts: { YES: 2 }, by: [{ who: 'Bo Lind', option: 'YES' as const }] }],
    decisions: [{ text: 'It was agreed.', motion: 1, verb: 'agreed' }],
    actions: [{ text: 'To write.', assignees: [{ body: 'Port Authority' }], due: '2021-05-01' }],
  }
  await ingestReading(database, readingOf({ paragraphs: [{ text: 'The quay.' }], outcomes }), { options: {} })
  const [text = ''] = await exported(database)
  expect(JSON.parse(text).record.motions).toMatchObject([{ movers: [{ asPrinted: 'Ada Moss' }] }])
  const other = await testDatabase()
  await ingestJson(other, text)
  expect(await exported(other)).toEqual([text])
})
