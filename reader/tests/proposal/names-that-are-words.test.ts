import { readText } from '@rapporteur/reader/files/text'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { record as throughGate } from '@rapporteur/reader/proposal/gate'
import { parseProposal } from '@rapporteur/reader/proposal/parse'
import { expect, it } from 'vitest'

const peopleIn = (text: string): string[] => {
  const outline = outlineOf(readText(Buffer.from(text), 'minutes.txt'))
  const { proposal } = parseProposal(
    '{"person":"p1","name":"Oak"}\n{"remark":1,"by":["p1"],"ids":"1.2","as":"Mr. Oak"}',
  )
  return throughGate(outline, proposal).record.people.map(({ name }) => name)
}

it('a name that is a word is printed where the word stands with a capital, wherever else it stands', () => {
  expect(peopleIn('The gate is of oak. Mr. Oak said that it rots.\n')).toEqual(['Oak'])
  expect(peopleIn('The gate is of oak. This oak, some said, rots.\n')).toEqual([])
})
