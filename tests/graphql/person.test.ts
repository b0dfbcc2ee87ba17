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

const person = async (slug: string, fields: string) =>
  (await ask(`{ person(slug: "${slug}") { ${fields} } }`)).at('person')

describe('a person', () => {
  it('has a name, every printed form of it, and a body', async () => {
    expect(await person('mara-lind', 'name sortName printedNames organization { name } formerSlugs')).toEqual({
      name: 'Mara Lind',
      sortName: 'lind mara',
      printedNames: ['Mara Lind', 'M. Lind', 'MARA LIND'],
      organization: { name: 'Harbour Institute' },
      formerSlugs: ['m-lindt'],
    })
    expect(await person('olaf-brandt', 'organization { name } affiliations { id }')).toEqual({
      organization: null,
      affiliations: [],
    })
  })

  it('has every affiliation ever stated: CURRENT, INCOMING, FORMER, within these the latest first', async () => {
    expect(
      await person('mara-lind', 'affiliations { title status firstStated lastStated organization { name } }'),
    ).toEqual({
      affiliations: [
        {
          title: 'Fellow',
          status: 'CURRENT',
          firstStated: '2032-05-10',
          lastStated: '2032-05-10',
          organization: { name: 'Harbour Institute' },
        },
        {
          title: 'Director',
          status: 'CURRENT',
          firstStated: '2031-03-04',
          lastStated: '2031-03-04',
          organization: { name: 'Port Authority' },
        },
        {
          title: 'Harbour Master',
          status: 'CURRENT',
          firstStated: '2031-03-04',
          lastStated: '2031-03-04',
          organization: { name: 'Port Authority' },
        },
      ],
    })
    expect(await person('tomas-okoro', 'affiliations { title status note }')).toEqual({
      affiliations: [
        { title: 'Senior Fellow', status: 'INCOMING', note: 'from April' },
        { title: 'Judge', status: 'FORMER', note: null },
      ],
    })
  })

  it.each([
    ['2031-03-03', []],
    ['2031-03-04', ['Director', 'Harbour Master']],
    ['2031-12-31', ['Director', 'Harbour Master']],
    ['2032-01-01', ['Fellow']],
    ['2040-01-01', ['Fellow']],
  ])('has what held on %s: what is dated to hold, else what the last record says', async (day, expected) => {
    const { at } = await ask(`{ person(slug: "mara-lind") { affiliations(asOf: "${day}") { title } } }`)
    expect(at('person.affiliations.*.title')).toEqual(expected)
  })

  it('has affiliations that tell where they are stated', async () => {
    const { at } = await ask(
      '{ person(slug: "mara-lind") { affiliations { person { name } span { start end document { text } } } } }',
    )
    const [text, start, end] = ['document.text', 'start', 'end'].map((path) => at(`person.affiliations.0.span.${path}`))
    expect(String(text).slice(Number(start), Number(end))).toBe('Fellow, Harbour Institute')
    expect(at('person.affiliations.0.person.name')).toBe('Mara Lind')
  })

  it('has attendances and meetings newest first, remarks, and themes by title', async () => {
    expect(
      await person(
        'mara-lind',
        `attendances { totalCount nodes { meeting { title } } } meetings { totalCount nodes { title } }
         remarks { totalCount nodes { position } } themes { totalCount nodes { title } }`,
      ),
    ).toEqual({
      attendances: {
        totalCount: 2,
        nodes: [{ meeting: { title: 'Second Consultation' } }, { meeting: { title: 'Consultation on Harbour Dues' } }],
      },
      meetings: {
        totalCount: 3,
        nodes: [
          { title: 'Second Consultation' },
          { title: 'Consultation on Harbour Dues' },
          { title: 'A talk at the quay' },
        ],
      },
      remarks: { totalCount: 3, nodes: [{ position: 1 }, { position: 1 }, { position: 1 }] },
      themes: { totalCount: 1, nodes: [{ title: 'Fairness of dues' }] },
    })
    expect(await person('ines-valdez', 'themes { nodes { title } }')).toEqual({
      themes: { nodes: [{ title: 'Fairness of dues' }] },
    })
  })
})

describe('a list of people', () => {
  const names = async (args: string) => {
    const { at, errors } = await ask(`{ people${args} { nodes { name } } }`)
    expect(errors).toEqual([])
    return at('people.nodes.*.name')
  }
  const [brandt, lind, novak, okoro, valdez] = ['Olaf Brandt', 'Mara Lind', 'Novak', 'Tomas Okoro', 'Inés Valdez']

  it('is by sort name, without those joined with others and those who are only cited', async () => {
    expect(await names('')).toEqual([brandt, lind, okoro, valdez])
    expect(await names('(filter: { includeCited: true })')).toEqual([brandt, lind, novak, okoro, valdez])
    expect(await names('(filter: { includeCited: false })')).toEqual([brandt, lind, okoro, valdez])
  })

  it('can be by the stored total of remarks', async () => {
    expect(await names('(first: 2, orderBy: { field: REMARKS, direction: DESC })')).toEqual([okoro, lind])
  })

  it.each([
    ['{ series: ["harbour-council"] }', [brandt, lind, okoro, valdez]],
    ['{ meeting: ["second-consultation-2032-05-10"] }', [lind, okoro]],
    [
      '{ meeting: ["consultation-on-harbour-dues-2031-03-04"], includeCited: true }',
      [brandt, lind, novak, okoro, valdez],
    ],
    ['{ organization: ["maritime-court"] }', [okoro]],
    ['{ theme: ["fairness-of-dues"] }', [lind, okoro, valdez]],
    ['{ name: "LIND" }', [lind]],
    ['{ name: "ines" }', [valdez]],
    ['{ name: "inés" }', [valdez]],
    ['{ name: "nov" }', []],
    ['{ name: "nov", includeCited: true }', [novak]],
    [
      '{ theme: ["fairness-of-dues"], organization: ["harbour-institute"], meeting: ["second-consultation-2032-05-10"] }',
      [lind, okoro],
    ],
  ])('can be filtered: %s', async (filter, expected) => {
    expect(await names(`(filter: ${filter})`)).toEqual(expected)
  })

  it('takes ids in filters', async () => {
    expect(
      await names(`(filter: { series: ["${encodeId('Series', id.series)}"], meeting: ["${encodeId('Meeting', id.meeting2031)}"],
      organization: ["${encodeId('Organization', id.institute)}"], theme: ["${encodeId('Theme', id.fairness)}"] })`),
    ).toEqual([lind, okoro, valdez])
  })
})
