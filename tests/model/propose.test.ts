import { record } from '@rapporteur/reader/proposal/gate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ModelSettings } from '../../src/ingest/model/model-settings.js'
import type { ModelProgress } from '../../src/ingest/model/progress.js'
import { proposeByModel } from '../../src/ingest/model/propose.js'
import { type ModelServer, type Question, startModelServer } from '../support/model-server.js'
import { answerLines, answerTo, hashOf, linesOf, minutes, outlineFor } from './record.js'

const impatient = { tries: 2, firstMs: 1, longestMs: 5_000 }

let server: ModelServer
let settings: ModelSettings

const lastOf = ({ messages }: Question): string => messages.at(-1)?.content ?? ''
const propose = async (
  text: string,
  more: Partial<ModelSettings> = {},
  onProgress?: (progress: ModelProgress) => void,
) => proposeByModel(await outlineFor(text), hashOf(text), { ...settings, ...more }, { backoff: impatient, onProgress })

/** Minutes of so many items, each of which reports two people. */
const longMinutes = (items: number): string =>
  `# Slipway Committee\n\n4 March 2031\n\n${Array.from(
    { length: items },
    (_, i) =>
      `## Item ${i + 1}\n\nMs Quill reported that winch number ${i + 1} had failed twice since January and would be looked at.\n\nMr Osei replied that the company would pay a third of what lamp ${i + 1} costs, and no more than that.\n`,
  ).join('\n')}`

/** Answers a part as a good reader does, from the numbered sentences that it is given. */
const readsItems = ({ messages }: Question): string => {
  const task = messages[0]?.content ?? ''
  const known = task.includes('These lines are known')
  const remarks = [...task.matchAll(/^\[([\d.]+)\] (Ms Quill reported|Mr Osei replied)/gm)].map(([, ids, said], i) => ({
    remark: i + 1,
    by: [said === 'Ms Quill reported' ? 'p1' : 'p2'],
    ids,
    ...(said === 'Mr Osei replied' && i > 0 ? { answers: [i] } : {}),
  }))
  const people = [
    { person: 'p1', name: 'Ms Quill', printed: ['Ms Quill'] },
    { person: 'p2', name: 'Mr Osei', printed: ['Mr Osei'] },
  ]
  return answerTo(task, [...(known ? [] : people), ...remarks])
}

describe('reading by a model', () => {
  beforeAll(async () => {
    server = await startModelServer()
    settings = { url: server.url, model: 'reader-1', context: 32_000, timeoutMs: 5_000 }
  })
  afterAll(() => server.close())

  it('gives what it answered, with what it took', async () => {
    server.answer((question) => answerTo(lastOf(question)))
    const { proposal, usage } = await propose(minutes)
    expect(proposal.header).toMatchObject({ by: 'model', model: 'reader-1', sha256: hashOf(minutes) })
    expect(record(await outlineFor(minutes), proposal)).toMatchObject({
      refused: [],
      record: { remarks: { length: 4 } },
    })
    expect(usage).toMatchObject({ parts: 1, asked: expect.any(Number), answered: expect.any(Number) })
  })

  it('tells how many sentences it has read, and never fewer than before', async () => {
    server.answer((question) => answerTo(lastOf(question)))
    const seen: ModelProgress[] = []
    await propose(minutes, {}, (progress) => seen.push(progress))
    expect(new Set(seen.map(({ total }) => total)).size).toBe(1)
    expect(new Set(seen.map(({ done }) => done)).size).toBeGreaterThan(2)
    expect(seen.at(-1)).toEqual({ done: seen[0]?.total, total: seen[0]?.total })
  })

  it('sends back once what is refused, and takes the corrected line in its place', async () => {
    const wrong = answerLines.map((line) =>
      'person' in line && line.person === 'p2' ? { ...line, name: 'Bram Oseia' } : line,
    )
    const right = answerLines.filter((line) => 'person' in line && line.person === 'p2')
    server.answer((question, n) => (n === 1 ? answerTo(lastOf(question), wrong) : linesOf(right)))
    const { proposal } = await propose(minutes)
    expect(server.questions).toHaveLength(2)
    expect(lastOf(server.questions[1] as Question)).toContain('Bram Oseia')
    const gated = record(await outlineFor(minutes), proposal)
    expect(gated.refused).toEqual([])
    expect(gated.record.remarks.map(({ speaker }) => speaker)).toEqual(['p1', 'p2', 'p3', 'p2'])
  })

  it('leaves out what is refused and not corrected', async () => {
    const invented = { person: 'p9', name: 'Nobody Printed', printed: ['Nobody'] }
    server.answer((question, n) =>
      n === 1 ? answerTo(lastOf(question), [...answerLines, invented]) : linesOf([answerLines[1]]),
    )
    const { proposal } = await propose(minutes)
    expect(proposal.persons.map(({ person }) => person)).toEqual(['p1', 'p2', 'p3'])
  })

  it('asks again for lines where something else was answered, and then gives up', async () => {
    server.answer((question, n) =>
      n === 1 ? 'Certainly! Here is a summary of the meeting.' : answerTo(question.messages[0]?.content ?? ''),
    )
    expect((await propose(minutes)).proposal.remarks).toHaveLength(4)
    server.answer(['Certainly! Here is a summary of the meeting.'])
    await expect(propose(minutes)).rejects.toMatchObject({ code: 'NO_PROPOSAL' })
    expect(server.questions).toHaveLength(2)
  })

  it('reads a record of 200 kB in parts, with one cast and remarks numbered on', async () => {
    const text = longMinutes(980)
    expect(text.length).toBeGreaterThan(200_000)
    server.answer((question) => readsItems(question))
    const { proposal, usage } = await propose(text, { context: 16_000 })
    expect(usage.parts).toBeGreaterThan(8)
    expect(server.questions).toHaveLength(usage.parts)
    expect(proposal.persons.map(({ person }) => person)).toEqual(['p1', 'p2'])
    expect(proposal.remarks.map(({ remark }) => remark)).toEqual(Array.from({ length: 1_960 }, (_, i) => i + 1))
    const answers = proposal.remarks.filter(({ by }) => by[0] === 'p2')
    expect(answers.every(({ remark, answers: told = [] }) => told.length === 0 || told[0] === remark - 1)).toBe(true)
    for (const { messages } of server.questions) expect(messages[0]?.content.length ?? 0).toBeLessThan(16_000 * 3)
  })

  it('halves a part that turns out to be too long for the model', async () => {
    const full = {
      status: 400,
      error: { message: 'This model has a maximum context length.', code: 'context_length_exceeded' },
    }
    server.answer((question) => ((question.messages[0]?.content.length ?? 0) > 9_000 ? full : readsItems(question)))
    const { proposal, usage } = await propose(longMinutes(40))
    expect(usage.parts).toBeGreaterThan(1)
    expect(proposal.remarks).toHaveLength(80)
  })

  it('knows somebody again who gets another key or a fuller name in a later part', async () => {
    const people = [
      [{ person: 'p1', name: 'Quill', printed: ['Ms Quill'] }],
      [
        { person: 'p7', name: 'Ms Quill' },
        { person: 'p1', name: 'Mr Osei' },
      ],
    ]
    server.answer((question, n) => answerTo(question.messages[0]?.content ?? '', people[Math.min(n, 2) - 1]))
    const { proposal } = await propose(longMinutes(60), { context: 6_000 })
    expect(proposal.persons.map(({ person, name }) => [person, name])).toEqual([
      ['p1', 'Quill'],
      ['p1-2', 'Mr Osei'],
    ])
  })

  it('keeps motions and votes of several parts apart, with the people who moved and voted', async () => {
    const parts = [
      [
        { person: 'p1', name: 'Ms Quill' },
        { motion: 'm1', ids: '3', movers: ['p1'] },
      ],
      [
        { person: 'p7', name: 'Ms Quill' },
        { motion: 'm1', ids: '30', movers: ['p7'] },
        { vote: 'v1', on: 'm1', ids: '31', votes: { YES: ['p7'] } },
        { decision: '32', result: 'AGREED', on: 'm1' },
        { action: '33', assignees: ['p7', 'the Clerk'] },
      ],
    ]
    server.answer((question, n) => answerTo(question.messages[0]?.content ?? '', parts[n - 1] ?? []))
    const { proposal } = await propose(longMinutes(60), { context: 6_000 })
    expect(proposal).toMatchObject({
      motions: [
        { motion: 'm1', movers: ['p1'] },
        { motion: 'm1-2', movers: ['p1'] },
      ],
      votes: [{ vote: 'v1', on: 'm1-2', votes: { YES: ['p1'] } }],
      decisions: [{ on: 'm1-2' }],
      actions: [{ assignees: ['p1', 'the Clerk'] }],
    })
  })
})
