import type { MeetingRecord } from '@rapporteur/reader/record'
import { describe, expect, it } from 'vitest'
import { readThroughRules, saidIn } from '../through-rules.js'

const list = `Minutes of the Weir Board

4 May 2031

Present:
Ms. Ada Roe, Chair
Mr. Ben Poe, Treasurer
Dr. Dot Fay

1. Lamps

The minutes of the last meeting, which had been sent out in April, were approved without a vote.

`

const read = (text: string, before = list): MeetingRecord =>
  readThroughRules(`${before}${text}\n`, 'minutes.txt', 'prose').record

describe('who speaks in minutes', () => {
  it.each([
    ['a name before a verb that reports', 'Mr. Poe said that the lamp was dark.', 'Ben Poe'],
    ['a full name without an honorific', 'Ben Poe asked for a lamp.', 'Ben Poe'],
    ['an office that the list states', 'The Treasurer warned that oil was dear.', 'Ben Poe'],
    ['the chair', 'The Chairman noted that the lamp was dark.', 'Ada Roe'],
    ['an office before a name', 'Treasurer Poe said that oil was dear.', 'Ben Poe'],
    ['an office with its holder in parentheses', 'The Treasurer (Mr. Poe) asked for a lamp.', 'Ben Poe'],
    ['a title between name and verb', 'Mr. Poe, the Treasurer, asked for a lamp.', 'Ben Poe'],
    ['words that lead in', 'On the second lamp, Mr. Poe said that it was dark.', 'Ben Poe'],
    ['“said” behind the words', 'The lamp, said Mr. Poe, was dark.', 'Ben Poe'],
    ['a name and a verb between commas', 'It had been dark, Mr. Poe explained, since May.', 'Ben Poe'],
    ['“according to”', 'According to Mr. Poe, the lamp was dark.', 'Ben Poe'],
    ['a passive with an agent', 'The idea was welcomed by Mr. Poe as a start.', 'Ben Poe'],
    ['a view that no verb reports', 'Mr. Poe was not opposed to a second lamp.', 'Ben Poe'],
    ['likewise', 'So did Mr. Poe, provided that it was cheap.', 'Ben Poe'],
    ['an act before the verb that reports', 'Mr. Poe joined the meeting and presented the accounts.', 'Ben Poe'],
    ['several who speak together', 'Mr. Poe and Dr. Fay asked for a lamp.', 'Ben Poe, Dot Fay'],
    ['who supports the speaker', 'Mr. Poe, supported by Dr. Fay, asked for a lamp.', 'Ben Poe, Dot Fay'],
  ])('is told by %s', (_, text, who) => {
    expect(saidIn(read(text)).map((line) => line.split(': ')[0])).toEqual([who])
  })

  it.each([
    'Mr. Poe left the meeting.',
    'Mr. Poe moved to approve the minutes.',
    'The Chair opened the meeting at ten.',
    'Mr. Poe will buy a lamp.',
    'The report of the Treasurer was adopted.',
  ])('is nobody in “%s”', (text) => {
    expect(saidIn(read(text))).toEqual([])
  })

  it('is somebody whom no list names, by honorific and name', () => {
    const record = read('Mrs. Eva Lind, a neighbour, complained of the dark.')
    expect(saidIn(record)).toEqual(['Eva Lind: Mrs. Eva Lind, a neighbour, complained of the dark.'])
    expect(record.attendances).toHaveLength(3)
  })

  it('changes with whoever takes the chair', () => {
    const record = read('The Chair said that oil was dear.\n\nMr. Poe took the chair.\n\nThe Chair asked for a lamp.')
    expect(saidIn(record).map((line) => line.split(': ')[0])).toEqual(['Ada Roe', 'Ben Poe'])
  })
})

describe('a turn', () => {
  it('goes on by a pronoun and by silence until another voice', () => {
    const text = 'Mr. Poe said that oil was dear. It came from afar. He asked for a lamp. Dr. Fay agreed.'
    expect(saidIn(read(text))).toEqual([
      'Ben Poe: Mr. Poe said that oil was dear. It came from afar. He asked for a lamp.',
      'Dot Fay: Dr. Fay agreed. → 1',
    ])
  })

  it('is the earlier one’s of two whom a pronoun fits', () => {
    const text = 'Mr. Poe asked why it was dark. Ms. Roe said that oil was dear. He doubted that.'
    expect(saidIn(read(text)).map((line) => line.split(': ')[0])).toEqual(['Ben Poe', 'Ada Roe', 'Ben Poe'])
  })

  it('ends where another begins inside of the sentence', () => {
    const text = 'Mr. Poe asked why it was dark, and the Chair replied that oil was dear.'
    expect(saidIn(read(text))).toEqual([
      'Ben Poe: Mr. Poe asked why it was dark',
      'Ada Roe: the Chair replied that oil was dear. → 1',
    ])
  })

  it('ends with a decision', () => {
    const text = 'Mr. Poe said that oil was dear. RESOLVED: to buy a lamp.'
    expect(saidIn(read(text))).toEqual(['Ben Poe: Mr. Poe said that oil was dear.'])
  })
})

