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

describe('an organization', () => {
  it('has its aliases, its parent and everyone of whom an affiliation is stated, former ones too', async () => {
    const { at } = await ask(`{ organization(slug: "harbour-institute") { name parent { name aliases } formerSlugs
      people { totalCount nodes { name } } } court: organization(slug: "maritime-court") { people { nodes { name } } } }`)
    expect(at('organization')).toEqual({
      name: 'Harbour Institute',
      parent: { name: 'Port Authority', aliases: ['PA'] },
      formerSlugs: [],
      people: { totalCount: 3, nodes: [{ name: 'Mara Lind' }, { name: 'Tomas Okoro' }, { name: 'Inés Valdez' }] },
    })
    expect(at('court.people.nodes.*.name')).toEqual(['Tomas Okoro'])
  })

  it('filters its people', async () => {
    const { at } = await ask(
      '{ organization(slug: "harbour-institute") { people(filter: { theme: ["dredging-costs"] }) { totalCount nodes { name } } } }',
    )
    expect(at('organization.people')).toEqual({ totalCount: 1, nodes: [{ name: 'Tomas Okoro' }] })
  })

  it.each([
    ['port-authority', [id.lindStatement]],
    ['harbour-institute', [id.laterStatement, id.valdezResponse]],
    ['maritime-court', []],
    ['norland', [id.norlandStatement]],
  ])('has what was said for it at the time, each remark once: %s', async (slug, expected) => {
    const { at } = await ask(`{ organization(slug: "${slug}") { remarks { totalCount nodes { id } } } }`)
    expect(at('organization.remarks.nodes.*.id')).toEqual(expected.map((uuid) => encodeId('Remark', uuid)))
    expect(at('organization.remarks.totalCount')).toBe(expected.length)
  })

  it('pages and filters what was said for it', async () => {
    const query = `query ($after: String, $filter: RemarkFilter) { organization(slug: "harbour-institute") {
      remarks(first: 1, after: $after, filter: $filter) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } } }`
    const first = await ask(query)
    expect(first.at('organization.remarks.pageInfo.hasNextPage')).toBe(true)
    const next = await ask(query, { after: first.at('organization.remarks.pageInfo.endCursor') })
    expect(next.at('organization.remarks.nodes.*.id')).toEqual([encodeId('Remark', id.valdezResponse)])
    expect(next.at('organization.remarks.pageInfo.hasNextPage')).toBe(false)
    const responses = await ask(query, { filter: { kind: ['RESPONSE'] } })
    expect(responses.at('organization.remarks.totalCount')).toBe(1)
  })
})

describe('a list of organizations', () => {
  const names = async (args: string) => {
    const { at, errors } = await ask(`{ organizations${args} { nodes { name } } }`)
    expect(errors).toEqual([])
    return at('organizations.nodes.*.name')
  }
  const [institute, court, norland, authority] = ['Harbour Institute', 'Maritime Court', 'Norland', 'Port Authority']

  it('is by name', async () => {
    expect(await names('')).toEqual([institute, court, norland, authority])
  })

  it.each([
    ['{ series: ["harbour-council"] }', [institute, court, norland, authority]],
    ['{ meeting: ["second-consultation-2032-05-10"] }', [institute]],
    ['{ name: "HARBOUR" }', [institute]],
    ['{ name: "PA" }', [authority]],
    ['{ name: "P%" }', []],
  ])('can be filtered: %s', async (filter, expected) => {
    expect(await names(`(filter: ${filter})`)).toEqual(expected)
  })

  it('takes ids in filters', async () => {
    expect(
      await names(
        `(filter: { series: ["${encodeId('Series', id.series)}"], meeting: ["${encodeId('Meeting', id.meeting2032)}"] })`,
      ),
    ).toEqual([institute])
  })
})
