import { describe, expect, it } from 'vitest'
import { throughGate } from '../through-gate.js'

const minutes = `# Weir Board

Present: Ada Quill (Harbour Master, AQ), Ben Poe (@bpoe), Ben Thorne, William Osei-Larsen

The Harbour Master said that the weir leaks. Ms Quill and Mr Poe agreed. Thorne objected.

Ms Roe wrote. Ada Roe came later. Bill Larsen left.
`

const formsOf = async (name: string, ...printed: readonly string[]): Promise<readonly string[]> => {
  const { record } = await throughGate(minutes, 'minutes.md', [{ person: 'p', name, printed, at: '2' }])
  return record.people.flatMap(({ printedNames }) => printedNames)
}

describe('a form of a name', () => {
  it.each([['Ms Quill'], ['Harbour Master'], ['AQ']])(
    'is believed where it shares a word with the name, is its initials, or stands beside it: %s',
    async (form) => {
      expect(await formsOf('Ada Quill', form)).toContain(form)
    },
  )

  it('may be a handle that stands beside the name', async () => {
    expect(await formsOf('Ben Poe', 'bpoe')).toContain('bpoe')
  })

  it.each([
    ['Ada Quill', 'Mr Poe'],
    ['Ada Quill', 'Thorne'],
    ['Ada Quill', 'Ben Thorne'],
    ['Ada Quill', 'Ms Roe'],
    ['Ada Quill', 'Ada Roe'],
    ['Ada Quill', 'weir'],
    ['Ada Quill', 'The'],
    ['Ben Poe', 'Harbour Master'],
    ['Ben Poe', 'AQ'],
    ['Ben Poe', 'Ben Thorne'],
  ])('is not %s’s if it is %s', async (name, form) => {
    expect(await formsOf(name, form)).not.toContain(form)
  })

  it('names no speaker if it is not theirs', async () => {
    const { record } = await throughGate(minutes, 'minutes.md', [
      { person: 'p', name: 'Ada Quill', printed: ['Thorne'] },
      { remark: 1, by: ['p'], ids: '3.3', as: 'Thorne' },
    ])
    expect(record.remarks).toEqual([])
  })

  it.each([['Quill Ben'], ['Poe Ben Thorne'], ['Weir Board Present'], ['Master AQ'], ['Thorne William']])(
    'goes over no comma, bracket or end of a sentence: %s is nobody',
    async (name) => {
      const { record } = await throughGate(minutes, 'minutes.md', [{ person: 'p', name, at: '2' }])
      expect(record.people).toEqual([])
    },
  )
})
