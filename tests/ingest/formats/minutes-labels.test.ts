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
    'prose',
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
    const { record } = readText(`${front}\nThe Weir\n\nMr. Poe said that it leaked.\n`, 'minutes.txt', 'prose')
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

describe('notes of a meeting that say behind the words whose they are', () => {
  const front = [
    '# Weir Lane Cooperative, annual meeting 2031\n\nMinutes: Cem.\n\n**Here (9 of 20).** Spoke or held a post:\n',
    '- Ada Roe (flat 3) – Chair of the Board\n- Ben Poe (flat 12) – Treasurer\n- Cem Lee (flat 9) – Gardens Group\n- Dot Fay (flat 1)\n',
  ].join('\n')
  const read = readText(
    [
      front,
      '## The weir\n',
      '- The gate still leaks. It leaked last year too. (Dot)\n- It is ordered. (Ben)\n- Somebody laughed. (twice)\n- Would a second gate help? – *Cem*\n',
      'Who owns the gate? *(Dot)* The cooperative does. *(Ben and Ada)*\n',
      '## Accounts\n',
      '- **Q (Dot, 1):** Why is the fee higher? It was ten.\n  **A (Treasurer):** Because the weir was mended.\n  **Dot:** That was last year.\n',
      '- *Poe* – Thanked the gardeners.\n- *Lee* – Send the letter.\n',
    ].join('\n'),
    'minutes.md',
  )

  it('are recognised by those whom the front names', () => {
    expect(read.format.format).toBe('prose')
    expect(read.record.people.map(({ name }) => name)).toEqual(['Ada Roe', 'Ben Poe', 'Cem Lee', 'Dot Fay'])
    expect(read.record.affiliations.map(({ title }) => title)).toEqual(['Chair of the Board', 'Treasurer', null])
  })

  it('give them to those, and questions and answers to whom their labels name', () => {
    expect(saidIn(read)).toEqual([
      ['Dot Fay', 'The gate still leaks. It leaked last year too.'],
      ['Ben Poe', 'It is ordered.'],
      ['Cem Lee', 'Would a second gate help?'],
      ['Dot Fay', 'Who owns the gate?'],
      ['Ben Poe', 'The cooperative does.'],
      ['Ada Roe', 'The cooperative does.'],
      ['Dot Fay', 'Why is the fee higher? It was ten.'],
      ['Ben Poe', 'Because the weir was mended.'],
      ['Dot Fay', 'That was last year.'],
      ['Ben Poe', 'Thanked the gardeners.'],
    ])
  })
})

describe('minutes of a council with questions of the public', () => {
  const read = readText(
    [
      '# Minutes of the Weir Council\n\nHeld on Tuesday 19 August 2031\n\n## 1. Attendance\n',
      '| Mayor | Cr Ada Roe |\n|---|---|\n| Mill Ward | Cr Ben Poe Cr Cem Lee |\n| Director Works | Ms Dot Fay |\n',
      '## 2. Questions\n\n### Mrs Eva Gow, 4 Hill Street\n\n**Q1.** When will the gate be mended? It leaks.\n',
      '**Response by the Director Works:** In the spring. The gate is ordered.\n',
      '## 3. The weir\n\nCr Lee said that the weir was old. Cr Poe said that it was not.\n',
    ].join('\n'),
    'minutes.md',
    'prose',
  )

  it('have each of two councillors in a cell for one person', () => {
    expect(read.record.attendances.map(({ nameAsPrinted }) => nameAsPrinted)).toEqual([
      'Cr Ada Roe',
      'Cr Ben Poe',
      'Cr Cem Lee',
      'Ms Dot Fay',
    ])
  })

  it('give a numbered question to whom the heading names, and the response to the office that it names', () => {
    expect(saidIn(read).map(([name]) => name)).toEqual(['Eva Gow', 'Dot Fay', 'Cem Lee', 'Ben Poe'])
  })
})
