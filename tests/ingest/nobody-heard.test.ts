import { describe, expect, it } from 'vitest'
import { readText } from './formats/read.js'

const present = 'Minutes of the Mill Trust\n\n3 May 2019\n\nPresent: Ms. Ada Roe (AR), Mr. Bo Poe (BP)\n\n1. Wheels\n\n'

describe('a record that names people', () => {
  it('says so where nobody is found to speak', () => {
    const { findings } = readText(
      `${present}The wheels were oiled and the gate was painted in the spring.\n`,
      'm.txt',
      'prose',
    )
    expect(findings.map(({ code }) => code)).toContain('NO_REMARKS')
  })

  it('says nothing of it where somebody does, by initials', () => {
    const { findings, record } = readText(
      `${present}AR said that the wheels were oiled. BP asked when.\n`,
      'm.txt',
      'prose',
    )
    expect(record.remarks.map(({ speakerAsPrinted, speakerMatch }) => [speakerAsPrinted, speakerMatch])).toEqual([
      ['AR', 'ABBREVIATION'],
      ['BP', 'ABBREVIATION'],
    ])
    expect(findings.map(({ code }) => code)).not.toContain('NO_REMARKS')
  })
})
