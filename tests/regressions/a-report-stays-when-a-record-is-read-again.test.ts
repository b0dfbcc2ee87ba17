import { expect, it } from 'vitest'
import { ingestDocument } from '../../src/ingest/ingest.js'
import { openReader } from '../../src/ingest-document/ingester.js'
import { testDatabase } from '../support/database.js'
import { handlerOf } from '../support/handler.js'

const text = (word: string) => `Quay council
4 March 2031

Ada Moss: The crane is ${word}.

Bo Lind: It is not, and will not be.
`

it('what a reader has reported is still a finding of a record that was read again', async () => {
  const database = await testDatabase()
  const handle = handlerOf(database)
  const read = (word: string) =>
    ingestDocument(database, openReader(), { fileName: 'quay.txt', bytes: Buffer.from(text(word)) }, { series: 'quay' })
  await read('lent')
  const { slug } = await database.prisma.meeting.findFirstOrThrow()
  const body = new URLSearchParams({ what: 'It was Cy.', at: '30-40' }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  expect((await handle(`/meetings/${slug}/report`, { method: 'POST', headers, body })).status).toBe(201)
  const reports = () => database.prisma.finding.findMany({ where: { code: 'READER_REPORT' } })
  const [before] = await reports()
  await read('sold')
  expect(await database.prisma.meeting.count()).toBe(1)
  // Its place was one of another text.
  expect(await reports()).toEqual([
    expect.objectContaining({ id: before?.id, message: 'A reader says: “It was Cy.”', pieces: [] }),
  ])
})
