import { describe, expect, it } from 'vitest'
import { throughGate } from '../through-gate.js'

const notes = `# Call

### 2.9 Blockers

- AR (Weir Works): two are left. The company's own is first.
- BQ - not for us.
`

const gated = (...lines: readonly object[]) => throughGate(notes, 'notes.md', lines)
const people = [
  { person: 'a', name: 'AR' },
  { person: 'b', name: 'BQ' },
]

describe('the gate', () => {
  it('takes a label from the words of a remark, which is whole all the same', async () => {
    const { record } = await gated(
      ...people,
      { remark: 1, by: ['a'], ids: '3', as: 'AR' },
      { remark: 2, by: ['b'], ids: '4', as: 'BQ' },
    )
    expect(record.utterances.map(({ text }) => text)).toEqual([
      "two are left. The company's own is first.",
      'not for us.',
    ])
    expect(record.remarks.map(({ scope }) => scope)).toEqual(['WHOLE', 'WHOLE'])
  })

  it('takes a label of strokes, and its name alone, for the person and not for the body', async () => {
    const call =
      '# Call\n\nHarbour Board | Ada Roe | Chair: We begin.\n\nHarbour Board | Ben Quill | Clerk: The minutes are out.\n\nHarbour Board | Ben Quill | Clerk: That is all.\n'
    const { record, refused } = await throughGate(call, 'call.md', [
      { body: 'o', name: 'Harbour Board' },
      { person: 'a', name: 'Ada Roe', body: 'o', role: 'Chair' },
      { person: 'b', name: 'Ben Quill' },
      { remark: 1, by: ['a'], ids: '2', as: 'Harbour Board | Ada Roe | Chair' },
      { remark: 2, by: ['b'], ids: '3', as: 'Ben Quill' },
      { remark: 3, by: ['a'], ids: '4', as: 'Harbour Board | Ben Quill | Clerk' },
    ])
    expect(record.utterances.map(({ text }) => text)).toEqual(['We begin.', 'The minutes are out.'])
    expect(record.remarks.map(({ speaker }) => speaker)).toEqual(['a', 'b'])
    expect(refused.map(({ line }) => line)).toEqual([expect.objectContaining({ remark: 3 })])
  })

  it('takes the number before a heading for no part of a title', async () => {
    const { record, refused } = await gated({ theme: 't', title: '2.9 Blockers', at: '2' })
    expect(refused).toEqual([])
    expect(record.themes.map(({ title }) => title)).toEqual(['Blockers'])
  })

  it('takes what follows an apostrophe for no verb', async () => {
    const { record } = await gated(...people, { remark: 1, by: ['a'], ids: '3', as: 'AR', acts: ['s'] })
    expect(record.remarks.map(({ acts }) => acts)).toEqual([[]])
  })
})
