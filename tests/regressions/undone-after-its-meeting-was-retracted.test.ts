import { expect, it } from 'vitest'
import { board } from '../ingest-write/board.js'
import { merged, restored, retracted, undone } from '../support/curate.js'
import { testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'

it('a merge that is undone leaves nobody behind whom only a retracted meeting names', async () => {
  const database = await testDatabase()
  await ingest(database, board, { series: 'Boards' })
  await ingest(database, { ...board, title: 'Another board', date: '2021-05-06' }, { series: 'Courts' })
  const id = async (slug: string) => (await database.prisma.person.findUnique({ where: { slug } }))?.id
  const [into = '', from = ''] = [await id('cy-quist'), await id('cy-quist-2')]
  const merge = await merged(database, 'PERSON', [from], into)
  await retracted(database, 'harbour-board-2021-03-04')
  await undone(database, merge)
  expect([await id('cy-quist'), await id('cy-quist-2')]).toEqual([undefined, from])
  expect(
    await database.prisma.change.findFirst({ where: { subjectId: into }, orderBy: { sequence: 'desc' } }),
  ).toMatchObject({ kind: 'REMOVED', by: 'curator' })
  await restored(database, 'harbour-board-2021-03-04')
  expect([await id('cy-quist'), await id('cy-quist-2')]).toEqual([into, from])
})
