import { expect, it } from 'vitest'
import { readThroughRules } from '../through-rules.js'

it('somebody whom a list prints with initials is named as the text spells the name out', () => {
  const text = [
    'Summary of the Consultation on the Pell Weir',
    '1. The gate (Ms. Adaeze Roe): It leaks at night.',
    '2. Eels (Mr. B. Poe): Eels need a ladder. Ms. Roe agreed.',
    'Participants',
    'Ms. A. Roe (Lock Union)\nMr. B. Poe (Eel Friends)',
  ].join('\n\n')
  const { record } = readThroughRules(text, 'summary.txt')
  expect(record.people.map(({ name, printedNames }) => [name, printedNames])).toEqual([
    ['Adaeze Roe', ['Ms. Adaeze Roe', 'Ms. Roe', 'Ms. A. Roe']],
    ['B. Poe', ['Mr. B. Poe']],
  ])
})
