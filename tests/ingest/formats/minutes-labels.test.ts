import { describe, expect, it } from 'vitest'
import { readText, saidIn } from './read.js'

const table = `# Minutes of the Weir Board

| Initials | Name | Organisation | Role | Present |
|---|---|---|---|---|
| ARO | Ada Roe | Mill Trust | Chairperson, Director (Works) | Y |
| BPO | Ben Poe | Weir Union | Engineer | Y (Teams) |
| CLE | Cem Lee | Weir Union | Clerk of works | N (apologies) |
`

describe('minutes with a table of initials', () => {
  const read = readText(
    `${table}\n## 1. The weir\n\n1.1 BPO reported that the gate leaks. ARO: since when? After a short talk BPO stated that it was May.\n\n1.2 ARO – it must be mended before the autumn floods.\n`,
    'minutes.md',
    'table-minutes',
  )

  it('give the initials to whom the row names, and say how they came', () => {
    expect(read.record.attendances.map(({ role, mode }) => [role, mode])).toEqual([
      ['Chairperson', 'PRESENT'],
      [null, 'REMOTE'],
      [null, 'APOLOGIES'],
    ])
  })

  it('give words behind initials and a colon or dash to whom these mean', () => {
    expect(saidIn(read).map(([name]) => name)).toEqual(['Ben Poe', 'Ada Roe', 'Ben Poe', 'Ada Roe'])
  })
})

describe('a roll that a sentence calls', () => {
  const front =
    'Minutes of the Weir Board\n\nChair Ada Roe opened the meeting. Roll call: Ada Roe (Chair), present; Ben Poe, present by phone; Cem Lee, absent; Dot Fay, present (arrived 6:10 p.m.).\n\nAlso present: Clerk Eva Gow; Director of River Works Finn Hay; Engineer Gil Ives.\n'

  it('is a list of those present', () => {
    const { record } = readText(`${front}\nThe Weir\n\nMr. Poe said that it leaked.\n`, 'minutes.txt', 'table-minutes')
    expect(record.attendances.map(({ nameAsPrinted, mode }) => [nameAsPrinted, mode])).toEqual([
      ['Ada Roe', 'PRESENT'],
      ['Ben Poe', 'REMOTE'],
      ['Cem Lee', 'APOLOGIES'],
      ['Dot Fay', 'PRESENT'],
      ['Eva Gow', 'PRESENT'],
      ['Finn Hay', 'PRESENT'],
      ['Gil Ives', 'PRESENT'],
    ])
  })
})
