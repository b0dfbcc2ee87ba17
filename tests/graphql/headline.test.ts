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

const headline = `query ($slug: String!, $first: Int, $after: String) {
  theme(slug: $slug) {
    title
    remarks(first: $first, after: $after) {
      pageInfo { endCursor hasNextPage }
      nodes {
        __typename text
        speaker { name organization { name } }
        ... on Response { acts { verb } stance inResponseTo { speaker { name } } } } } } }`

describe('theme → remarks → speaker → organization', () => {
  it('answers in the order of the record, newest meeting first, undated last', async () => {
    const { errors, at } = await ask(headline, { slug: 'fairness-of-dues' })
    expect(errors).toEqual([])
    expect(at('theme.title')).toBe('Fairness of dues')
    expect(at('theme.remarks.nodes.*.__typename')).toEqual([
      'Statement',
      'Statement',
      'Statement',
      'Statement',
      'Response',
      'Statement',
    ])
    expect(at('theme.remarks.nodes.*.speaker.name')).toEqual([
      'Mara Lind',
      'Mara Lind',
      'Tomas Okoro',
      undefined,
      'Inés Valdez',
      'Mara Lind',
    ])
    expect(at('theme.remarks.nodes.4')).toEqual({
      __typename: 'Response',
      text: 'Ms. Valdez answered that the tariff is under review. She agreed that a cap helps.',
      speaker: { name: 'Inés Valdez', organization: { name: 'Harbour Institute' } },
      acts: [{ verb: 'answered' }, { verb: 'agreed' }],
      stance: 'SUPPORTS',
      inResponseTo: [{ speaker: { name: 'Mara Lind' } }, { speaker: { name: 'Tomas Okoro' } }, { speaker: null }],
    })
  })

  it('takes one SQL statement, the first page and the next', async () => {
    const first = await ask(headline, { slug: 'dredging-costs', first: 20 })
    expect(first.statements).toHaveLength(1)
    const after = first.at('theme.remarks.pageInfo.endCursor')
    const next = await ask(headline, { slug: 'dredging-costs', first: 20, after })
    expect(next.errors).toEqual([])
    expect(next.statements).toHaveLength(1)
    expect(next.at('theme.remarks.nodes.0.text')).toBe('Dredging sentence 21.')
  })
})
