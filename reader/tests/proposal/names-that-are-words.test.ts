import { expect, it } from 'vitest'
import { throughGate } from '../through-gate.js'

const peopleIn = async (text: string): Promise<string[]> => {
  const lines = [
    { person: 'p1', name: 'Oak' },
    { remark: 1, by: ['p1'], ids: '1.2', as: 'Mr. Oak' },
  ]
  return (await throughGate(text, 'minutes.txt', lines)).record.people.map(({ name }) => name)
}

it('a name that is a word is printed where the word stands with a capital, wherever else it stands', async () => {
  expect(await peopleIn('The gate is of oak. Mr. Oak said that it rots.\n')).toEqual(['Oak'])
  expect(await peopleIn('The gate is of oak. This oak, some said, rots.\n')).toEqual([])
})
