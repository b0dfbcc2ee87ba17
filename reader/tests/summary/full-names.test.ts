import { readText } from '@rapporteur/reader/files/text'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { record as throughGate } from '@rapporteur/reader/proposal/gate'
import { readByRules } from '@rapporteur/reader/rules'
import { expect, it } from 'vitest'

it('somebody whom a list prints with initials is named as the text spells the name out', () => {
  const text = [
    'Summary of the Consultation on the Pell Weir',
    '1. The gate (Ms. Adaeze Roe): It leaks at night.',
    '2. Eels (Mr. B. Poe): Eels need a ladder. Ms. Roe agreed.',
    'Participants',
    'Ms. A. Roe (Lock Union)\nMr. B. Poe (Eel Friends)',
  ].join('\n\n')
  const outline = outlineOf(readText(Buffer.from(text), 'summary.txt'))
  const { proposal, aside } = readByRules(outline, { language: 'en' })
  const { record, refused } = throughGate(outline, proposal, { aside })
  expect(refused).toEqual([])
  expect(record.people.map(({ name, printedNames }) => [name, printedNames])).toEqual([
    ['Adaeze Roe', ['Ms. Adaeze Roe', 'Ms. Roe', 'Ms. A. Roe']],
    ['B. Poe', ['Mr. B. Poe']],
  ])
})
