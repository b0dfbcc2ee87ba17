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
