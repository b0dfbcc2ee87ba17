import { describe, expect, it } from 'vitest'
import { readText, saidIn, unreadIn } from './read.js'
import { labelled } from './samples.js'

describe('minutes with labels', () => {
  const read = readText(labelled)
  const { record } = read

  it('are recognised, with reasons', () => {
    expect(read.format).toMatchObject({ format: 'labelled' })
    expect(read.format.reasons.join()).toContain('8 paragraphs begin with a speaker’s label')
  })

  it('join paragraphs of one label, with the lists and code under it, and leave everything else to nobody', () => {
    expect(saidIn(read)).toEqual([
      ['Ada Moss', '[welcomes everybody]'],
      ['Dov Eland', 'The rings are old. I measured `depth` and they rust. the north one the south one'],
      ['Ada Moss', 'We agree.'],
      ['Bo Lindqvist', 'We agree.'],
      ['ANONYMOUS', 'Who pays?'],
      ['Bo Lindqvist', 'Option one: ```js\nUSA: not.a.speaker()\n```'],
      ['Cleo Hart', 'Lamps are a different matter. They are.'],
    ])
  })

  it('give the words of two speakers once, as joint statements', () => {
    const joint = record.remarks.filter(({ scope }) => scope === 'JOINT')
    expect(joint.map(({ speaker }) => speaker)).toEqual(['ada-moss', 'bo-lindqvist'])
    expect(new Set(joint.map(({ utterance }) => utterance)).size).toBe(1)
  })

  it('read a table of those present in a code fence, with a broken bar, an empty row and somebody listed twice', () => {
    expect(record.attendances.map(({ person, mode }) => [person, mode])).toEqual([
      ['ada-moss', 'REMOTE'],
      ['bo-lindqvist', 'PRESENT'],
      ['cleo-hart', 'REMOTE'],
    ])
    expect(record.affiliations.map(({ person, organization }) => [person, organization])).toEqual([
      ['ada-moss', 'tide-labs'],
      ['bo-lindqvist', 'mill-trust'],
      ['cleo-hart', 'tide-labs'],
    ])
  })

  it('know initials that another line defines, and say that their owner is not listed', () => {
    const dov = record.people.find(({ key }) => key === 'dov-eland')
    expect(dov?.printedNames).toEqual(['Dov Eland', 'DEL'])
    expect(read.findings.filter(({ code }) => code === 'SPEAKER_NOT_IN_ATTENDEES')).toHaveLength(1)
  })

  it('take topics for themes and structural headings for sections only', () => {
    expect(record.themes.map(({ title }) => title)).toEqual(['Mooring rings', 'Lamps'])
    expect(record.sections.map(({ heading, parent }) => [heading, parent])).toEqual([
      ['Opening', null],
      ['Mooring rings', null],
      ['Conclusion/Resolution', 2],
      ['Lamps', null],
    ])
    expect(record.paragraphs.find(({ text }) => text === 'Rings will be replaced')).toMatchObject({
      section: 3,
      theme: 'mooring-rings',
    })
  })

  it('take title and day from the first heading, and leave no text unread', () => {
    expect(record.meeting).toMatchObject({
      title: '4 March, 2031 Harbour Group Notes',
      date: '2031-03-04',
      dateText: '4 March, 2031',
      dateCertainty: 'EXACT',
    })
    expect(unreadIn(read)).toEqual([])
  })
})

