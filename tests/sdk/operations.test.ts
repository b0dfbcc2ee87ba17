import { beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../sdk/src/index.js'
import * as operations from '../../sdk/src/operations.js'
import { asking } from '../support/ask.js'
import { testDatabase } from '../support/database.js'
import { insertArchive } from '../support/fixture.js'

let rapporteur: ReturnType<typeof clientOf>

beforeAll(async () => {
  const database = await testDatabase()
  await insertArchive(database.prisma)
  rapporteur = clientOf(asking(database))
})

/** A client whose requests go to the schema itself. */
function clientOf(ask: ReturnType<typeof asking>) {
  return createClient({
    url: 'https://archive.example/graphql',
    operations,
    fetch: async (_url, { body }) => {
      const { query, variables } = JSON.parse(String(body))
      const { data, errors } = await ask(query, variables)
      return Response.json(errors.length > 0 ? { data, errors } : { data })
    },
  })
}

describe('the ready operations, on the schema', () => {
  it('themeRemarks gives what was said on a theme, by whom and for whom', async () => {
    const { theme } = await rapporteur.themeRemarks({ slug: 'fairness-of-dues', filter: { kind: ['RESPONSE'] } })
    const [response] = theme?.remarks.nodes ?? []

    expect(theme?.title).toBe('Fairness of dues')
    expect(theme?.remarks.nodes).toHaveLength(1)
    expect(response?.speaker?.name).toBe('Inés Valdez')
    expect(response?.organization?.name).toBe('Harbour Institute')
    expect(response?.__typename === 'Response' && response.acts.map(({ verb }) => verb)).toEqual(['answered', 'agreed'])
  })

  it('themeRemarks can be paged through to the last remark', async () => {
    const texts: string[] = []
    for await (const { text } of rapporteur.paginate(operations.themeRemarks, { slug: 'dredging-costs', first: 10 }))
      texts.push(text)
    expect(texts).toEqual(Array.from({ length: 45 }, (_, index) => `Dredging sentence ${index + 1}.`))
  })

  it('meetings come newest first, undated last', async () => {
    const { meetings } = await rapporteur.meetings()
    expect(meetings.nodes.map(({ date }) => date)).toEqual(['2032-05-10', '2031-03-04', null])
  })

  it('meetingWithParagraphs has paragraphs in order, with their themes, speakers and remarks', async () => {
    const { meeting } = await rapporteur.meetingWithParagraphs({ slug: 'consultation-on-harbour-dues-2031-03-04' })
    const [fairness] = meeting?.paragraphs.nodes ?? []

    expect(meeting?.paragraphs.nodes.map(({ number }) => number)).toEqual(['1', '2', '3', '3'])
    expect(fairness?.theme?.slug).toBe('fairness-of-dues')
    expect(fairness?.speakers.map(({ name }) => name)).toEqual(['Mara Lind', 'Tomas Okoro'])
    expect(fairness?.remarks.nodes).toHaveLength(4)
  })

  it('paragraphByNumber finds one of two with the same number by its section', async () => {
    const meeting = 'consultation-on-harbour-dues-2031-03-04'
    const { paragraph } = await rapporteur.paragraphByNumber({ meeting, number: '3', section: 3 })

    expect(paragraph?.text).toBe('The tariff was read again.')
    await expect(rapporteur.paragraphByNumber({ meeting, number: '3' })).rejects.toThrow()
  })

  it('personOverTime gives affiliations, and remarks with the body of the time', async () => {
    const { person } = await rapporteur.personOverTime({ slug: 'mara-lind' })

    expect(person?.affiliations.map(({ title }) => title)).toContain('Director')
    expect(person?.remarks.nodes.map(({ meeting, organization }) => [meeting.date, organization?.name])).toEqual([
      ['2032-05-10', 'Harbour Institute'],
      ['2031-03-04', 'Port Authority'],
      [null, undefined],
    ])
  })

  it('organizationPeople gives people by sort name, with their titles', async () => {
    const { organization } = await rapporteur.organizationPeople({ slug: 'harbour-institute' })
    expect(organization?.people.nodes.map(({ sortName }) => sortName)).toEqual([
      'lind mara',
      'okoro tomas',
      'valdez ines',
    ])
    expect(organization?.people.nodes[2]?.affiliations.map(({ title }) => title)).toEqual(['Economist'])
  })

  it('themes can be ordered by how much was said', async () => {
    const { themes } = await rapporteur.themes({ orderBy: { field: 'REMARKS', direction: 'DESC' } })
    expect(themes.nodes[0]?.slug).toBe('dredging-costs')
  })

  it('give null for what is not there', async () => {
    expect(await rapporteur.themeRemarks({ slug: 'nothing' })).toEqual({ theme: null })
    expect(await rapporteur.meetingWithParagraphs({ slug: 'nothing' })).toEqual({ meeting: null })
    expect(await rapporteur.personOverTime({ slug: 'nobody' })).toEqual({ person: null })
    expect(await rapporteur.organizationPeople({ slug: 'nothing' })).toEqual({ organization: null })
  })

  it('statistics counts what was said, by theme, person, body and year', async () => {
    const { statistics } = await rapporteur.statistics({ filter: { theme: ['fairness-of-dues'] }, first: 1 })

    expect(statistics).toMatchObject({ remarks: 6, utterances: 4, responses: 1 })
    expect(statistics.byPerson).toEqual([
      { person: { slug: 'mara-lind', name: 'Mara Lind' }, remarks: 3, responses: 0 },
    ])
  })

  it('search gives what has the words, with the words marked', async () => {
    const { search } = await rapporteur.search({ query: 'Lynd', in: ['PEOPLE'] })
    expect(search).toMatchObject({
      totalCount: 1,
      totalCountIsExact: true,
      edges: [{ snippet: 'Mara Lind', matches: [{ start: 5, end: 9 }], node: { slug: 'mara-lind' } }],
    })
  })

  it('search can be paged through, each utterance once', async () => {
    const ids = new Set<string>()
    for await (const node of rapporteur.paginate(operations.search, { query: 'sentence', in: ['REMARKS'], first: 20 }))
      ids.add(node.id)
    expect(ids.size).toBe(45)
  })
})
