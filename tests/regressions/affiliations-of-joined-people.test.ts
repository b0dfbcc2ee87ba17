import { expect, it } from 'vitest'
import { merged } from '../support/curate.js'
import { testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import type { Minutes } from '../support/record.js'

const minutes = (title: string, date: string, [ada, bo]: readonly [string, string]): Minutes => ({
  title,
  date,
  present: [
    { name: 'Ada Moss', posts: [{ title: ada, organization: 'Port Authority' }] },
    { name: 'Bo Lind', posts: [{ title: bo, organization: 'Port Authority' }] },
    { name: 'Cy Quist' },
  ],
  paragraphs: [
    { text: 'Ada spoke first.', by: ['Ada Moss'] },
    { text: 'Bo spoke then.', by: ['Bo Lind'] },
  ],
})

it('a reading that changes the id of an affiliation of joined people changes it in the remarks of their other meetings', async () => {
  const database = await testDatabase()
  await ingest(database, minutes('Spring', '2021-03-01', ['Head', 'Member']), { series: 'Boards' })
  const autumn = minutes('Autumn', '2021-09-01', ['Member', 'Head'])
  const { meeting } = await ingest(database, autumn, { series: 'Boards' })
  const id = async (slug: string) => (await database.prisma.person.findUniqueOrThrow({ where: { slug } })).id
  await merged(database, 'PERSON', [await id('bo-lind')], await id('ada-moss'))
  // Ada, by whose statement the joined affiliation is called, states it no more. All that is derived is checked behind it.
  const without = { title: 'Autumn', date: '2021-09-01', paragraphs: [{ text: 'Cy spoke.', by: ['Cy Quist'] }] }
  const again = await ingest(database, without, { meeting: meeting.slug })
  expect(again.meeting.slug).toBe(meeting.slug)
  const kept = await database.prisma.affiliation.findMany({ select: { title: true }, orderBy: { title: 'asc' } })
  expect(kept.map(({ title }) => title)).toEqual(['Head', 'Member'])
})
