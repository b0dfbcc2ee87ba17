import { sentencesOf } from '@rapporteur/reader/text/sentences'
import { expect, it } from 'vitest'

it('an initial “P.” is no page number that a sentence could end before', () => {
  const text = 'The chair went to Dr. P. Fir. He thanked them.'
  expect(sentencesOf(text).map(([start, end]) => text.slice(start, end))).toEqual([
    'The chair went to Dr. P. Fir.',
    'He thanked them.',
  ])
})
