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

const remark = (uuid: string, fields: string) =>
  ask(`query ($id: ID!) { node(id: $id) { ... on Remark { ${fields} } } }`, { id: encodeId('Remark', uuid) })
const texts = async (filter: string) => {
  const { at, errors } = await ask(`{ remarks(first: 100, filter: ${filter}) { totalCount nodes { id } } }`)
  expect(errors).toEqual([])
  const ids = at('remarks.nodes.*.id') as string[]
  expect(at('remarks.totalCount')).toBe(ids.length)
  return ids
}
const ids = (...uuids: string[]) => uuids.map((uuid) => encodeId('Remark', uuid))

describe('a statement of several raisers', () => {
  it('names the others, and the body among them, each with the same words', async () => {
    const { at } = await remark(
      id.okoroStatement,
      'text ... on Statement { scope coSpeakers { name } jointWith { text speaker { name } party { name } } }',
    )
    const text = 'The raisers asked whether 100% of small boats pay too much. One participant suggested a yearly cap.'
    expect(at('node')).toEqual({
      text,
      scope: 'JOINT',
      coSpeakers: [{ name: 'Mara Lind' }],
      jointWith: [
        { text, speaker: { name: 'Mara Lind' }, party: null },
        { text, speaker: null, party: { name: 'Norland' } },
      ],
    })
  })

  it('of a body has the people as co-speakers', async () => {
    const { at } = await remark(id.norlandStatement, '... on Statement { coSpeakers { name } }')
    expect(at('node.coSpeakers.*.name')).toEqual(['Mara Lind', 'Tomas Okoro'])
  })

  it('lists the passages inside it that nobody is named for', async () => {
    const { at } = await remark(
      id.lindStatement,
      '... on Statement { unattributed { kind text wording span { start end } paragraph { number } } }',
    )
    expect(at('node.unattributed')).toMatchObject([
      {
        kind: 'ANONYMOUS',
        text: 'One participant suggested a yearly cap.',
        wording: 'One participant',
        paragraph: { number: '1' },
      },
    ])
  })

  it('raised by one alone has no others', async () => {
    const { at } = await remark(
      id.brandtStatement,
      '... on Statement { scope coSpeakers { name } jointWith { id } unattributed { id } }',
    )
    expect(at('node')).toEqual({ scope: 'WHOLE', coSpeakers: [], jointWith: [], unattributed: [] })
  })
})

describe('a response', () => {
  it('tells what it does, for or against, and whom it answers in printed order', async () => {
    const { at } = await remark(
      id.valdezResponse,
      '... on Response { stance acts { kind verb span { start end } } inResponseTo { __typename speaker { name } party { name } } }',
    )
    expect(at('node.stance')).toBe('SUPPORTS')
    expect(at('node.acts')).toMatchObject([
      { kind: 'ANSWER', verb: 'answered' },
      { kind: 'AGREE', verb: 'agreed' },
    ])
    expect(at('node.inResponseTo')).toEqual([
      { __typename: 'Statement', speaker: { name: 'Mara Lind' }, party: null },
      { __typename: 'Statement', speaker: { name: 'Tomas Okoro' }, party: null },
      { __typename: 'Statement', speaker: null, party: { name: 'Norland' } },
    ])
  })

  it('tells of each remark that it answers whether it is for or against it', async () => {
    const { at } = await remark(
      id.valdezResponse,
      '... on Response { answered { stance remark { __typename speaker { name } } } }',
    )
    expect(at('node.answered')).toEqual([
      { stance: 'SUPPORTS', remark: { __typename: 'Statement', speaker: { name: 'Mara Lind' } } },
      { stance: 'SUPPORTS', remark: { __typename: 'Statement', speaker: { name: 'Tomas Okoro' } } },
      { stance: 'SUPPORTS', remark: { __typename: 'Statement', speaker: null } },
    ])
    const chair = await remark(id.chairReply, '... on Response { answered { stance remark { id } } }')
    expect(chair.at('node.answered')).toEqual([
      { stance: null, remark: { id: encodeId('Remark', id.brandtStatement) } },
    ])
  })

  it('without a verb that says so has no stance', async () => {
    const { at } = await remark(id.chairReply, '... on Response { stance }')
    expect(at('node')).toEqual({ stance: null })
  })

  it('is among the responses of what it answers', async () => {
    const { at } = await remark(id.norlandStatement, 'responses { speaker { name } acts { verb } }')
    expect(at('node.responses')).toEqual([
      { speaker: { name: 'Inés Valdez' }, acts: [{ verb: 'answered' }, { verb: 'agreed' }] },
    ])
  })
})