describe('labels', () => {
  const turns = (lines: string[], before = '') =>
    saidIn(readText(`# Notes of 2 May 2030\n\n${before}${lines.join('\n\n')}\n`))

  it('may be full names, and the initials of a name that is listed without', () => {
    const said = turns(
      ['Ann Roe: One.', 'BP: Two.', 'Ann Roe: Three.', 'BP: Four.'],
      'Present: Ann Roe (Mill Trust), Ben Poe\n\nApologies: Cy Low\n\n',
    )
    expect(said.map(([who]) => who)).toEqual(['Ann Roe', 'Ben Poe', 'Ann Roe', 'Ben Poe'])
  })

  it('may be roles: of whom the record says that they hold it, else of nobody', () => {
    const lines = ['Chair: One.', 'AR: Two.', 'Chair: Three.', 'AR: Four.']
    expect(turns(lines).map(([who]) => who)).toEqual(['Chair', 'AR', 'Chair', 'AR'])
    const held = turns(lines, 'Present: Ada Moss (Chair), Abel Rho (AR)\n\n')
    expect(held.map(([who]) => who)).toEqual(['Ada Moss', 'Abel Rho', 'Ada Moss', 'Abel Rho'])
  })

  it('that the record doubts are nobody, with a finding', () => {
    const read = readText('# Notes\n\nAB: One.\n\nCD: Two.\n\nAB?: Three.\n\nCD: Four.\n\nAB: Five.\n')
    expect(saidIn(read)[2]).toEqual(['ANONYMOUS', 'Three.'])
    expect(read.findings.some(({ code }) => code === 'AMBIGUOUS_SPEAKER')).toBe(true)
  })

  it('are no words that the record uses, and no links', () => {
    const said = turns([
      'AB: One reason is cost.',
      'Reason: cost.',
      'CD: Two.',
      'https://example.org',
      'AB: Six.',
      'CD: Ten.',
    ])
    expect(said.map(([who]) => who)).toEqual(['AB', 'CD', 'AB', 'CD'])
  })
})

describe('a transcript with headings in brackets, and people in office before the first words', () => {
  const read = readText(
    [
      'Town hall on the lamps, 4 March 2031\n',
      'Chairs: Ada Roe (AR, Mill Trust), Ben Poe-Lind (BP, Tide Labs)\nOn the stage: Cleo Hart, Mayor; Dov Eland, Lamp Manager\n',
      '[QUESTIONS: COST]\n',
      'AR: What will the lamps cost us next year?\n\nCLEO HART: Less than they did.\n\n[APPLAUSE]\n',
      'MAN BY THE DOOR: Is that a promise?\n\nCLEO HART: It is.\n',
      '[QUESTIONS: THE TIP]\n',
      'BP: And the tip?\n\nDOV ELAND: It is closed.\n\n[APPLAUSE]\n\nAR: Thank you.\n',
    ].join('\n'),
    'lamps.txt',
  )
  const { record } = read

  it('stands under these headings, and not under what the note-taker hears', () => {
    expect(record.sections.map(({ heading }) => heading)).toEqual(['QUESTIONS: COST', 'QUESTIONS: THE TIP'])
    expect(unreadIn(read)).toEqual([])
  })

  it('knows the initials of those in office, and for whom they came', () => {
    expect(saidIn(read).map(([name]) => name)).toEqual([
      'Ada Roe',
      'Cleo Hart',
      'ANONYMOUS',
      'Cleo Hart',
      'Ben Poe-Lind',
      'Dov Eland',
      'Ada Roe',
    ])
    expect(record.organizations.map(({ name }) => name)).toEqual(['Mill Trust', 'Tide Labs'])
  })
})

describe('a hearing with a list of who appears', () => {
  const read = readText(
    [
      'PUBLIC HEARING\n\nAPPEARANCES\n\nPanel\n    Ms Ada Roe, Chair\n    Mr Ben Poe, Commissioner\n',
      'For the Applicant, Weir Works Ltd\n    Mr Cem Lee KC\n    Ms Dot Fay, Chief Engineer\n',
      'Interested parties\n    Mrs Eva Gow, Mill Street League\n    Mr Finn Hay (in person)\n\n',
      'THE CHAIR: Good morning, everyone.\n\nMR LEE: We ask for a new gate.\n\nMS FAY: It would not leak.\n',
      'MRS GOW: Nobody in Mill Street wants it.\n\nMR HAY: I live beside it.\n\nTHE CHAIR: Thank you.\n',
    ].join('\n'),
    'hearing.txt',
  )
  const { people, affiliations, organizations } = read.record

  it('names for whom each of those set in under a label speaks', () => {
    const nameOf = new Map([...people, ...organizations].map(({ key, name }) => [key, name]))
    expect(
      affiliations.map(({ person, organization }) => [nameOf.get(person), nameOf.get(organization ?? '')]),
    ).toEqual([
      ['Ada Roe', undefined],
      ['Ben Poe', undefined],
      ['Cem Lee', 'Weir Works Ltd'],
      ['Dot Fay', 'Weir Works Ltd'],
      ['Eva Gow', 'Mill Street League'],
    ])
    expect(saidIn(read).map(([name]) => name)).toEqual([
      'Ada Roe',
      'Cem Lee',
      'Dot Fay',
      'Eva Gow',
      'Finn Hay',
      'Ada Roe',
    ])
  })
})
