import { describe, expect, it } from 'vitest'
import { readText } from './formats/read.js'

const lookAlikes = (text: string): string[] => {
  const { findings, record } = readText(text)
  const names = new Map([
    ...record.themes.map(({ key, title }) => [key, title] as const),
    ...record.organizations.map(({ key, name }) => [key, name] as const),
  ])
  return findings.flatMap(({ code, candidates }) =>
    code === 'POSSIBLE_SAME_THEME' || code === 'POSSIBLE_SAME_ORGANIZATION'
      ? [`${code} ${candidates.map(({ key }) => names.get(key)).join(' | ')}`]
      : [],
  )
}

const turns = 'AB: One word.\n\nCD: Two words.\n\nAB: Three.\n\nCD: Four.\n\n'
const record = (headings: string[], present = '') =>
  `# Notes of 2 May 2030\n\n${present}${headings.map((heading) => `## ${heading}\n\n${turns}`).join('')}`

describe('two headings of a record', () => {
  it.each([
    [['Mooring rings', 'Mooring rings, part 2'], ['POSSIBLE_SAME_THEME Mooring rings | Mooring rings, part 2']],
    [
      ['Mooring rings at night', 'Moring rings at night'],
      ['POSSIBLE_SAME_THEME Mooring rings at night | Moring rings at night'],
    ],
    [['Request for ring 3', 'Request for ring 4'], []],
    [['Mooring rings', 'Lamps and oil'], []],
  ])('that differ slightly are a doubt, and two themes: %s', (headings, expected) => {
    expect(lookAlikes(record(headings))).toEqual(expected)
    expect(readText(record(headings)).record.themes).toHaveLength(2)
  })
})

it('a heading that is continued is one theme', () => {
  const { record: read } = readText(record(['Mooring rings', 'Mooring rings (continued)']))
  expect(read.themes.map(({ title }) => title)).toEqual(['Mooring rings'])
  expect(read.sections).toHaveLength(2)
})

describe('two bodies of a record', () => {
  it.each([
    ['Tide Labs', 'Tide Labs Inc.', 1],
    ['Northern Harbour Trust', 'NHT', 1],
    ['Northern Harbour Trust', 'Southern Mill Club', 0],
    ['UN', 'United Nations University', 0],
  ])('%s and %s could be one: %i doubts', (one, other, doubts) => {
    const table = `**Attendees:**\n\n| Name | Abbreviation | Organization |\n| --- | --- | --- |\n| Ada Moss | AB | ${one} |\n| Bo Lind | CD | ${other} |\n\n`
    expect(lookAlikes(record(['Lamps'], table))).toHaveLength(doubts)
  })
})