describe('who spoke', () => {
  const who = `attribution speaker { name } speakerMatch speakerAsPrinted speakerRole party { name } onBehalfOf { name }
    organization { name } affiliations { title status }`

  it('is a person, with what they were at that meeting', async () => {
    expect((await remark(id.lindStatement, who)).at('node')).toEqual({
      attribution: 'NAMED',
      speaker: { name: 'Mara Lind' },
      speakerMatch: 'EXACT',
      speakerAsPrinted: 'Mara Lind',
      speakerRole: null,
      party: null,
      onBehalfOf: [],
      organization: { name: 'Port Authority' },
      affiliations: [
        { title: 'Director', status: 'CURRENT' },
        { title: 'Harbour Master', status: 'CURRENT' },
      ],
    })
    const later = (await remark(id.laterStatement, 'organization { name } speaker { organization { name } }')).at(
      'node',
    )
    expect(later).toEqual({
      organization: { name: 'Harbour Institute' },
      speaker: { organization: { name: 'Harbour Institute' } },
    })
  })

  it('has no organization without a CURRENT affiliation', async () => {
    expect((await remark(id.okoroStatement, 'organization { name } affiliations { title status }')).at('node')).toEqual(
      {
        organization: null,
        affiliations: [
          { title: 'Senior Fellow', status: 'INCOMING' },
          { title: 'Judge', status: 'FORMER' },
        ],
      },
    )
  })

  it('is a body, and no person is invented', async () => {
    expect((await remark(id.norlandStatement, who)).at('node')).toMatchObject({
      attribution: 'PARTY',
      speaker: null,
      party: { name: 'Norland' },
      organization: { name: 'Norland' },
      affiliations: [],
    })
  })

  it('is a role, for a body', async () => {
    expect((await remark(id.chairReply, who)).at('node')).toMatchObject({
      attribution: 'ROLE',
      speaker: null,
      speakerRole: 'The Chair',
      onBehalfOf: [{ name: 'Port Authority' }],
    })
  })

  it('is nobody named', async () => {
    expect((await remark(id.anonymousTurn, who)).at('node')).toMatchObject({
      attribution: 'ANONYMOUS',
      speaker: null,
      speakerAsPrinted: '???',
      organization: null,
    })
  })
})

