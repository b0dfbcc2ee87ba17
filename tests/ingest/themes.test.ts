import { describe, expect, it } from 'vitest'
import { readRecord } from '../../src/ingest/read.js'
import { sourceOfText } from './support/source-of-text.js'

const themesOf = (text: string) => {
  const { record } = readRecord(sourceOfText(text), { format: 'numbered-summary' })
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
})
