import type { MeetingRecord } from '@rapporteur/reader/record'
import { describe, expect, it } from 'vitest'
import { readThroughRules, saidIn } from '../through-rules.js'

const title = 'Summary of the Consultation on the Pell Weir\n\nDate: 4 May 2031, 10:00-12:00 hours\n\n'
const second = '3. Eels (Dr. Dot Fay): Eels need a ladder.'

const read = (text: string) => readThroughRules(`${title}${text}\n`, 'summary.txt')

const themesIn = ({ themes }: MeetingRecord): string[] => themes.map((theme) => theme.title)

describe('a heading that names in parentheses who raised what stands below', () => {
  it.each([
    ['a colon', 'The upper gate (Ms. Ada Roe): It leaks.'],
    ['bold type and a colon', '**The upper gate (Ms. Ada Roe)**: It leaks.'],
    ['a colon in bold type', '**The upper gate (Ms. Ada Roe):** It leaks.'],
    ['a full stop', 'The upper gate (Ms. Ada Roe). It leaks.'],
    ['a dash', 'The upper gate (Ms. Ada Roe) – It leaks.'],
    ['brackets', 'The upper gate [Ms. Ada Roe]: It leaks.'],
    ['“raised by”', 'The upper gate (raised by Ms. Ada Roe): It leaks.'],
    ['a name without an honorific', 'The upper gate (Ada Roe): It leaks.'],
    ['what she is behind the name', 'The upper gate (Ms. Ada Roe, Warden): It leaks.'],
    ['an abbreviation in parentheses before', 'The upper gate (UG) (Ms. Ada Roe): It leaks.'],
  ])('is told by %s', (_, words) => {
    const { record, style } = read(`1. ${words}\n\n2. ${second.slice(3)}`)
    expect(style).toBe('summary')
    expect(saidIn(record)).toEqual(['Ada Roe: It leaks.', 'Dot Fay: Eels need a ladder.'])
    expect(themesIn(record)[0]).toMatch(/^The upper gate(?: \(UG\))?$/)
    expect(record.paragraphs.map(({ heading }) => heading)).toEqual(themesIn(record))
  })

  it.each([
    ['several people', '(Ms. Ada Roe; Mr. Ben Poe)', 'Ada Roe, Ben Poe'],
    ['several people, joined by commas', '(Ms. Ada Roe, Mr. Ben Poe and Dr. Cem Lee)', 'Ada Roe, Ben Poe, Cem Lee'],
    ['several people of one honorific', '(Messrs. Ben Poe and Cem Lee)', 'Ben Poe, Cem Lee'],
    ['a country', '(Norway)', 'Norway'],
    ['countries', '(Norway; Kenya)', 'Norway, Kenya'],
    ['a body with “and” in its name', '(Ministry of Trade and Tides)', 'Ministry of Trade and Tides'],
    ['two bodies', '(Mill Trust and Lock Union)', 'Mill Trust, Lock Union'],
    ['a person and others', '(Ms. Ada Roe and others)', 'Ada Roe'],
    ['an office', '(the Chair)', 'Chair'],
  ])('names %s', (_, names, expected) => {
    const { record } = read(
      `1. The upper gate ${names}: It leaks.\n\n2. ${second.slice(3)}\n\n3. Fish (Mr. Gil Oak): Few.`,
    )
    expect(saidIn(record)[0]).toBe(`${expected}: It leaks.`)
  })

  it('says for whom somebody speaks, and where somebody comes from whom no list names', () => {
    const { record } = read(
      '1. The gate (Ms. Ada Roe, on behalf of the Lock Union): It leaks.\n\n2. Eels (Dr. Dot Fay, Pell University): Few.',
    )
    const nameOf = (body: string | null) => record.organizations.find(({ key }) => key === body)?.name
    expect(record.remarks.map(({ onBehalfOf }) => onBehalfOf.map(nameOf))).toEqual([['Lock Union'], []])
    expect(record.affiliations.map(({ person, organization }) => [person, nameOf(organization)])).toEqual([
      ['dot-fay', 'Pell University'],
    ])
  })

  it('is none where the parentheses hold an abbreviation of the words, a year or a number', () => {
    const { record } = read(
      `1. Weir Review Board (WRB): It met twice.\n\n2. The gate of Pell (1841): It leaks.\n\n${second}\n\n4. Locks (Ms. Ada Roe): Two.`,
    )
    expect(saidIn(record)).toEqual(['Dot Fay: Eels need a ladder.', 'Ada Roe: Two.'])
  })

  it('may stand over a section', () => {
    const { record } = read(
      '## The gate (Ms. Ada Roe; Mr. Ben Poe)\n\n1. It leaks at night.\n\n2. Dr. Fay replied that it was old.\n\n## Eels (Dr. Dot Fay)\n\n3. Eels need a ladder.',
    )
    expect(saidIn(record)).toEqual([
      'Ada Roe, Ben Poe: It leaks at night.',
      'Dot Fay: Dr. Fay replied that it was old. → 1, 2',
      'Dot Fay: Eels need a ladder.',
    ])
    expect(themesIn(record)).toEqual(['The gate', 'Eels'])
  })
})

