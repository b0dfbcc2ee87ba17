import { readText } from '@rapporteur/reader/files/text'
import { readRecord } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { throughGate } from '../../reader/tests/through-gate.js'

const read = (text: string, ...lines: object[]) => throughGate(text, 'minutes.txt', lines)

describe('a label with more in it than a name', () => {
  const text = 'Ms. Roe (Harbour Board): The pier leaks.\n\nThe Clerk (Bo Poe): It will be mended.\n'
  const lines = (second: string) => [
    { body: 'o1', name: 'Harbour Board' },
    { person: 'p1', name: 'Roe', printed: ['Ms. Roe'], body: 'o1' },
    { person: 'p2', name: 'Bo Poe' },
    { remark: 1, by: ['p1'], ids: '1', as: 'Ms. Roe (Harbour Board)' },
    { remark: 2, by: [second], ids: '2', as: 'The Clerk (Bo Poe)' },
  ]

  it('names its speaker before or in the parentheses', async () => {
    const { record: made, refused } = await read(text, ...lines('p2'))
    expect(refused).toEqual([])
    expect(made.remarks.map(({ speaker }) => speaker)).toEqual(['p1', 'p2'])
  })

  it('names nobody else', async () => {
    expect((await read(text, ...lines('p1'))).refused).toMatchObject([{ code: 'UNPROVEN_SPEAKER' }])
  })
})

it('the ending of a possessive is no name', async () => {
  const { record: made } = await read('Roe’s pier leaks, Poe said.\n', { body: 'o1', name: 'S' })
  expect(made.organizations).toEqual([])
})

it('labels behind labels without end are refused as a record, and do not end the program', () => {
  const text = `Summary of the Meeting on Wells\n\n1. ${'a - b '.repeat(20_000)}`
  expect(() => readRecord(readText(Buffer.from(text), 'wells.txt'))).toThrow(/neither when the meeting was/)
})

it('a part of a word is no wording of what nobody said', async () => {
  const line = { nobody: '1', kind: 'IMPERSONAL', wording: 'gest' }
  const { record: made } = await read('It was suggested that the pier be closed.\n', line)
  expect(made.unattributed).toMatchObject([{ wording: 'It was suggested that the pier' }])
})
