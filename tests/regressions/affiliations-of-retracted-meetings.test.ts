import { expect, it } from 'vitest'
import { restoreMeeting } from '../../src/curate/restore-meeting.js'
import { retractMeeting } from '../../src/curate/retract-meeting.js'
import { testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import type { Minutes } from '../support/record.js'

const minutes = (title: string, organization: string): Minutes => ({
  title,
  date: '2021-03-01',
  present: [{ name: 'Ada Moss', posts: [{ title: 'Head', organization }] }],
  paragraphs: [{ text: 'Ada spoke.', by: ['Ada Moss'] }],
})

it('an affiliation that only a retracted meeting states has the same id when another record states it', async () => {
  const database = await testDatabase()
  const spring = (await ingest(database, minutes('Spring', 'Port Authority'), { series: 'Boards' })).meeting.slug
  const autumn = (await ingest(database, minutes('Autumn', 'Sea Court'), { series: 'Boards' })).meeting.slug
  const [before] = await database.prisma.affiliation.findMany({ where: { organization: { name: 'Port Authority' } } })
  const act = { slug: spring, reason: 'So it is.', by: 'curator' }
  await database.transaction((sql) => retractMeeting(sql, act))
  await ingest(database, minutes('Autumn', 'Port Authority'), { meeting: autumn })
  const ids = async () =>
    new Set((await database.prisma.affiliationStatement.findMany()).map(({ affiliationReadId }) => affiliationReadId))
  expect(await ids()).toEqual(new Set([before?.id]))
  await database.transaction((sql) => restoreMeeting(sql, act))
  expect(await ids()).toEqual(new Set([before?.id]))
})
