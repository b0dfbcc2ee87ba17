import { beforeAll, describe, expect, it } from 'vitest'
import { type Ask, asking } from '../support/ask.js'
import { testDatabase } from '../support/database.js'
import { insertArchive } from '../support/fixture.js'

let ask: Ask
beforeAll(async () => {
  const db = await testDatabase()
  await insertArchive(db.prisma)
  ask = asking(db)
})

describe('one list asked for several times', () => {
  it('keeps the rows and the counts of each filter apart, for every parent', async () => {
    const { at } = await ask(`{ meetings { nodes {
      responses: remarks(filter: { kind: [RESPONSE] }) { totalCount nodes { position } }
      named: remarks(filter: { attribution: [NAMED] }, first: 2) { totalCount nodes { position } }
      last: remarks(last: 1) { totalCount nodes { position } pageInfo { hasPreviousPage } } } } }`)
    expect(at('meetings.nodes')).toEqual([
      {
        responses: { totalCount: 0, nodes: [] },
        named: { totalCount: 46, nodes: [{ position: 1 }, { position: 2 }] },
        last: { totalCount: 46, nodes: [{ position: 46 }], pageInfo: { hasPreviousPage: true } },
      },
      {
        responses: { totalCount: 2, nodes: [{ position: 4 }, { position: 6 }] },
        named: { totalCount: 4, nodes: [{ position: 1 }, { position: 2 }] },
        last: { totalCount: 6, nodes: [{ position: 6 }], pageInfo: { hasPreviousPage: true } },
      },
      {
        responses: { totalCount: 0, nodes: [] },
        named: { totalCount: 1, nodes: [{ position: 1 }] },
        last: { totalCount: 2, nodes: [{ position: 2 }], pageInfo: { hasPreviousPage: true } },
      },
    ])
  })

  it('keeps an error in one place from the other', async () => {
    const { at, errors } = await ask(
      '{ good: theme(slug: "night-traffic") { title } bad: theme(slug: "night-traffic") { remarks(first: 101) { totalCount } } }',
    )
    expect(at('good.title')).toBe('Night traffic')
    expect(at('bad')).toBeNull()
    expect(errors.map(({ path }) => path)).toEqual([['bad', 'remarks']])
  })

  it('keeps what each variant of a remark asks for apart', async () => {
    const { at } =
      await ask(`{ paragraph(meeting: "consultation-on-harbour-dues-2031-03-04", number: "1") { remarks { nodes {
      ... on Statement { to: responses { citation } shared: meeting { title } }
      ... on Response { to: inResponseTo { citation } shared: meeting { slug } } } } } }`)
    expect(at('paragraph.remarks.nodes.0')).toEqual({
      to: [{ citation: 'Inés Valdez, in: Consultation on Harbour Dues, 2031-03-04, ¶ 1' }],
      shared: { title: 'Consultation on Harbour Dues' },
    })
    expect(at('paragraph.remarks.nodes.3.to.*.citation')).toEqual([
      'Mara Lind, in: Consultation on Harbour Dues, 2031-03-04, ¶ 1',
      'Tomas Okoro, in: Consultation on Harbour Dues, 2031-03-04, ¶ 1',
      'Norland, in: Consultation on Harbour Dues, 2031-03-04, ¶ 1',
    ])
    expect(at('paragraph.remarks.nodes.3.shared')).toEqual({ slug: 'consultation-on-harbour-dues-2031-03-04' })
  })

  it('reads one connection by nodes and by edges alike', async () => {
    const { at } = await ask(
      '{ theme(slug: "fairness-of-dues") { remarks { nodes { citation } edges { node { permalink citation } } } } }',
    )
    expect(at('theme.remarks.edges.*.node.citation')).toEqual(at('theme.remarks.nodes.*.citation'))
    expect(at('theme.remarks.edges.0.node.permalink')).toMatch(/^https:/)
  })
})
