import { describe, expect, it } from 'vitest'
import { throughGate } from '../through-gate.js'

const minutes = `# Minutes of the Harbour Board

Tuesday, 4 March 2025

Present: Ada Roe (Chair), Ben Quill, Cal Dunn, Jane Quill

## Dredging

Moved by Mr Quill and seconded by Ms Dunn that the dredging contract be let. Carried, 2 votes to 1.

In favour: Ada Roe, Jane Quill
Against: Cal Dunn

The Board agreed to write to the Port. Last year the Board had refused to.

ACTION: Cal Dunn and the Clerk to write by 14 March.
`

const people = [
  { person: 'a', name: 'Ada Roe', role: 'Chair', at: '3' },
  { person: 'b', name: 'Ben Quill', printed: ['Mr Quill'], at: '3' },
  { person: 'c', name: 'Cal Dunn', printed: ['Ms Dunn'], at: '3' },
  { person: 'd', name: 'Jane Quill', at: '3' },
]
const gated = (...lines: readonly object[]) => throughGate(minutes, 'minutes.md', [...people, ...lines])
const motion = { motion: 'm1', ids: '5.1', movers: ['b'], seconders: ['c'], result: 'PASSED' }

describe('the gate, of what was decided', () => {
  it('makes rows of what the words bear out, in their place, with links between them', async () => {
    const { record, findings } = await gated(
      { theme: 't', title: 'Dredging', at: '4' },
      motion,
      {
        ...{ vote: 'v1', on: 'm1', ids: '5.2-7', kind: 'ROLL_CALL', result: 'PASSED' },
        counts: { YES: 2, Against: 1 },
        votes: { 'In favour': ['a', 'd'], Against: ['c'] },
      },
      { decision: '8.1', result: 'AGREED', verb: 'agreed' },
      { action: '9', assignees: ['c', 'the Clerk'], due: '2025-03-14', dueAsPrinted: 'by 14 March', done: true },
    )
    expect(findings.filter(({ code }) => code.startsWith('UNPROVEN'))).toEqual([])
    expect(record.motions).toMatchObject([
      {
        text: 'Moved by Mr Quill and seconded by Ms Dunn that the dredging contract be let.',
        movers: [{ person: 'b', asPrinted: 'Mr Quill' }],
        seconders: [{ person: 'c', asPrinted: 'Ms Dunn' }],
        result: 'PASSED',
        theme: 't',
      },
    ])
    expect(record.voteEvents).toMatchObject([
      {
        ...{ kind: 'ROLL_CALL', result: 'PASSED', motion: 1, decision: null },
        counts: [
          { option: 'YES', optionAsPrinted: null, count: 2 },
          { option: 'NO', optionAsPrinted: 'Against', count: 1 },
        ],
      },
    ])
    expect(record.votes.map(({ person, option, optionAsPrinted }) => [person, option, optionAsPrinted])).toEqual([
      ['a', 'YES', 'In favour'],
      ['d', 'YES', 'In favour'],
      ['c', 'NO', 'Against'],
    ])
    expect(record.decisions).toMatchObject([{ text: 'The Board agreed to write to the Port.', verb: 'agreed' }])
    expect(record.actions).toMatchObject([
      {
        assignees: [
          { person: 'c', asPrinted: 'Cal Dunn' },
          { person: null, asPrinted: 'the Clerk' },
        ],
        ...{ due: '2025-03-14', dueAsPrinted: 'by 14 March', isDone: false },
      },
    ])
  })

  it('leaves out whom the words do not name, numbers, results and kinds that they do not print', async () => {
    const { record, findings, refused } = await gated(
      { ...motion, ids: '8.1', movers: ['a'], seconders: ['x'], result: 'WITHDRAWN' },
      { vote: 'v1', on: 'm9', ids: '6-7', kind: 'BALLOT', counts: { YES: 3 }, votes: { YES: ['b'], Blue: ['a'] } },
      { decision: '8.1', result: 'AGREED', verb: 'resolved' },
      { action: '9', assignees: ['b'], due: '2025-03-15', dueAsPrinted: 'by Easter' },
    )
    expect(refused).toEqual([])
    expect(record.motions).toMatchObject([{ seconders: [], result: null }])
    expect(record.voteEvents).toMatchObject([{ kind: 'OTHER', motion: null, counts: [] }])
    expect(record.votes).toEqual([])
    expect(record.decisions).toMatchObject([{ verb: null }])
    expect(record.actions).toMatchObject([{ assignees: [], due: null, dueAsPrinted: null }])
    const codes = findings.map(({ code }) => code).filter((code) => /^UN(?:PROVEN|KNOWN)/.test(code))
    expect([...new Set(codes)].sort()).toEqual([
      ...['UNKNOWN_KEY', 'UNPROVEN_ACT', 'UNPROVEN_DATE', 'UNPROVEN_PARTY', 'UNPROVEN_VOTE', 'UNPROVEN_WORDS'],
    ])
  })

  it('takes a family name inside of another’s name for that one’s', async () => {
    const { record } = await gated({ vote: 'v1', ids: '6', votes: { 'In favour': ['b'] } })
    expect(record.votes).toEqual([])
  })

  it('refuses a line whose words do not stand, and a second line of a key', async () => {
    const { record, refused } = await gated(motion, { ...motion, ids: '8.1' }, { decision: '99', result: 'AGREED' })
    expect(record.motions).toHaveLength(1)
    expect(refused.map(({ code }) => code)).toEqual(['UNKNOWN_KEY', 'UNKNOWN_SENTENCE'])
  })

  it('keeps what was decided out of what nobody by name said, and whoever only acts among the people', async () => {
    const { record } = await throughGate(minutes, 'minutes.md', [
      { person: 'c', name: 'Cal Dunn' },
      { decision: '8.1', result: 'AGREED', verb: 'agreed' },
      { nobody: '8.1', kind: 'IMPERSONAL' },
      { nobody: '8.2', kind: 'IMPERSONAL' },
      { action: '9', assignees: ['c'] },
    ])
    expect(record.unattributed.map(({ position, text }) => [position, text])).toEqual([
      [1, 'Last year the Board had refused to.'],
    ])
    expect(record.people.map(({ name }) => name)).toEqual(['Cal Dunn'])
    expect(record.mentions).toEqual([])
  })
})
