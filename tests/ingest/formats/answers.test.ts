import { describe, expect, it } from 'vitest'
import { readText, saidIn } from './read.js'

/** Turns under one heading; who answers whom, as “who → whom”. */
const answersIn = (lines: string[]): string[] => {
  const read = readText(`# Notes of 2 May 2030\n\n## Ladders\n\n${lines.join('\n\n')}\n`)
  const who = saidIn(read).map(([name]) => name)
  return read.record.remarks.flatMap(({ kind, inResponseTo }, i) =>
    kind === 'RESPONSE' ? [`${who[i]} → ${inResponseTo.map((position) => who[position - 1]).join(', ')}`] : [],
  )
}

const filler = [
  ...['AB: The ladder is short.', 'CD: I see it.', 'EF: I do not.'],
  ...['AB: It stands there.', 'EF: It was longer once.', 'CD: How short is it?'],
]

describe('a turn answers', () => {
  it.each([
    ['AB: (in reply to CD) It is one metre.', 'AB → CD'],
    ['AB: In answer to the question from CD, it is one metre.', 'AB → CD'],
    ['AB: To answer CD’s question, it is one metre.', 'AB → CD'],
    ['AB (in reply to CD): It is one metre.', 'AB → CD'],
    ['AB: Thanks for that question, CD. It is one metre.', 'AB → CD'],
    ['AB: Thank you, CD, for the question. It is one metre.', 'AB → CD'],
    ['AB: Well, responding to EF: that was another ladder.', 'AB → EF'],
  ])('whom its own words, a note or its label names: %s', (line, expected) => {
    expect(answersIn([...filler, line])).toEqual([expected])
  })

  it.each([
    'AB: It is one metre.',
    'AB: As CD said, it is short.',
    'AB: I agree with the question.',
    'AB: Thank you, CD.',
    'AB: In reply to nobody here, it is one metre.',
    'AB: I spoke to CD about it before.',
  ])('nobody, where nothing says so, however near they stand: %s', (line) => {
    expect(answersIn([...filler, line])).toEqual([])
  })

  it('only under the same heading, and never itself', () => {
    expect(answersIn([...filler, '## Ropes', 'AB: In reply to CD, it is one metre.'])).toEqual([])
    expect(answersIn([...filler, 'CD: In reply to CD, I was wrong.'])).toEqual([])
  })
})
