import { beforeEach, describe, expect, it } from 'vitest'
import { createKey } from '../../src/access/keys.js'
import type { KeyScope } from '../../src/generated/prisma/enums.js'
import { board } from '../ingest-write/board.js'
import { exported } from '../meeting-record/support.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { assertDerived } from '../support/derived.js'
import { codesOf, handlerOf, operation } from '../support/handler.js'
import { ingest } from '../support/ingest.js'

const slug = 'harbour-board-2021-03-04'
const failed = '... on UserError { message } ... on InvalidInputError { fields { path } }'
const listed = 'corrections { nodes { id kind summary lost reason by undoneBy span { start end } } }'
const correct = `mutation ($input: CorrectInput!) { correct(input: $input) {
  __typename ... on CorrectSuccess { corrections { id summary } meeting { ${listed} } } ${failed} } }`
const undo = `mutation ($input: UndoCorrectionInput!) { undoCorrection(input: $input) {
  __typename ... on UndoCorrectionSuccess { meeting { ${listed} } } ${failed} } }`

describe('correct and undoCorrection', () => {
  let database: TestDatabase
  let remarks: { id: string; text: string; speaker: { name: string } | null; speakerMatch: string | null }[]
  beforeEach(async () => {
    database = await testDatabase()
    await ingest(database, board, { series: 'Harbour board' })
    remarks = await read()
  })
  const ask = async (query: string, input: object, scope: KeyScope = 'WRITE') => {
    const { key } = await createKey(database, { name: 'kay', scope })
    return handlerOf(database)('/graphql', operation(query, { input }, { authorization: `Bearer ${key}` }))
  }
  const dataOf = async (response: Promise<Response>) => ((await (await response).json()) as { data: object }).data
  const read = async () => {
    const query = `{ meeting(slug: "${slug}") { remarks { nodes { id text speakerMatch speaker { name } } } } }`
    const { data } = (await (await handlerOf(database)('/graphql', operation(query))).json()) as {
      data: { meeting: { remarks: { nodes: typeof remarks } } }
    }
    return data.meeting.remarks.nodes
  }
  const input = (more: object = {}) => ({
    meeting: slug,
    reason: 'As on the tape.',
    corrections: [{ at: { remark: remarks[0]?.id }, speakers: [{ name: 'Bo Lind' }] }],
    ...more,
  })

  it('say who speaks, list what was said, and take it back', async () => {
    const made = (await dataOf(ask(correct, input()))) as { correct: { corrections: { id: string }[] } }
    const summary = '“The chair opened the meeting and thanked everybody.” is said by Bo Lind.'
    expect(made).toMatchObject({
      correct: {
        __typename: 'CorrectSuccess',
        corrections: [{ summary }],
        meeting: {
          corrections: { nodes: [{ kind: 'SPEAKER', summary, lost: null, by: 'kay', span: { start: 20, end: 71 } }] },
        },
      },
    })
    expect((await read())[0]).toEqual({ ...remarks[0], speaker: { name: 'Bo Lind' }, speakerMatch: 'CURATOR' })
    const correction = made.correct.corrections[0]?.id
    expect(await dataOf(ask(undo, { correction, reason: 'The other tape.' }))).toMatchObject({
      undoCorrection: { meeting: { corrections: { nodes: [{ undoneBy: 'kay', span: null }] } } },
    })
    expect(await read()).toEqual(remarks)
    expect(await dataOf(ask(undo, { correction, reason: 'Again.' }))).toMatchObject({
      undoCorrection: { __typename: 'ConflictError', message: 'This correction was already undone by kay.' },
    })
  })

  it('are in the feed, first the act, then what changed by it', async () => {
    await ask(correct, input())
    const query = '{ changes(last: 4) { nodes { kind reason by subject { __typename } meeting { slug } } } }'
    const { data } = (await (await handlerOf(database)('/graphql', operation(query))).json()) as {
      data: { changes: { nodes: { kind: string }[] } }
    }
    const act = data.changes.nodes.findIndex(({ kind }) => kind === 'CORRECTED')
    expect(data.changes.nodes.slice(act)).toMatchObject([
      {
        kind: 'CORRECTED',
        reason: 'As on the tape.',
        by: 'kay',
        subject: { __typename: 'Meeting' },
        meeting: { slug },
      },
      { kind: 'UPDATED', subject: { __typename: 'Paragraph' } },
    ])
  })

  it('need a key of scope write', async () => {
    expect(await codesOf(await ask(correct, input(), 'READ'))).toEqual(['FORBIDDEN'])
    expect(await codesOf(await ask(undo, { correction: 'x', reason: 'y' }, 'READ'))).toEqual(['FORBIDDEN'])
  })

  it('tell the second curator what the first has changed, and change nothing', async () => {
    await ask(correct, input())
    const other = input({ corrections: [{ at: { start: 20, end: 30 }, speakers: [{ name: 'Cy Quist' }] }] })
    expect(await dataOf(ask(correct, other))).toMatchObject({
      correct: {
        __typename: 'ConflictError',
        message: expect.stringContaining('kay has corrected this meanwhile: “The chair'),
      },
    })
    const stale = input({
      corrections: [{ at: { start: 72, end: 80, words: 'Drudging' }, speakers: [{ name: 'Cy Quist' }] }],
    })
    expect(await dataOf(ask(correct, stale))).toMatchObject({
      correct: { __typename: 'ConflictError', message: expect.stringContaining('reads “Dredging” there') },
    })
    expect(await database.prisma.correction.count()).toBe(1)
  })

  const reply = { start: 128, end: 163, words: 'Ms. Moss agreed and noted the cost.' }
  const cy = { name: 'Cy Quist' }
  it.each([
    ['NOBODY', { at: reply, nobody: 'ANONYMOUS' }],
    ['NO_REMARK', { at: reply, noRemark: true }],
    ['REMARK_KIND', { at: reply, kind: 'STATEMENT' }],
    ['ANSWERS', { at: reply, answers: [{ start: 20, end: 71 }] }],
    ['ON_BEHALF_OF', { at: reply, onBehalfOf: [{ body: 'Ferry Line' }] }],
    ['THEME', { at: reply, theme: { title: 'Costs' } }],
    ['SPLIT', { at: { start: 148, end: 163 }, split: true }],
    ['JOIN', { at: { start: 20, end: 163 }, join: true }],
    ['PRESENT', { present: { person: cy, mode: 'APOLOGIES', role: 'Clerk' } }],
    ['PRESENT', { at: reply, present: { person: { name: 'Eve Falk' }, mode: 'PRESENT' } }],
    ['POST', { post: { person: cy, title: 'Pilot', organization: { body: 'Pilots Guild' } } }],
    ['NAME', { name: { person: cy, name: 'Cyrus Quist' } }],
    ['MEETING', { meeting: { title: 'The board', date: '2021-03-05', startTime: '10:00', venue: null } }],
  ])('make a correction of the kind %s, and take it back: %j', async (kind, given) => {
    const before = await shown()
    const made = await dataOf(ask(correct, input({ corrections: [given] })))
    expect(made).toMatchObject({ correct: { meeting: { corrections: { nodes: [{ kind, lost: null }] } } } })
    await assertDerived(database)
    expect(await shown()).not.toEqual(before)
    const [{ id = '' } = {}] = (made as { correct: { corrections: { id: string }[] } }).correct.corrections
    expect(await dataOf(ask(undo, { correction: id, reason: 'The other tape.' }))).toMatchObject({
      undoCorrection: { __typename: 'UndoCorrectionSuccess' },
    })
    await assertDerived(database)
    expect(await shown()).toEqual(before)
  })

  it('confirm what a finding doubts, which settles that finding and no other, and changes nothing that was read', async () => {
    const { id: meetingId, sourceId: documentId } = await database.prisma.meeting.findFirstOrThrow()
    const doubts = ['AMBIGUOUS_SPEAKER', 'REPEATED_TEXT'].map((code, i) => ({
      ...{ code, severity: 'WARNING' as const, message: 'In doubt.', documentId, meetingId, position: 900 + i },
      ...{ pieces: [reply.start, reply.end], candidates: [] },
    }))
    await database.prisma.finding.createMany({ data: doubts })
    const open = async () =>
      (await database.prisma.finding.findMany({ where: { message: 'In doubt.', settled: false } })).map(
        ({ code }) => code,
      )
    const before = await read()
    const right = { corrections: [{ at: reply, right: 'AMBIGUOUS_SPEAKER' }] }
    const made = (await dataOf(ask(correct, input(right)))) as { correct: { corrections: { id: string }[] } }
    expect(made.correct.corrections).toMatchObject([{ summary: `“${reply.words}” was read rightly.` }])
    expect([await open(), await read()]).toEqual([['REPEATED_TEXT'], before])
    await assertDerived(database)
    await dataOf(ask(undo, { correction: made.correct.corrections[0]?.id, reason: 'It was in doubt.' }))
    expect((await open()).sort()).toEqual(['AMBIGUOUS_SPEAKER', 'REPEATED_TEXT'])
  })

  /** The record as the archive exports it. */
  const shown = async () => (await exported(database)).map((text) => (JSON.parse(text) as { record: object }).record)

  it.each([
    ['the reason', { reason: ' ' }, 'InvalidInputError', ['reason']],
    ['the meeting', { meeting: 'nothing' }, 'NotFoundError', undefined],
    ['the corrections', { corrections: [] }, 'InvalidInputError', ['corrections']],
    [
      'the place',
      { corrections: [{ at: { start: 5 }, speakers: [{ name: 'Bo Lind' }] }] },
      'InvalidInputError',
      ['corrections', '0', 'at'],
    ],
    [
      'a place outside of the text',
      { corrections: [{ at: { start: 5, end: 5_000 }, speakers: [{ name: 'Bo Lind' }] }] },
      'InvalidInputError',
      ['corrections', '0', 'at'],
    ],
    [
      'words of no paragraph',
      { corrections: [{ at: { start: 14, end: 19 }, speakers: [{ name: 'Bo Lind' }] }] },
      'InvalidInputError',
      ['corrections', '0'],
    ],
    [
      'what is confirmed and nobody doubts',
      { corrections: [{ at: reply, right: 'AMBIGUOUS_SPEAKER' }] },
      'InvalidInputError',
      ['corrections', '0', 'right'],
    ],
    [
      'two names at once',
      { corrections: [{ at: { start: 20, end: 71 }, speakers: [{ name: 'Bo Lind', role: 'Chair' }] }] },
      'InvalidInputError',
      ['corrections', '0', 'speakers', '0'],
    ],
    [
      'a name without letters',
      { corrections: [{ at: { start: 20, end: 71 }, speakers: [{ name: '…' }] }] },
      'InvalidInputError',
      ['corrections', '0', 'speakers', '0', 'name'],
    ],
  ])('give back as data what is wrong with %s', async (_what, more, __typename, path) => {
    expect(await dataOf(ask(correct, input(more)))).toMatchObject({
      correct: { __typename, ...(path ? { fields: [{ path }] } : {}) },
    })
    expect(await database.prisma.correction.count()).toBe(0)
  })
})
