import { beforeAll, expect, it } from 'vitest'
import { type Ask, asking } from '../support/ask.js'
import { testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'

let ask: Ask
beforeAll(async () => {
  const database = await testDatabase()
  const present = [
    { name: 'Đorđe Straße-Łącki', posts: [{ title: 'Head', organization: 'Økonomisk Råd' }] },
    { name: 'Sinéad O’Dowd' },
    { name: 'Йорис Май' },
    { name: 'Percy Hollis' },
  ]
  await ingest(database, { title: 'Spring', present, paragraphs: [{ text: 'It is late.', by: ['Percy Hollis'] }] })
  await database.prisma.person.updateMany({
    where: { name: 'Percy Hollis' },
    data: { printedNames: ['Percy Hollis', 'P. J. Hóllis'] },
  })
  ask = asking(database)
})

it.each([
  ['people', 'dorde stras', ['Đorđe Straße-Łącki']],
  ['people', 'ĐORĐE', ['Đorđe Straße-Łącki']],
  ['people', 'łącki', ['Đorđe Straße-Łącki']],
  ['people', "sinead o'd", ['Sinéad O’Dowd']],
  ['people', 'Sinéad O’D', ['Sinéad O’Dowd']],
  ['people', 'йорис', ['Йорис Май']],
  ['people', 'p. j. holl', ['Percy Hollis']],
  ['people', 'hollis percy', ['Percy Hollis']],
  ['organizations', 'okonomisk rad', ['Økonomisk Råd']],
] as const)('%s by %j', async (list, name, expected) => {
  const { at } = await ask(`query ($name: String) { ${list}(filter: { name: $name }) { nodes { name } } }`, { name })
  expect(at(`${list}.nodes.*.name`)).toEqual(expected)
})