describe('a paragraph under such a heading', () => {
  const unit = (words: string) => read(`1. The gate (Ms. Ada Roe; Mr. Ben Poe): ${words}\n\n${second}`).record

  it('is of its raisers until somebody else answers, who goes on by pronoun and by silence', () => {
    expect(
      saidIn(
        unit('It leaks. Dr. Lee replied that it was old. He added that oak rots. This takes years. Mr. Oak agreed.'),
      ),
    ).toEqual([
      'Ada Roe, Ben Poe: It leaks.',
      'Lee: Dr. Lee replied that it was old. He added that oak rots. This takes years. → 1, 2',
      'Oak: Mr. Oak agreed. → 1, 2',
      'Dot Fay: Eels need a ladder.',
    ])
  })

  it('goes on with whoever answers where people elsewhere do something', () => {
    const said = saidIn(
      unit(
        'It leaks. Dr. Lee replied that it was old. In the flood of 2006, the Kenyan leaders requested a dredger. He agreed.',
      ),
    )
    expect(said[1]).toMatch(/^Lee: Dr\. Lee replied .* requested a dredger\. He agreed\. → 1, 2$/)
  })

  it('is of its raisers where they are named again before anybody answers', () => {
    expect(saidIn(unit('It leaks. Ms. Roe noted that it was old. Dr. Lee agreed.'))).toEqual([
      'Ada Roe, Ben Poe: It leaks. Ms. Roe noted that it was old.',
      'Lee: Dr. Lee agreed. → 1, 2',
      'Dot Fay: Eels need a ladder.',
    ])
  })

  it('lets a raiser answer whoever answered', () => {
    const said = saidIn(unit('It leaks. Dr. Lee replied that it was old. Ms. Roe said that it was not.'))
    expect(said[2]).toBe('Ada Roe: Ms. Roe said that it was not. → 3')
  })

  it('lets an answer that names another one answer that, too', () => {
    const said = saidIn(unit('It leaks. Dr. Lee replied that it was old. Mr. Oak disagreed with Dr. Lee on that.'))
    expect(said[2]).toBe('Oak: Mr. Oak disagreed with Dr. Lee on that. → 1, 2, 3')
  })

  it('gives to nobody what nobody is named for, and keeps it in the words of the raisers', () => {
    const { unattributed, remarks } = unit(
      'It leaks. It was suggested that it be caulked. One participant asked who would pay. It is of oak.',
    )
    expect(unattributed.map(({ kind, text, utterance }) => [kind, text, utterance])).toEqual([
      ['IMPERSONAL', 'It was suggested that it be caulked.', 1],
      ['ANONYMOUS', 'One participant asked who would pay.', 1],
    ])
    expect(remarks.map(({ speaker, scope }) => [speaker, scope])).toEqual([
      ['ada-roe', 'JOINT'],
      ['ben-poe', 'JOINT'],
      ['dot-fay', 'WHOLE'],
    ])
  })

  it('goes on in paragraphs without a number', () => {
    const { record } = read(
      `1. The gate (Ms. Ada Roe): It leaks.\n\nThe lower one does not.\n\nDr. Lee replied that it was new.\n\n2. ${second.slice(3)}`,
    )
    expect(saidIn(record)).toEqual([
      'Ada Roe: It leaks. The lower one does not.',
      'Lee: Dr. Lee replied that it was new. → 1',
      'Dot Fay: Eels need a ladder.',
    ])
  })
})

describe('other paragraphs of a summary', () => {
  const around = (words: string) =>
    read(`## Opening\n\n${words}\n\n## The weir\n\n2. The gate (Ms. Ada Roe): It leaks.\n\n${second}`).record

  it('are of whoever opens them', () => {
    const [first, ...others] = saidIn(
      around('1. Prof. Eve Lamm opened the meeting by recalling the flood. It took two mills. She thanked the town.'),
    )
    expect(first).toBe(
      'Eve Lamm: Prof. Eve Lamm opened the meeting by recalling the flood. It took two mills. She thanked the town.',
    )
    expect(others).toHaveLength(2)
  })

  it('introduce a section, and are nobody’s', () => {
    const { sections, remarks } = read(
      `## The weir\n\nMr. Gil Oak said that the floor was open.\n\n1. The gate (Ms. Ada Roe): It leaks.\n\n2. ${second.slice(3)}`,
    ).record
    expect(sections.map(({ introduction }) => introduction)).toEqual(['Mr. Gil Oak said that the floor was open.'])
    expect(remarks.map(({ speaker }) => speaker)).toEqual(['ada-roe', 'dot-fay'])
  })

  it('cite people who are not there', () => {
    const { people, mentions } = around(
      '1. Prof. Eve Lamm recalled Zeno Marr, who wrote that water waits, and Mrs. Ida Holt.',
    )
    expect(mentions.map(({ kind, nameAsPrinted }) => [kind, nameAsPrinted])).toEqual([
      ['CITED', 'Zeno Marr'],
      ['CITED', 'Mrs. Ida Holt'],
    ])
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['Zeno Marr', 'Ida Holt']))
  })
})

describe('a record of another kind', () => {
  it.each([
    [
      'numbered minutes',
      '1. Ms. Ada Roe said that it leaks.\n\n2. Mr. Ben Poe replied that it was old.\n\n3. Dr. Lee agreed.',
    ],
    [
      'bodies behind speakers',
      '1. Ms. Ada Roe (Norway) said that it leaks.\n\n2. Mr. Ben Poe (Kenya) replied that it was old.',
    ],
    [
      'abbreviations behind headings',
      '1. Weir Board (WB): It met twice a year.\n\n2. Lock Union (LU): It met once a year, in May.',
    ],
    ['labels with bodies', 'Ada Roe (Norway): It leaks.\n\nBen Poe (Kenya): It is old.\n\nAda Roe (Norway): So am I.'],
  ])('is not read as a summary: %s', (_, words) => {
    expect(read(words).style).not.toBe('summary')
  })
})