describe('what a turn answers', () => {
  it.each([
    ['a verb of reply', 'Mr. Poe asked why it was dark. Ms. Roe replied that oil was dear.', [1]],
    ['words that lead in', 'Mr. Poe asked why it was dark. In reply, Ms. Roe blamed the oil.', [1]],
    ['a question right before', 'Mr. Poe asked why it was dark. Ms. Roe explained that oil was dear.', [1]],
    ['a name', 'Mr. Poe said it was dark. Dr. Fay noted the dust. Ms. Roe agreed with Mr. Poe.', [1]],
  ])('is told by %s', (_, text, answers) => {
    expect(read(text).remarks.at(-1)?.inResponseTo).toEqual(answers)
  })

  it('is nothing where somebody brings up something new', () => {
    expect(read('Mr. Poe said it was dark. Ms. Roe presented the accounts.').remarks.at(-1)?.inResponseTo).toEqual([])
  })
})

describe('words of nobody', () => {
  it.each([
    ['ANONYMOUS', 'One participant asked for a lamp.'],
    ['ANONYMOUS', 'The plan was seen by one participant as too dear.'],
    ['IMPERSONAL', 'It was suggested that a lamp be bought.'],
    ['IMPERSONAL', 'Concerns were raised about the oil.'],
  ])('are %s: “%s”', (kind, text) => {
    const { remarks, unattributed } = read(text)
    expect(remarks).toEqual([])
    expect(unattributed.map((one) => [one.kind, one.text])).toEqual([[kind, text]])
  })

  it('are somebody’s whom the parentheses behind them name', () => {
    const text = 'It was suggested that a second lamp be bought soon (Mr. Poe; Dr. Fay).'
    const record = read(text)
    expect(saidIn(record)).toEqual(['Ben Poe, Dot Fay: It was suggested that a second lamp be bought soon'])
    expect(record.unattributed).toEqual([])
  })
})

describe('bodies that speak', () => {
  const bulletin = `Report of the Weir Talks

Delegations of Norway, Chad and Peru took part in the talks.

1. Opening

`
  it('are countries in capitals, one by one or together', () => {
    const record = read('NORWAY asked for a ladder. CHAD and PERU opposed it.', bulletin)
    expect(saidIn(record).map((line) => line.toLowerCase().split(': ')[0])).toEqual(['norway', 'chad, peru'])
  })

  it('are told with whom they speak for', () => {
    const record = read('NORWAY, on behalf of the Eel Union, asked for a ladder.', bulletin)
    const names = record.remarks[0]?.onBehalfOf.map((key) => record.organizations.find((one) => one.key === key)?.name)
    expect(names).toEqual(['Eel Union'])
  })

  it('are not the meeting itself', () => {
    const { remarks, unattributed } = read('The Committee discussed the report.', bulletin)
    expect(remarks).toEqual([])
    expect(unattributed).toHaveLength(1)
  })

  it('are not in the record for having been spoken of', () => {
    const { organizations } = read('The Eel Union was asked to lead the work.')
    expect(organizations).toEqual([])
  })
})

describe('whose words go on', () => {
  it('a name alone is the one full name that the text prints', () => {
    const text =
      'Kit Moss, Ferry Warden for the upper locks made a start on the lamps.\n\nKit noted that two were dark.'
    expect(saidIn(read(text))).toContainEqual('Kit Moss: Kit noted that two were dark.')
  })

  it('several initials without a space are one word of a name', () => {
    expect(saidIn(read('T.W. Moss agreed and said the lamp was dark.'))).toEqual([
      'T.W. Moss: T.W. Moss agreed and said the lamp was dark.',
    ])
  })

  it('somebody who does something else ends the turn before, and is who a pronoun means', () => {
    expect(
      saidIn(read('Mr. Poe said that oil was dear. Dr. Fay attended for this item. She asked for a lamp.')),
    ).toEqual(['Ben Poe: Mr. Poe said that oil was dear.', 'Dot Fay: She asked for a lamp.'])
  })

  it('a pronoun behind a name that nobody knows means nobody', () => {
    expect(saidIn(read('Ms. Roe said that oil was dear. Quillfeather noted the price. She asked for a lamp.'))).toEqual(
      ['Ada Roe: Ms. Roe said that oil was dear.'],
    )
  })

  it('others who are told of as “they” end no turn', () => {
    const text = 'Mr. Poe said that the lamps cost too much. They had been bought in May. Ms. Roe agreed.'
    expect(saidIn(read(text))[0]).toBe(
      'Ben Poe: Mr. Poe said that the lamps cost too much. They had been bought in May.',
    )
  })

  it('what was not proposed is no report of nobody', () => {
    const text = 'Mr. Poe said that oil was dear. It was not proposed to buy more.'
    expect(saidIn(read(text))).toEqual([`Ben Poe: ${text}`])
  })

  it('a heading in capitals with letters in parentheses may run into the first words', () => {
    const text = 'ITEM 3 LAMPS UNDER RULES 4.2 (a) AND (b) Mr. Poe said that oil was dear.'
    expect(saidIn(read(text))).toEqual([`Ben Poe: ${text}`])
  })

  it('a possessive ending does not hide a name', () => {
    expect(saidIn(read('In Mr. Poe’s view, the lamp was dark.'))).toEqual([
      'Ben Poe: In Mr. Poe’s view, the lamp was dark.',
    ])
  })
})