describe('where a remark stands', () => {
  it('is told by pieces into the text of the document', async () => {
    const { at } = await remark(id.valdezResponse, 'text span { start end pieces { start end } document { text } }')
    const text = at('node.span.document.text') as string
    const pieces = at('node.span.pieces') as { start: number; end: number }[]
    expect(pieces).toHaveLength(2)
    expect(pieces.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(at('node.text'))
    expect([at('node.span.start'), at('node.span.end')]).toEqual([pieces[0]?.start, pieces[1]?.end])
  })

  it('is null for what a transcript does not have', async () => {
    expect(
      (await remark(id.turn, 'position paragraph { id } section { id } theme { title } meeting { title date }')).at(
        'node',
      ),
    ).toEqual({
      position: 1,
      paragraph: null,
      section: null,
      theme: { title: 'Fairness of dues' },
      meeting: { title: 'A talk at the quay', date: null },
    })
  })

  it('has an address and a citation', async () => {
    expect((await remark(id.valdezResponse, 'permalink citation')).at('node')).toEqual({
      permalink: `https://archive.example/meetings/consultation-on-harbour-dues-2031-03-04#remark-${id.valdezResponse}`,
      citation: 'Inés Valdez, in: Consultation on Harbour Dues, 2031-03-04, ¶ 1',
    })
    const citations = await Promise.all(
      [id.norlandStatement, id.chairReply, id.anonymousTurn].map((uuid) => remark(uuid, 'citation')),
    )
    expect(citations.map(({ at }) => at('node.citation'))).toEqual([
      'Norland, in: Consultation on Harbour Dues, 2031-03-04, ¶ 1',
      'The Chair, in: Consultation on Harbour Dues, 2031-03-04, ¶ 2',
      'Unnamed speaker, in: A talk at the quay, undated, remark 2',
    ])
  })
})

describe('all remarks', () => {
  it('run newest meeting first, undated last, within a meeting as the record has them', async () => {
    const { at } = await ask('{ remarks(first: 100) { nodes { meeting { title } position } } }')
    const places = (at('remarks.nodes') as { meeting: { title: string }; position: number }[]).map(
      ({ meeting, position }) => `${meeting.title} ${position}`,
    )
    expect(places).toEqual([
      ...Array.from({ length: 46 }, (_, i) => `Second Consultation ${i + 1}`),
      ...Array.from({ length: 6 }, (_, i) => `Consultation on Harbour Dues ${i + 1}`),
      'A talk at the quay 1',
      'A talk at the quay 2',
    ])
  })
})

describe('a filter of remarks', () => {
  it.each([
    ['kind', '{ kind: [RESPONSE] }', [id.valdezResponse, id.chairReply]],
    [
      'attribution, any of several',
      '{ attribution: [PARTY, ROLE, ANONYMOUS] }',
      [id.norlandStatement, id.chairReply, id.anonymousTurn],
    ],
    ['a meeting', '{ meeting: ["a-talk-at-the-quay"] }', [id.turn, id.anonymousTurn]],
    ['a theme, by a former slug too', '{ theme: ["fair-dues"], kind: [RESPONSE] }', [id.valdezResponse]],
    ['a person', '{ person: ["mara-lind"] }', [id.laterStatement, id.lindStatement, id.turn]],
    [
      'a person, by the slug of somebody joined with them',
      '{ person: ["m-lindt"] }',
      [id.laterStatement, id.lindStatement, id.turn],
    ],
    [
      'a body: by CURRENT affiliation at that meeting',
      '{ organization: ["harbour-institute"] }',
      [id.laterStatement, id.valdezResponse],
    ],
    ['a body: once, with two titles there', '{ organization: ["port-authority"] }', [id.lindStatement]],
    ['a body: no former affiliation', '{ organization: ["maritime-court"] }', []],
    ['a body: as a party', '{ organization: ["norland"] }', [id.norlandStatement]],
    [
      'a day of a meeting of several days',
      '{ date: { from: "2032-05-12" }, person: ["mara-lind"] }',
      [id.laterStatement],
    ],
    ['a day behind the last', '{ date: { from: "2032-05-13" } }', []],
    ['up to a day', '{ date: { to: "2031-03-04" }, kind: [RESPONSE] }', [id.valdezResponse, id.chairReply]],
    ['up to the day before', '{ date: { to: "2031-03-03" } }', []],
    [
      'a language, its regions included',
      '{ language: ["EN"], person: ["mara-lind"] }',
      [id.laterStatement, id.lindStatement],
    ],
    ['a language with its region only', '{ language: ["en-GB"], person: ["mara-lind"] }', [id.lindStatement]],
    ['words in any capitals', '{ text: "THE DUES" }', [id.laterStatement, id.turn]],
    ['a percent sign as it is', '{ text: "100% of" }', [id.lindStatement, id.okoroStatement, id.norlandStatement]],
    ['no wildcard', '{ text: "100%too" }', []],
    ['no wildcard for one character', '{ text: "d_es" }', []],
    ['no escape', '{ text: "\\\\" }', []],
    [
      'all of several',
      '{ kind: [STATEMENT], person: ["mara-lind"], theme: ["fairness-of-dues"], meeting: ["a-talk-at-the-quay"] }',
      [id.turn],
    ],
    ['an empty list', '{ person: [] }', []],
    ['an unknown slug', '{ person: ["nobody"] }', []],
    ['a series', '{ series: ["harbour-council"], kind: [RESPONSE] }', [id.valdezResponse, id.chairReply]],
  ])('%s', async (_what, filter, expected) => {
    expect(await texts(filter)).toEqual(ids(...expected))
  })

  it('takes ids beside slugs', async () => {
    const filter = `{ person: ["olaf-brandt", "${encodeId('Person', id.valdez)}"] }`
    expect(await texts(filter)).toEqual(ids(id.valdezResponse, id.brandtStatement))
    expect(await texts(`{ person: ["${encodeId('Person', id.valdez)}"] }`)).toEqual(ids(id.valdezResponse))
  })

  it('refuses what is neither, in its place', async () => {
    const { errors } = await ask(
      '{ theme(slug: "night-traffic") { remarks(filter: { person: ["olaf-brandt", "Olaf Brandt"] }) { totalCount } } }',
    )
    expect(errors[0]?.path).toEqual(['theme', 'remarks'])
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: ['filter', 'person', 1] })
  })

  it('refuses the id of another kind of row', async () => {
    const { errors } = await ask(`{ remarks(filter: { meeting: ["${encodeId('Theme', id.night)}"] }) { totalCount } }`)
    expect(errors[0]?.message).toContain('the id of a Theme, but the id of a Meeting is needed')
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: ['filter', 'meeting', 0] })
  })
})
