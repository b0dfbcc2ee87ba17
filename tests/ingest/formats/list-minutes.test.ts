import { describe, expect, it } from 'vitest'
import { readText, saidIn, unreadIn } from './read.js'
import { listed } from './samples.js'

describe('minutes that are lists', () => {
  const read = readText(listed)
  const { record } = read

  it('are recognised', () => {
    expect(read.format.format).toBe('labelled')
    expect(unreadIn(read)).toEqual([])
  })

  it('have a turn in each labelled item, with what stands in it; actions and votes are nobody’s words', () => {
    expect(saidIn(read)).toEqual([
      ['KLM', 'Welcome.'],
      ['PR', 'I have: all of them.'],
      ['KLM', 'We have two choices: 1. Wait. 2. Buy.'],
      ['ANONYMOUS', 'Yes, let us buy, there is money for it.'],
      ['KLM', 'Ok.'],
      ['PR', 'I ask Sten. [Action-10 Ask Sten](https://example.org/10)'],
      ['KLM', 'Closed.'],
    ])
  })

  it('have sections where items stand in items, with the words of links', () => {
    expect(record.sections.map(({ heading, level }) => [heading, level])).toEqual([
      ['Welcome', 1],
      ['Pruning', 1],
      ['Action-7 Sharpen the saws', 2],
      ['Ladders', 2],
      ['Close', 1],
    ])
  })

  it('take the title from the front matter and the day from a heading', () => {
    expect(record.meeting).toMatchObject({
      title: 'Orchard Board 2029 May',
      date: '2029-05-03',
      dateText: '3rd May 2029',
    })
  })
})

describe('notes of a call with those who are here', () => {
  it('take the list below “Here:” for those present, whom the notes call by the first name', () => {
    const read = readText(
      [
        '# Weir Format call 6\n\n**Here:**\n\n- Ada Roe (Mill Trust) – chair\n- Ben Poe (Weir Works)\n- Cem Lee (independent)\n',
        '## 1. Gates\n\n- Ada: the gate still leaks.\n  - Ben: since May, or longer?\n  - Ada: longer.\n- Cem: then mend it.\n- Ben: with what money?\n',
      ].join('\n'),
      'call.md',
    )
    expect(read.record.attendances.map(({ nameAsPrinted }) => nameAsPrinted)).toEqual(['Ada Roe', 'Ben Poe', 'Cem Lee'])
    expect(saidIn(read).map(([name]) => name)).toEqual(['Ada Roe', 'Ben Poe', 'Ada Roe', 'Cem Lee', 'Ben Poe'])
  })
  it('give an item to whom its sentence says, or to whom parentheses before it name, and take neither for a heading', () => {
    const read = readText(
      [
        '# Weir Format call 7\n\n**Here:**\n\n- Ada Roe (Mill Trust) – chair\n- Ben Poe (Weir Works)\n- Cem Lee (independent)\n',
        '## 1. Gates\n\n- Ada asked everyone for one sentence:\n  - Ben: mend it.\n  - Cem: replace it.\n- Ben: it is old.\n  - (Cem) It is from May.\n',
        '  - Ada and Cem agreed with Ben.\n  - Mills leak.\n- Cem: then mend it.\n- Ada: yes.\n',
      ].join('\n'),
      'call.md',
    )
    expect(saidIn(read).map(([name]) => name)).toEqual([
      'Ada Roe',
      'Ben Poe',
      'Cem Lee',
      'Ben Poe',
      'Cem Lee',
      'Ada Roe',
      'Cem Lee',
      'Ben Poe',
      'Cem Lee',
      'Ada Roe',
    ])
    expect(read.record.themes.map(({ title }) => title)).toEqual(['Gates'])
  })
})
