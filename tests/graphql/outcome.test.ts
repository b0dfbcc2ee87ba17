import { parse } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ReadPath, readPath } from '../../src/read/read-path.js'
import { encodeId } from '../../src/schema/ids.js'
import { schema } from '../../src/schema/schema.js'
import { type Ask, asking, contextOf } from '../support/ask.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { id, insertArchive } from '../support/fixture.js'
import { outcomeId } from '../support/fixture-outcomes.js'

let db: TestDatabase
let read: ReadPath
let askPlain: Ask
beforeAll(async () => {
  db = await testDatabase()
  await insertArchive(db.prisma)
  askPlain = asking(db)
  read = readPath({ schema, rows: db.rows })
})

/** Asks both executors, and expects the compiled one to have answered the same in one statement. */
const ask: Ask = async (query, variables = {}) => {
  const answer = await askPlain(query, variables)
  db.statements.length = 0
  const compiled = await read(parse(query), null, variables, contextOf(db))
  expect(db.statements).toHaveLength(1)
  expect(JSON.parse(compiled ?? 'null')).toEqual({ data: answer.data })
  return answer
}

const first = 'consultation-on-harbour-dues-2031-03-04'

describe('the outcomes of a meeting', () => {
  it('are one list, in the order of the record', async () => {
    const { at } = await ask(`{ meeting(slug: "${first}") { outcomes { totalCount nodes {
      __typename text position theme { title } section { heading } citation permalink } } } }`)
    expect(at('meeting.outcomes.totalCount')).toBe(5)
    expect(at('meeting.outcomes.nodes.*.__typename')).toEqual([
      'Motion',
      'Motion',
      'VoteEvent',
      'Decision',
      'ActionItem',
    ])
    expect(at('meeting.outcomes.nodes.3')).toEqual({
      __typename: 'Decision',
      text: 'It was agreed that dues are capped.',
      position: 1,
      theme: { title: 'Fairness of dues' },
      section: { heading: 'Discussion' },
      citation: 'Consultation on Harbour Dues, 2031-03-04, ¶ 1',
      permalink: `https://archive.example/meetings/${first}#outcome-${outcomeId.decision}`,
    })
  })

  it('cited outside paragraphs, are counted among those of their type', async () => {
    const { at } = await ask(
      '{ decisions(filter: { result: [APPROVED] }) { nodes { citation } } voteEvents(first: 1) { nodes { citation } } }',
    )
    expect(at('decisions.nodes.*.citation')).toEqual(['Second Consultation, 2032-05-10 to 2032-05-12, decision 1'])
    expect(at('voteEvents.nodes.*.citation')).toEqual(['Second Consultation, 2032-05-10 to 2032-05-12, vote 1'])
  })

  it('lead from a motion to those who moved it, the votes on it and what settles it', async () => {
    const { at } = await ask(`{ meeting(slug: "${first}") { motions { nodes {
      result requirement movers { asPrinted person { name } } seconders { asPrinted organization { name } }
      amends { text } amendments { position } decisions { result verb motion { position } }
      voteEvents { kind result motion { position } decision { verb } counts { option optionAsPrinted count }
        votes { totalCount nodes { option optionAsPrinted nameAsPrinted person { name } organization { name } } } } } } } }`)
    expect(at('meeting.motions.nodes.1')).toMatchObject({
      result: null,
      amends: { text: 'That the dues of small boats be halved.' },
      movers: [{ asPrinted: 'Mr. Okoro', person: { name: 'Tomas Okoro' } }],
    })
    expect(at('meeting.motions.nodes.0')).toMatchObject({
      result: 'PASSED',
      requirement: 'two thirds',
      movers: [{ asPrinted: 'Ms. Lind' }, { asPrinted: 'M. Lindt' }],
      seconders: [{ asPrinted: 'Norland', organization: { name: 'Norland' } }],
      amendments: [{ position: 2 }],
      decisions: [{ result: 'AGREED', verb: 'agreed', motion: { position: 1 } }],
      voteEvents: [
        {
          kind: 'ROLL_CALL',
          counts: [
            { option: 'YES', count: 3 },
            { option: 'NO', count: 1 },
          ],
          votes: {
            totalCount: 3,
            nodes: [
              { option: 'YES', optionAsPrinted: 'aye', nameAsPrinted: 'Lind', person: { name: 'Mara Lind' } },
              { option: 'NO', person: { name: 'Tomas Okoro' } },
              { option: 'ABSTAIN', organization: { name: 'Norland' } },
            ],
          },
        },
      ],
    })
  })

  it('are those of a theme, a section and a paragraph, too', async () => {
    const { at } = await ask(`{ theme(slug: "night-traffic") { actionItems { nodes { due dueAsPrinted isDone
        assignees { asPrinted } } } decisions { totalCount } }
      meeting(slug: "${first}") { sections { outcomes { totalCount } } }
      paragraph(meeting: "${first}", number: "1") { outcomes { totalCount } } }`)
    expect(at('theme')).toEqual({
      actionItems: {
        nodes: [
          {
            due: '2031-04-01',
            dueAsPrinted: 'by April',
            isDone: false,
            assignees: [{ asPrinted: 'The Chair' }, { asPrinted: 'Port Authority' }],
          },
        ],
      },
      decisions: { totalCount: 0 },
    })
    expect(at('meeting.sections.*.outcomes.totalCount')).toEqual([0, 5, 0])
    expect(at('paragraph.outcomes.totalCount')).toBe(4)
  })
})

