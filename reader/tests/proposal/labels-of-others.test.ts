import { describe, expect, it } from 'vitest'
import { throughGate } from '../through-gate.js'

const hearing = `# Hearing on the weir

Mr. Poe: The weir leaks.

Ms. Roe: I thank Mr. Poe. Mr. Poe has measured it.

It is the third leak.

ADA QUILL: The gate sticks.

The Chair: We go on.

Mr. Poe: Thank you.
`

const poe = { person: 'p', name: 'Poe', printed: ['Mr. Poe'] }
const roe = { person: 'r', name: 'Roe', printed: ['Ms. Roe'] }
const own = { remark: 1, by: ['p'], ids: '2', as: 'Mr. Poe' }

const said = async (...lines: readonly object[]): Promise<(string | undefined)[]> => {
  const { record } = await throughGate(hearing, 'hearing.md', lines)
  return record.utterances.map(({ text }) => text)
}

describe('what a label labels is nobody else’s', () => {
  it.each([
    ['by their own words', { remark: 2, by: ['p'], ids: '3' }],
    ['by the label', { remark: 2, by: ['p'], ids: '3', as: 'Ms. Roe' }],
    ['by their name in the words', { remark: 2, by: ['p'], ids: '3', as: 'Mr. Poe' }],
    ['from the second sentence on', { remark: 2, by: ['p'], ids: '3.2', as: 'Mr. Poe' }],
    ['together with whom it names', { remark: 2, by: ['r', 'p'], ids: '3' }],
    ['in what goes on under it', { remark: 2, by: ['p'], ids: '4' }],
  ])('%s, whether the other has a line or not', async (_, line) => {
    expect(await said(poe, own, line)).toEqual(['The weir leaks.'])
    expect(await said(poe, roe, own, line)).toEqual(['The weir leaks.'])
  })

  it('also where the label has no honorific, and where it is an office', async () => {
    const lines = [
      { remark: 2, by: ['p'], ids: '5' },
      { remark: 3, by: ['p'], ids: '5', as: 'ADA QUILL' },
      { remark: 4, by: ['p'], ids: '6', as: 'The Chair' },
    ]
    for (const line of lines) expect(await said(poe, own, line), JSON.stringify(line)).toEqual(['The weir leaks.'])
  })

  it('nor a body’s', async () => {
    const body = { body: 'o', name: 'weir' }
    expect(await said(body, { remark: 1, by: ['o'], ids: '2', as: 'Mr. Poe' })).toEqual([])
    expect(await said(body, { remark: 1, by: ['o'], ids: '2' })).toEqual([])
  })

  it('and theirs all the same', async () => {
    expect(await said(poe, roe, own, { remark: 2, by: ['r'], ids: '3-4', as: 'Ms. Roe' })).toEqual([
      'The weir leaks.',
      'I thank Mr. Poe. Mr. Poe has measured it.\n\nIt is the third leak.',
    ])
  })
})
