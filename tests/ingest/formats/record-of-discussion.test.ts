import { describe, expect, it } from 'vitest'
import { readText, saidIn, unreadIn } from './read.js'

/** An invented record: speakers in capitals, those present in a note, a text handed out. */
const capitals = `7th May, 1957

Ferry Talks: Record of Discussion

MR. ASHDOWN welcomed the visitors [1] and hoped that the talks would be short. The quay was old.

CAPTAIN LUND said that the masters wanted a deeper berth. The present one silted up each winter, and Mr. Ashdown had seen it.

There was no other berth within a day's sail.

MR. ASHDOWN replied that dredging was dear. He could promise nothing.

MISS OKAFOR agreed with Mr. Ashdown.

The Norwegian masters then circulated a paper on tolls, namely:-

1. Tolls by weight;

2. Tolls by length.

On tolls by weight, CAPTAIN LUND observed that nobody weighed a ferry. It was agreed that the clerks should look into it.

The meeting then adjourned for lunch.

CAPTAIN LUND asked whether the lamps would be lit.

1 The Harbour Board was represented by Ashdown and J.R. Okafor. Lund and P. Berg attended from the Masters' Guild.
`

describe('a record of discussion with speakers in capitals', () => {
  const read = readText(capitals, 'ferry.txt')
  const { record } = read

  it('is recognised, and nothing of it is left unread', () => {
    expect(read.format).toMatchObject({ format: 'prose' })
    expect(unreadIn(read)).toEqual([])
  })

  it('gives each speaker the sentences that follow, over several paragraphs, until the record tells what happened', () => {
    expect(saidIn(read).map(([who, words]) => [who, words.slice(0, 24), words.slice(-10)])).toEqual([
      ['Ashdown', 'MR. ASHDOWN welcomed the', 'y was old.'],
      ['Lund', 'CAPTAIN LUND said that t', "ay's sail."],
      ['Ashdown', 'MR. ASHDOWN replied that', 'e nothing.'],
      ['J.R. Okafor', 'MISS OKAFOR agreed with ', '. Ashdown.'],
      ['Lund', 'On tolls by weight, CAPT', 'd a ferry.'],
      ['Lund', 'CAPTAIN LUND asked wheth', 'ld be lit.'],
    ])
  })

  it('tells answers from statements, with what they answer', () => {
    const answers = record.remarks.filter(({ kind }) => kind === 'RESPONSE')
    expect(answers.map(({ position, acts, inResponseTo }) => [position, acts[0]?.verb, inResponseTo])).toEqual([
      [3, 'replied', [2]],
      [4, 'agreed', [3]],
    ])
  })

  it('takes those present from the note alone', () => {
    const people = new Map(record.people.map(({ key, name }) => [key, name]))
    const bodies = new Map(record.organizations.map(({ key, name }) => [key, name]))
    const listed = record.affiliations.map((row) => [people.get(row.person), bodies.get(row.organization ?? '')])
    expect(listed).toEqual([
      ['Ashdown', 'Harbour Board'],
      ['J.R. Okafor', 'Harbour Board'],
      ['Lund', "Masters' Guild"],
      ['P. Berg', "Masters' Guild"],
    ])
    expect(record.attendances).toHaveLength(4)
  })

  it('gives a decision to nobody', () => {
    expect(record.unattributed.map(({ kind, text }) => [kind, text])).toEqual([
      ['IMPERSONAL', 'It was agreed that the clerks should look into it.'],
    ])
  })

  it('takes the day and the title from the front', () => {
    expect(record.meeting).toMatchObject({ title: 'Ferry Talks', date: '1957-05-07', dateText: '7th May, 1957' })
  })
})

/** An invented record: speakers in italics, roles, several sittings, a minute at the end. */
const sittings = `---
title: Summary record of the lighthouse talks
---

Port Alder, 3–4 June 1961

Confidential

_Monday, 3 June 1961, commencing at 10 a.m._

_The Premier_ opened the talks and asked Mr. Dole to speak first.

_Mr. Dole_[2](#f2) said that the lamp was his. It had been built by his father, and Mr. Hale had said so. The coast was dark without it.

The keepers wanted oil. _Mr. Hale_ doubted that. Mr. Dole said he had seen the jars.

In reply to the _Premier_, Mr. Hale agreed that the jars were empty.

_Tuesday, 4 June 1961, commencing at 2 p.m._

The _Premier_ thanked both.

_Agreed minute_

Mr. Dole said in writing that the lamp is lit from dusk.

1 Alder was represented by Dole, the Warden of Lights, and Quill.

2 He was late.
`

