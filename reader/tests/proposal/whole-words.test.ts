import { describe, expect, it } from 'vitest'
import { throughGate } from '../through-gate.js'

const minutes = `# Weir

Ms Roe thought that the grating’s bars rust, and a bracket, item g, was lost. It was thought odd. We lost 1,500 bars.

Winching is dear: a winch is needed. US members are with us in this BUSINESS.
`

const roe = { person: 'r', name: 'Roe', printed: ['Ms Roe'] }
const gated = (...lines: readonly object[]) => throughGate(minutes, 'minutes.md', [roe, ...lines])

describe('what is given as printed is whole words', () => {
  it.each([
    [{ starts: 'ought that' }],
    [{ starts: 's bars' }],
    [{ ends: 'grat' }],
    [{ ends: 'grating’' }],
    [{ ends: 'grating' }],
    [{ ends: 'a brack' }],
  ])('at the edges of a remark: %j', async (edges) => {
    const { record, refused } = await gated({ remark: 1, by: ['r'], ids: '2.1', as: 'Ms Roe', ...edges })
    expect(record.remarks).toEqual([])
    expect(refused).toMatchObject([{ code: 'UNPROVEN_WORDS' }])
  })

  it('at the edges of numbers, and of what nobody said', async () => {
    const { record } = await gated(
      { nobody: '2.3', kind: 'IMPERSONAL', starts: '500 bars' },
      { nobody: '2.2', kind: 'IMPERSONAL', ends: 'thou' },
    )
    expect(record.unattributed).toEqual([])
  })

  it('where a word stands twice, the whole one is meant', async () => {
    const { record } = await gated({ remark: 1, by: ['r'], ids: '2.1', as: 'Ms Roe', starts: 'a', ends: 'g' })
    expect(record.utterances.map(({ text }) => text)).toEqual(['a bracket, item g'])
    const other = await gated({ remark: 1, by: ['r'], ids: '2.1', as: 'Ms Roe', ends: 'item g' })
    expect(other.record.utterances.map(({ text }) => text)).toEqual([
      'Ms Roe thought that the grating’s bars rust, and a bracket, item g',
    ])
  })

  it('in the wording of what nobody said: of the passage, and of no other', async () => {
    const { record } = await gated({ nobody: '2.2', kind: 'IMPERSONAL', wording: 'g' })
    expect(record.unattributed.map(({ wording }) => wording)).toEqual(['It was thought odd.'])
  })

  it('in titles of themes', async () => {
    const { record } = await gated({ theme: 't', title: 'winch', at: '3' })
    expect(record.paragraphs.map(({ heading }) => heading)).toEqual([null, null])
    const { record: other } = await gated({ theme: 't', title: 'US', at: '3' }, { body: 'o', name: 'BUS' })
    expect(other.themes.map(({ title }) => title)).toEqual(['US'])
    expect(other.organizations).toEqual([])
  })

  it('in the case in which they stand', async () => {
    const { record } = await throughGate('They are with us in this BUSINESS.\n', 'a.txt', [{ body: 'o', name: 'US' }])
    expect(record.organizations.map(({ name }) => name)).toEqual(['us'])
  })

  it('in verbs, with what denies them', async () => {
    const text = 'Ms Roe did not support the bill.\n'
    const { record } = await throughGate(text, 'a.txt', [
      roe,
      { remark: 1, by: ['r'], ids: '1', as: 'Ms Roe', acts: ['support', 'opposed'] },
    ])
    const { record: whole } = await throughGate(text, 'a.txt', [
      roe,
      { remark: 1, by: ['r'], ids: '1', as: 'Ms Roe', acts: ['did not support'] },
    ])
    expect(record.remarks[0]?.stance).toBe(whole.remarks[0]?.stance)
    expect(record.remarks[0]?.acts.map(({ kind }) => kind)).toEqual(whole.remarks[0]?.acts.map(({ kind }) => kind))
  })

  it('in stances, which no verb takes that is not printed', async () => {
    const { record } = await gated({ remark: 1, by: ['r'], ids: '2.1', as: 'Ms Roe', acts: ['opposed'] })
    expect(record.remarks.map(({ stance, acts }) => [stance, acts])).toEqual([[null, []]])
  })
})
