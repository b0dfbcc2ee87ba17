import { countsContradicted } from '@rapporteur/reader/check/vote-counts'
import type { MeetingRecord } from '@rapporteur/reader/record'
import { expect, it } from 'vitest'

const place = { section: null, paragraph: 1, theme: null, text: 'Ayes 3', pieces: [[0, 6]] as [number, number][] }
const event = (counts: MeetingRecord['voteEvents'][number]['counts']): MeetingRecord['voteEvents'] => [
  { position: 1, ...place, kind: 'ROLL_CALL', result: null, motion: null, decision: null, counts },
]
const vote = (position: number, option: 'YES' | 'OTHER', optionAsPrinted: string | null) =>
  ({
    position,
    voteEvent: 1,
    person: null,
    organization: null,
    nameAsPrinted: 'A',
    option,
    optionAsPrinted,
    pieces: place.pieces,
  }) as const

it('a count that those who are named do not add up to is told; one with nobody named is not', () => {
  const counts = [
    { option: 'YES', optionAsPrinted: 'Ayes', count: 3 },
    { option: 'NO', optionAsPrinted: null, count: 2 },
    { option: 'OTHER', optionAsPrinted: 'Blue', count: 1 },
    { option: 'OTHER', optionAsPrinted: 'Red', count: 4 },
  ] as const
  const votes = [vote(1, 'YES', null), vote(2, 'YES', null), vote(3, 'OTHER', 'Blue')]
  const found = countsContradicted({ voteEvents: event([...counts]), votes })
  expect(found.map(({ code, message }) => [code, message])).toEqual([
    ['COUNT_CONTRADICTED', 'The record counts 3 votes “Ayes”, and names 2 who voted so.'],
  ])
})