describe('a record of discussion with several sittings', () => {
  const read = readText(sittings)
  const { record } = read

  it('has a section with a day for each sitting, and one for the text at the end, in which nobody speaks', () => {
    expect(read.format.format).toBe('prose')
    expect(record.sections.map(({ heading, date }) => [heading, date])).toEqual([
      ['Monday, 3 June 1961, commencing at 10 a.m.', '1961-06-03'],
      ['Tuesday, 4 June 1961, commencing at 2 p.m.', '1961-06-04'],
      ['Agreed minute', null],
    ])
    expect(record.remarks.map(({ section }) => section)).toEqual([1, 1, 1, 1, 1, 2])
    expect(unreadIn(read)).toEqual([])
  })

  it('leaves a role a role, and parts speakers inside of a paragraph', () => {
    expect(saidIn(read).map(([who, words]) => [who, words.slice(0, 18)])).toEqual([
      ['Premier', '_The Premier_ open'],
      ['Dole', '_Mr. Dole_[2](#f2)'],
      ['Hale', '_Mr. Hale_ doubted'],
      ['Dole', 'Mr. Dole said he h'],
      ['Hale', 'In reply to the _P'],
      ['Premier', 'The _Premier_ than'],
    ])
  })

  it('takes place and days from the front, and titles from the note', () => {
    expect(record.meeting).toMatchObject({ date: '1961-06-03', endDate: '1961-06-04', venue: 'Port Alder' })
    expect(record.affiliations.map(({ person, title }) => [person, title])).toEqual([
      ['dole', 'Warden of Lights'],
      ['quill', null],
    ])
  })
})

describe('headings of a summary record', () => {
  const { record } = readText(
    [
      'Harbour Board\n\nSummary record of the 4th meeting\n\nChair: Ms. Moss (Norhaven)\n',
      'Item 6: Dues for moorings in the northern and southern basins and for the lamps on both of\nthe quays (continued) (HB/C/4 and Corr.1)\n',
      '1. Mr. Lind (Sudhaven) said that the dues should be lowered for small boats, as in other harbours.\n',
      '2. Ms. Okafor (Norhaven) said that she could not agree to this before the accounts were closed.\n',
      'Item 7: Staff\n',
      '(a) Crews of tugs (HB/C/5)\n',
      '3. Mr. Lind (Sudhaven) said that the crews worked too long and asked when new ones would come.\n',
      'HB/C/SR.4                                                                 page 2\n',
      '(b) Keepers\n',
      '4. Ms. Okafor (Norhaven) said that two keepers had left and that nobody had applied for their posts.\n',
    ].join('\n'),
    'record.txt',
  )

  it('stand one over another, lettered ones below, and may be long where they name documents', () => {
    expect(record.sections.map(({ level, heading }) => [level, heading.slice(0, 20)])).toEqual([
      [1, 'Item 6: Dues for moo'],
      [1, 'Item 7: Staff'],
      [2, '(a) Crews of tugs (H'],
      [2, '(b) Keepers'],
    ])
    expect(record.themes.map(({ title }) => title.slice(0, 18))).toEqual([
      'Dues for moorings ',
      'Crews of tugs',
      'Keepers',
    ])
  })
})

describe('a record that calls itself one of talks', () => {
  const memorandum = `MEMORANDUM OF CONVERSATION

Participants:

    Upland                                 Lowland

    Mr. Roe, Minister of Roads             Miss Poe, State Secretary
    Mr. Cy Lee, Ambassador                 Mr. Di Mott, Chief Engineer

1. Mr. Roe asked whether the bridge would open in May. Miss Poe said that it would.

2. Mr. Mott explained that the piers stood in gravel. Mr. Lee doubted it.
`
  const read = readText(memorandum, 'talks.txt')

  it('is read as one, whatever its paragraphs are numbered with', () => {
    expect(read.format.format).toBe('prose')
    expect(saidIn(read).map(([who]) => who)).toEqual(['Roe', 'Poe', 'Di Mott', 'Cy Lee'])
    expect(unreadIn(read)).toEqual([])
  })

  it('knows those who hold an office by its field or their side, two of them together, and what they think', () => {
    const talk = `RECORD OF A CONVERSATION BETWEEN THE MINISTER FOR BRIDGES OF LOWLAND, MISS BEA POE, AND MR. ROE

Present:

    Uplandia                               Lowland

    Mr. Roe, Minister of Foreign Affairs   Miss Poe
    Mr. Cy Lee, Secretary for Roads        Mr. Di Mott, Ambassador to Uplandia

The visitors were received at ten, and took their places at the long table by the window.

Mr. Roe said that the piers were old. Miss Poe had no quarrel with that. The Roads Secretary

                                    - 2 -

replied that they would last. The Lowland Ambassador did not think so.

The Foreign Minister and the Secretary were at one in this. The Lowland side preferred a tunnel. The Lowland Minister asked for a map.
`
    const own = readText(talk, 'talk.txt')
    expect(saidIn(own).map(([who]) => who)).toEqual([
      'Roe',
      'Poe',
      'Cy Lee',
      'Di Mott',
      'Roe',
      'Cy Lee',
      'Lowland',
      'Poe',
    ])
    expect(unreadIn(own)).toEqual([])
  })

  it('finds who speaks behind words of their own', () => {
    const own = readText(
      memorandum.replace('Mr. Lee doubted it.', 'In that case, said Mr. Lee, they would have to go.'),
    )
    expect(saidIn(own).at(-1)).toEqual(['Cy Lee', 'In that case, said Mr. Lee, they would have to go.'])
  })
})
