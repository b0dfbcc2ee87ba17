import type { ReadRecord } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { readText, saidIn } from './read.js'

const minutes = (words: string): ReadRecord => {
  const front =
    'Minutes of the Weir Board, 2 May 2030\n\nPresent: Ms. Ada Roe (Chair), Mr. Ben Poe (Weir Keeper), Cllr Dot Fay\n'
  return readText(`${front}\nThe Weir\n\n${words}\n`, 'minutes.txt', 'prose')
}

const summary = (...paragraphs: string[]): ReadRecord =>
  readText(
    `Summary of the Consultation on Weirs\n\nA. The weirs\n\n${paragraphs.map((words, i) => `${i + 1}. ${words}\n`).join('\n')}`,
    'summary.txt',
    'summary',
  )

const who = (read: ReadRecord): string[] => saidIn(read).map(([name]) => name)

const answersIn = (read: ReadRecord): string[] => {
  const names = who(read)
  return read.record.remarks.flatMap(({ inResponseTo }, i) =>
    inResponseTo.length > 0 ? [`${names[i]} → ${inResponseTo.map((position) => names[position - 1]).join(', ')}`] : [],
  )
}

const bodiesIn = ({ record }: ReadRecord): string[] =>
  record.affiliations.flatMap(({ person, organization }) => {
    const name = record.people.find(({ key }) => key === person)?.name
    const body = record.organizations.find(({ key }) => key === organization)?.name
    return body === undefined ? [] : [`${name}: ${body}`]
  })

describe('in minutes', () => {
  it.each([
    ['Mr. Poe took the meeting through the accounts.', ['Ben Poe']],
    ['Mr. Poe, a mason by trade, was not surprised.', ['Ben Poe']],
    ['Mr. Poe found the idea of a lock worth a thought.', ['Ben Poe']],
    ['Why not a lock, suggested Eve Lamm, as at Pell?', ['Eve Lamm']],
    ['Mr. Poe asked for paint. She would see to it, said the Councillor.', ['Ben Poe', 'Dot Fay']],
    [
      'Mr. Poe said that it leaked. That, in Cllr Fay’s view, was new. The Chair took responsibility.',
      ['Ben Poe', 'Dot Fay', 'Ada Roe'],
    ],
    ['Mr. Poe said that it leaked. A lady at the back asked why.', ['Ben Poe']],
  ])('%s', (words, expected) => {
    expect(who(minutes(words))).toEqual(expected)
  })

  it.each([
    ['the Treasurer’s absence', []],
    ["the Treasurer's absence", []],
    ['Mr. Poe’s absence', []],
    ['the Treasurer', ['Ben Poe']],
  ])('walkers who noted %s', (noted, expected) => {
    const read = readText(
      `Minutes of the Path Board, 2 May 2030\n\nPresent: Ms. Ada Roe (Chair), Mr. Ben Poe (Treasurer)\n\nThe path\n\nWalkers from Pell completed the survey, noted ${noted}${expected.length > 0 ? '.' : ' and left.'}\n`,
      'minutes.txt',
      'prose',
    )
    expect(who(read)).toEqual(expected)
  })

  it('labels of questions and answers give whole paragraphs to whom they name, and answers to questions', () => {
    const read = minutes(
      [
        'Q. (Eve Lamm, Flat 2) Will it hold? The Chair knows.',
        'A. (Ben Poe) It will. The Chair agreed to that in May.',
        'A. (Ada Roe) I did.',
        'Q. (a resident) And the gate?',
        'A. (Ben Poe) No.',
      ].join('\n\n'),
    )
    expect(answersIn(read)).toEqual(['Ben Poe → Eve Lamm', 'Ada Roe → Eve Lamm'])
    expect(who(read)).toEqual(['Eve Lamm', 'Ben Poe', 'Ada Roe', 'Ben Poe'])
  })

  it('officers are called by the letters of their titles', () => {
    const read = readText(
      'Minutes of the Town Council, 2 May 2030\n\nPresent: Ada Roe (Mayor), Ben Poe (Chief Administrative Officer)\n\nThe Weir\n\nThe CAO reported that it leaked.\n',
      'minutes.txt',
      'prose',
    )
    expect(who(read)).toEqual(['Ben Poe'])
  })

  it('a list begins with the committee, and under it senators of faculties', () => {
    const read = readText(
      'Minutes of the Senate, 2 May 2030\n\n**Committee:** Ada Roe (Chair), Ben Poe (Clerk)\n\n**Senators:**\n\n- *Arts:* Eve Lamm, Cem Lee\n- *Law:* Flo Marsh\n- *Music:* Gil Oake\n- *Science:* Hal Pine\n\nThe budget\n\nMs. Lamm asked for more. Ben replied that there was none.\n',
      'minutes.md',
      'prose',
    )
    expect(who(read)).toEqual(['Eve Lamm', 'Ben Poe'])
    expect(bodiesIn(read)).toEqual([
      'Eve Lamm: Arts',
      'Cem Lee: Arts',
      'Flo Marsh: Law',
      'Gil Oake: Music',
      'Hal Pine: Science',
    ])
  })
})

