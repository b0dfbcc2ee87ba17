import { beforeAll, describe, expect, it } from 'vitest'
import { encodeId } from '../../src/schema/ids.js'
import { type Ask, asking } from '../support/ask.js'
import { testDatabase } from '../support/database.js'
import { id, insertArchive } from '../support/fixture.js'

let ask: Ask
beforeAll(async () => {
  const db = await testDatabase()
  await insertArchive(db.prisma)
  ask = asking(db)
})

describe('a theme', () => {
  it('has its paragraphs, newest meeting first', async () => {
    const { at } = await ask(
      '{ theme(slug: "fairness-of-dues") { title series { slug } paragraphs { totalCount nodes { meeting { title } number } } } }',
    )
    expect(at('theme')).toEqual({
      title: 'Fairness of dues',
      series: { slug: 'harbour-council' },
      paragraphs: {
        totalCount: 2,
        nodes: [
          { meeting: { title: 'Second Consultation' }, number: '1' },
          { meeting: { title: 'Consultation on Harbour Dues' }, number: '1' },
        ],
      },
    })
  })

  it('has those who raised it by sort name, and not those who only responded', async () => {
    const { at } = await ask('{ theme(slug: "fairness-of-dues") { speakers { totalCount nodes { sortName } } } }')
    expect(at('theme.speakers')).toEqual({
      totalCount: 2,
      nodes: [{ sortName: 'lind mara' }, { sortName: 'okoro tomas' }],
    })
  })

  it('pages those who raised it', async () => {
    const query =
      'query ($after: String) { theme(slug: "fairness-of-dues") { speakers(first: 1, after: $after) { nodes { name } pageInfo { endCursor } } } }'
    const first = await ask(query)
    const second = await ask(query, { after: first.at('theme.speakers.pageInfo.endCursor') })
    expect([first.at('theme.speakers.nodes.0.name'), second.at('theme.speakers.nodes.0.name')]).toEqual([
      'Mara Lind',
      'Tomas Okoro',
    ])
  })
})

describe('a list of themes', () => {
  const titles = async (args: string) => {
    const { at, errors } = await ask(`{ themes${args} { nodes { title } } }`)
    expect(errors).toEqual([])
    return at('themes.nodes.*.title')
  }
  const [dredging, dues, night] = ['Dredging costs', 'Fairness of dues', 'Night traffic']

  it('is by title, or by the stored total of remarks', async () => {
    expect(await titles('')).toEqual([dredging, dues, night])
    expect(await titles('(orderBy: { field: TITLE, direction: DESC })')).toEqual([night, dues, dredging])
    expect(await titles('(orderBy: { field: REMARKS, direction: DESC })')).toEqual([dredging, dues, night])
    expect(await titles('(orderBy: { field: REMARKS, direction: ASC })')).toEqual([night, dues, dredging])
  })

  it.each([
    ['{ series: ["harbour-council"] }', [dredging, dues, night]],
    ['{ meeting: ["a-talk-at-the-quay"] }', [dues]],
    ['{ person: ["ines-valdez"] }', [dues]],
    ['{ person: ["tomas-okoro"], meeting: ["second-consultation-2032-05-10"] }', [dredging, dues]],
    ['{ title: "TRAFFIC" }', [night]],
    ['{ title: "_" }', []],
  ])('can be filtered: %s', async (filter, expected) => {
    expect(await titles(`(filter: ${filter})`)).toEqual(expected)
  })

  it('takes ids in filters', async () => {
    expect(
      await titles(
        `(filter: { series: ["${encodeId('Series', id.series)}"], meeting: ["${encodeId('Meeting', id.undated)}"], person: ["${encodeId('Person', id.lind)}"] })`,
      ),
    ).toEqual([dues])
  })
})