describe('a person', () => {
  it('has what they moved, once however often they are printed, and their votes, newest first', async () => {
    const { at } = await ask(`{ person(slug: "mara-lind") { moved { totalCount nodes { text } } seconded { totalCount }
      votes { nodes { option voteEvent { kind meeting { title } } } } actionItems { nodes { text isDone } } } }`)
    expect(at('person')).toEqual({
      moved: { totalCount: 1, nodes: [{ text: 'That the dues of small boats be halved.' }] },
      seconded: { totalCount: 0 },
      votes: {
        nodes: [
          { option: 'OTHER', voteEvent: { kind: 'POLL', meeting: { title: 'Second Consultation' } } },
          { option: 'YES', voteEvent: { kind: 'ROLL_CALL', meeting: { title: 'Consultation on Harbour Dues' } } },
        ],
      },
      actionItems: { nodes: [{ text: 'Mara Lind wrote.', isDone: true }] },
    })
  })
})

describe('the votes of a person', () => {
  it.each([
    ['{ option: [YES] }', ['YES']],
    ['{ option: [NO, ABSTAIN] }', []],
    ['{ date: { from: "2032-01-01", to: "2032-12-31" } }', ['OTHER']],
    ['{ result: [PASSED] }', ['YES']],
    ['{ theme: ["fairness-of-dues"], series: ["harbour-council"] }', ['YES']],
    [`{ meeting: ["${first}"], text: "MOTION" }`, ['YES']],
  ])('can be filtered by %s', async (filter, options) => {
    const { at } = await ask(
      `{ person(slug: "mara-lind") { votes(filter: ${filter}) { totalCount nodes { option } } } }`,
    )
    expect(at('person.votes.nodes.*.option')).toEqual(options)
    expect(at('person.votes.totalCount')).toBe(options.length)
  })
})

describe('lists of outcomes', () => {
  it.each([
    ['decisions', '{ result: [AGREED] }', ['It was agreed that dues are capped.']],
    ['decisions', '{ person: ["tomas-okoro"] }', []],
    ['decisions', '{ organization: ["norland"] }', ['It was agreed that dues are capped.']],
    ['decisions', '{ date: { from: "2032-01-01" } }', ['The minutes were approved.']],
    ['motions', '{ person: ["tomas-okoro"] }', ['To put "capped" for "halved".']],
    ['motions', '{ result: [PASSED], series: ["harbour-council"] }', ['That the dues of small boats be halved.']],
    ['motions', `{ meeting: ["${first}"], text: "CAPPED" }`, ['To put "capped" for "halved".']],
    ['voteEvents', '{ person: ["mara-lind"], theme: ["fairness-of-dues"] }', ['The motion was put to the vote.']],
    ['motions', '{ person: ["m-lindt"] }', ['That the dues of small boats be halved.']],
    ['motions', `{ person: ["${encodeId('Person', id.lind)}"] }`, ['That the dues of small boats be halved.']],
    ['decisions', `{ meeting: ["${encodeId('Meeting', id.meeting2032)}"] }`, ['The minutes were approved.']],
    [
      'decisions',
      `{ theme: ["${encodeId('Theme', id.fairness)}", "night-traffic"] }`,
      ['It was agreed that dues are capped.'],
    ],
    ['actionItems', '{ due: { to: "2031-04-01" } }', ['The Chair to write to the Port Authority.']],
    ['actionItems', '{ due: { from: "2031-04-02" } }', []],
    ['actionItems', '{ due: {} }', ['The Chair to write to the Port Authority.']],
    ['actionItems', '{ isDone: false }', ['The Chair to write to the Port Authority.']],
    ['actionItems', '{ person: ["mara-lind"] }', ['Mara Lind wrote.']],
    ['actionItems', '{ organization: ["port-authority"] }', ['The Chair to write to the Port Authority.']],
  ])('%s(filter: %s)', async (list, filter, texts) => {
    const { at } = await ask(`{ list: ${list}(filter: ${filter}) { totalCount nodes { text } } }`)
    expect(at('list.nodes.*.text')).toEqual(texts)
    expect(at('list.totalCount')).toBe(texts.length)
  })

  it('can be read on from a cursor', async () => {
    const { at } = await ask('{ decisions(first: 1) { edges { cursor } pageInfo { hasNextPage } } }')
    expect(at('decisions.pageInfo.hasNextPage')).toBe(true)
    const next = await ask('query ($after: String) { decisions(after: $after) { nodes { text } } }', {
      after: at('decisions.edges.0.cursor'),
    })
    expect(next.at('decisions.nodes.*.text')).toEqual(['It was agreed that dues are capped.'])
  })
})

it('finds outcomes and votes by their ids', async () => {
  const outcomes = ['decision', 'motion', 'rollCall', 'action'] as const
  const ids = [
    ...outcomes.map((name) => encodeId('Outcome', outcomeId[name])),
    encodeId('Vote', outcomeId.lindVote),
    encodeId('Person', id.lind),
  ]
  const { at } = await ask(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Decision { result } ... on Vote { span { start } meeting { title } } } }',
    { ids },
  )
  expect(at('nodes.*.__typename')).toEqual(['Decision', 'Motion', 'VoteEvent', 'ActionItem', 'Vote', 'Person'])
  expect(at('nodes.*.id')).toEqual(ids)
  for (const wanted of ids) {
    const { at } = await ask('query ($id: ID!) { node(id: $id) { id } }', { id: wanted })
    expect(at('node.id')).toBe(wanted)
  }
})
