import { readRecord } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { sourceOfText } from './support/source-of-text.js'

const themesOf = (text: string) => {
  const { record } = readRecord(sourceOfText(text), { format: 'summary' })
  const titles = new Map(record.themes.map(({ key, title }) => [key, title]))
  return record.paragraphs.map(({ number, theme }) => [number, theme === null ? null : titles.get(theme)])
}

describe('themes of a numbered summary', () => {
  it('are the headings of its paragraphs, and the headings of sections are none', () => {
    const text =
      'Summary of the Meeting\n\nOpening\n\n1. Ms. Ada Roe opened the meeting.\n\nWater\n\n2. Wells (Ms. Ada Roe): They are dry.\n\n3. Mr. Bo Poe asked for rain.\n'
    expect(themesOf(text)).toEqual([
      ['1', null],
      ['2', 'Wells'],
      ['3', null],
    ])
  })

  it('are the headings of sections where no paragraph has one, those that only say where in the meeting it is left out', () => {
    const text =
      'Summary of the Meeting\n\nI. Opening\n\n1. Ms. Ada Roe opened the meeting.\n\nII. Wells\n\n2. Ms. Ada Roe said that they are dry.\n\n3. Mr. Bo Poe asked for rain.\n\nIII. Closing remarks\n\n4. Ms. Ada Roe thanked all.\n'
    expect(themesOf(text)).toEqual([
      ['1', null],
      ['2', 'Wells'],
      ['3', 'Wells'],
      ['4', null],
    ])
  })

  it('are one where a heading is printed twice', () => {
    const text =
      'Summary of the Meeting\n\n1. Wells (Ms. Ada Roe): They are dry.\n\n2. WELLS (Mr. Bo Poe): They are deep.\n'
    expect(themesOf(text)).toEqual([
      ['1', 'Wells'],
      ['2', 'Wells'],
    ])
  })

  it('are no structural headings of paragraphs', () => {
    const text =
      'Summary of the Meeting\n\n1. Any other business: Ms. Ada Roe thanked all.\n\n2. Wells: Mr. Bo Poe asked for rain.\n'
    expect(themesOf(text)).toEqual([
      ['1', null],
      ['2', 'Wells'],
    ])
  })

  it('are those of sections where hardly any paragraph has one, and labels look like some', () => {
    const paragraphs = Array.from({ length: 9 }, (_, i) => `${i + 2}. Mr. Bo Poe said that ${i} rings are worn.\n`)
    const text = `Summary of the Meeting\n\nI. Wells\n\n1. Well users: Ms. Ada Roe said that they are dry.\n\nII. Rings\n\n${paragraphs.join('\n')}`
    expect(themesOf(text).map(([, title]) => title)).toEqual(['Wells', ...paragraphs.map(() => 'Rings')])
  })
})

describe('themes of headings over turns', () => {
  const said = (text: string) => {
    const { record } = readRecord(sourceOfText(text), {})
    const titles = new Map(record.themes.map(({ key, title }) => [key, title]))
    return record.remarks.map(({ theme }) => (theme === null ? null : titles.get(theme)))
  }
  const turns = (words: string) => `**Ada Roe:** ${words} are worn.\n\n**Bo Poe:** Then we replace the ${words}.\n\n`

  it('are what stands above a heading over a part of it', () => {
    const text = `# Meeting of 2 May 2030\n\n## Mooring rings\n\n### Presentation by Ada Roe\n\n${turns('rings')}### Questions and answers\n\n${turns('ropes')}## Presentations\n\n${turns('lamps')}`
    expect(said(text)).toEqual([
      'Mooring rings',
      'Mooring rings',
      'Mooring rings',
      'Mooring rings',
      'Presentations',
      'Presentations',
    ])
  })

  it('are about a day where a heading says until when, and of that day where it does not', () => {
    const text = `# Meeting of 2 May 2030\n\n## Accounts for the year to 31 December 2029\n\n${turns('rings')}## 3 May 2030\n\n${turns('ropes')}`
    const accounts = 'Accounts for the year to 31 December 2029'
    expect(said(text)).toEqual([accounts, accounts, null, null])
  })

  it('are what stands above a heading that says who asks', () => {
    const text = `# Meeting of 2 May 2030\n\n## Public questions\n\n### Mrs Ada Roe, 4 Hill Street\n\n${turns('rings')}## Ropes\n\n${turns('ropes')}`
    expect(said(text)).toEqual(['Public questions', 'Public questions', 'Ropes', 'Ropes'])
  })

  it('are the business of every meeting too, and not what only says where in it something stands', () => {
    const text = `# Meeting of 2 May 2030\n\n## Opening\n\n${turns('rings')}## Public participation\n\n${turns('ropes')}## Any other business\n\n${turns('lamps')}`
    expect(said(text)).toEqual([null, null, 'Public participation', 'Public participation', null, null])
  })
})