describe('in a numbered summary', () => {
  it('people without honorifics speak, each for whom the text says they came', () => {
    const read = summary(
      'Ada Roe (Upper Mills), Ben Poe (Eel Friends) and Cem Lee (Lower Lock) asked who would pay.',
      'Mr Lee replied that they would. Mr Poe was not reassured.',
      'The gate was opposed by Eve Lamm of the Tide Guild. Speaking for the Weir Union, Mr Lee disagreed.',
    )
    expect(who(read)).toEqual(['Ada Roe', 'Ben Poe', 'Cem Lee', 'Cem Lee', 'Ben Poe', 'Eve Lamm', 'Cem Lee'])
    expect(bodiesIn(read)).toEqual([
      'Ada Roe: Upper Mills',
      'Ben Poe: Eel Friends',
      'Cem Lee: Lower Lock',
      'Eve Lamm: Tide Guild',
    ])
    const { record } = read
    const spoken = record.remarks
      .at(-1)
      ?.onBehalfOf.map((key) => record.organizations.find((one) => one.key === key)?.name)
    expect(spoken).toEqual(['Weir Union'])
  })

  it.each([
    ['Online', 'Remote', 'Online'],
    ['Proposer', 'Absent', 'Acting'],
    ['ONLINE', 'Aye', 'Chair'],
  ])('(%s), (%s) and (%s) behind names are no bodies', (...[one, two, three]) => {
    const read = summary(
      `Ada Roe (${one}), Ben Poe (${two}) and Cem Lee (${three}) asked who would pay.`,
      'Mr Lee replied that they would. Mr Poe was not reassured.',
    )
    expect(who(read)).toContain('Cem Lee')
    expect(read.record.organizations).toEqual([])
    const titles = read.record.affiliations.map(({ title }) => title)
    expect(titles).toEqual(three === 'Chair' ? ['Chair'] : [])
  })

  it('those of several who are named speak, and are answered together with what one of them says more', () => {
    const read = summary(
      'Several participants, including Ms Ada Roe (Mill Guild) and Mr Ben Poe, raised the question of whether it would hold. Ms Roe noted that it was old.',
      'Dr Lee replied that it would.',
    )
    expect(answersIn(read)).toEqual(['Lee → Ada Roe, Ben Poe'])
  })

  it('a name that a list abbreviates is the one that the text spells out', () => {
    const read = readText(
      'Summary of the Consultation on Weirs\n\n1. Ms Ada Roe said that it leaked.\n\n2. Mr Poe asked why.\n\nANNEX. PARTICIPANTS\n\nLiving Weirs: Ms A. Roe\nEelwatch: Mr B. Poe\nMill Guild: Dr C. Lee\nTide Union: Ms D. Fay\n',
      'summary.txt',
      'summary',
    )
    expect(who(read)).toEqual(['Ada Roe', 'B. Poe'])
    expect(bodiesIn(read)).toEqual([
      'Ada Roe: Living Weirs',
      'B. Poe: Eelwatch',
      'C. Lee: Mill Guild',
      'D. Fay: Tide Union',
    ])
  })

  it('a sentence that a line or a colon cuts is no heading with those who raised it', () => {
    const read = readText(
      'Summary of the Consultation on Weirs\n\n1.   Before the break, Mr Ben Poe (Mill Guild)\n     wished it to be recorded that it leaked.\n\n2.   Ms Ada Roe asked if it would hold. It would, said Mr Poe: it was oak.\n',
      'summary.txt',
      'summary',
    )
    expect(who(read)).toEqual(['Ben Poe', 'Ada Roe', 'Ben Poe'])
  })

  it('a body to which a passive gives its words speaks', () => {
    const read = summary(
      'The representative of Norway said that it leaked.',
      'It was suggested by Norway that oak be used.',
    )
    expect(who(read)).toEqual(['representative of Norway', 'Norway'])
  })
})
