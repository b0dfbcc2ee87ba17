import { readRecord } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { sourceOfText } from './support/source-of-text.js'

const text = '1. Ms. Ada Roe opened the meeting and thanked everybody who had come.\n'

/** Each person of a list as one line: honorific, name, role or mode, and what is stated. */
const listOf = (list: string, before = `Title of the Meeting\n\n${text}\n`): string[] => {
  const { record } = readRecord(sourceOfText(`${before}${list}`), { format: 'summary' })
  const bodies = new Map(record.organizations.map(({ key, name }) => [key, name]))
  const people = new Map(record.people.map(({ key, name }) => [key, name]))
  return record.attendances.map(({ position, person, honorific, role, mode }) => {
    const stated = record.affiliations
      .filter(({ attendance }) => attendance === position)
      .map(({ title, organization, status, note }) =>
        [
          title ?? '–',
          '@',
          organization === null ? '–' : bodies.get(organization),
          status === 'CURRENT' ? '' : status,
          note ?? '',
        ]
          .join(' ')
          .trim(),
      )
    const how = [role ?? '', mode === 'PRESENT' ? '' : mode].filter((part) => part !== '').join(' ')
    return [`${honorific ?? '–'} ${people.get(person)}`, how, stated.join('; ')]
      .filter((part) => part !== '')
      .join(' | ')
  })
}

const heading = 'ANNEX\n\nList of participants\n\n'

describe('a list of those present', () => {
  it('with bodies before names, of which no word tells what some are', () => {
    const lines = [
      'Tide Trust: Ms. A. Roe',
      'Mill Guild: Mr. B. Poe',
      'Lamp Association: Ms. C. Low',
      'Living Rivers: Mr. D. Lee',
      'Eelwatch: Ms. E. Ray',
    ]
    expect(listOf(heading + lines.join('\n'))).toEqual([
      'Ms. Ada Roe | – @ Tide Trust',
      'Mr. B. Poe | – @ Mill Guild',
      'Ms. C. Low | – @ Lamp Association',
      'Mr. D. Lee | – @ Living Rivers',
      'Ms. E. Ray | – @ Eelwatch',
    ])
  })

  it('that has initials only, of somebody whom the text spells out', () => {
    const lines = ['Ms. A. Roe, Tide Trust', 'Mr. B. Poe, Mill Guild', 'Mr. B. C. Low, Lamp Association']
    const before = `Title of the Meeting\n\n${text}2. Mr. Ben Poe, Mr. Bo Low and Mr. Bob Low thanked her.\n\n`
    expect(listOf(heading + lines.join('\n'), before)).toEqual([
      'Ms. Ada Roe | – @ Tide Trust',
      'Mr. Ben Poe | – @ Mill Guild',
      'Mr. B. C. Low | – @ Lamp Association',
    ])
  })

  it('in a table of wrapped rows that stand on their last line', () => {
    const rows = [
      'Name\tTitle\tOrganization',
      'Ms. Ada Roe\tHead\tWater Board',
      '\tAdviser to the\tInstitute of Tides and',
      'Mr. Bo Poe\tMinister\tCurrents',
      'Dr. Ines Solheim-\t\tInstitute of Tides and',
      'Lee\tDirector\tCurrents',
      '-\t3\t•',
      'Ms. Una Ray\t\t',
    ]
    expect(listOf(heading + rows.join('\n'))).toEqual([
      'Ms. Ada Roe | Head @ Water Board',
      'Mr. Bo Poe | Adviser to the Minister @ Institute of Tides and Currents',
      'Dr. Ines Solheim-Lee | Director @ Institute of Tides and Currents',
      'Ms. Una Ray',
    ])
  })

  it('in a table of wrapped rows that stand on their first line', () => {
    const rows = [
      'Name\tTitle\tOrganization',
      'Mr. Bo Poe\tAdviser to the\tInstitute of Tides and',
      '\tMinister\tCurrents',
      'Ms. Ada Roe\tHead\tWater Board',
      'Dr. Cem Lee\tDirector\tInstitute of Tides and',
      '\t\tCurrents',
    ]
    expect(listOf(heading + rows.join('\n'))).toEqual([
      'Mr. Bo Poe | Adviser to the Minister @ Institute of Tides and Currents',
      'Ms. Ada Roe | Head @ Water Board',
      'Dr. Cem Lee | Director @ Institute of Tides and Currents',
    ])
  })

  it('of two sides beside each other, each under its head, with wrapped entries', () => {
    const rows = [
      'PARTICIPANTS:',
      '',
      '    UPLAND                                 LOWLAND',
      '',
      '    Ada N. Roe, Secretary for              H.E. Bo Poe, Minister of',
      '      Outer Roads                            Bridges',
      '    Capt. Cy Lee, Chairman,                Di Mott (interpreter)',
      '      Quay Board',
      '',
      'COPIES TO:     Quay Board, Mill Office',
    ]
    expect(listOf(rows.join('\n'))).toEqual([
      '– Ada N. Roe | Secretary for Outer Roads @ Upland',
      'Capt. Cy Lee | Chairman @ Quay Board; – @ Upland',
      'H.E. Bo Poe | Minister of Bridges @ Lowland',
      '– Di Mott | interpreter @ Lowland',
    ])
  })

  it('of two groups beside each other, that are no bodies', () => {
    const rows = [
      'Present:',
      '',
      'Members                 Absent',
      'Ms. Ada Roe, Mill Union    Mr. Bo Poe, Mill Guild',
      'Ms. Cy Lee, Quay Trust     Mr. Di Mott, Quay Guild',
    ]
    expect(listOf(rows.join('\n'))).toEqual([
      'Ms. Ada Roe | – @ Mill Union',
      'Ms. Cy Lee | – @ Quay Trust',
      'Mr. Bo Poe | APOLOGIES | – @ Mill Guild',
      'Mr. Di Mott | APOLOGIES | – @ Quay Guild',
    ])
  })

  it('in columns, with the organization first and parts for guests', () => {
    const rows = [
      'Organization              Name               Position',
      'Water Board               Ms. Ada Roe        Head',
      'Town of Hill              Mr. Bo Poe         Mayor',
      '                          Guests',
      'Hill School               Dr. Cem Lee        Teacher',
    ]
    expect(listOf(heading + rows.join('\n'))).toEqual([
      'Ms. Ada Roe | Head @ Water Board',
      'Mr. Bo Poe | Mayor @ Town of Hill',
      'Dr. Cem Lee | Guests | Teacher @ Hill School',
    ])
  })

  it('in a table of Markdown, with numbers and addresses that nobody needs', () => {
    const rows = [
      '| No. | First name | Surname | Institution | E-mail |',
      '|---|---|---|---|---|',
      '| 1 | Ada | Roe | Water Board | ada@example.org |',
      '| 2 | Bo | Poe | Hill School | bo@example.org |',
    ]
    expect(listOf(heading + rows.join('\n'))).toEqual(['– Ada Roe | – @ Water Board', '– Bo Poe | – @ Hill School'])
  })

  it('in lines, numbered or not', () => {
    const lines = [
      '1. Ms. Ada Roe, Head of Unit, Water Board',
      '2. Prof. Bo Poe, Professor, Faculty of Law, University of Hill, and Member of the Board, Tide Trust',
      '3. Dr. Cem Lee (Hill School)',
      '4. Mr. Dan Ray – farmer',
      '5. Ms. Eva Fox, Editor, Hill Post; Trustee, Tide Trust',
    ]
    expect(listOf(heading + lines.join('\n'))).toEqual([
      'Ms. Ada Roe | Head of Unit @ Water Board',
      'Prof. Bo Poe | Professor @ Faculty of Law, University of Hill; Member of the Board @ Tide Trust',
      'Dr. Cem Lee | – @ Hill School',
      'Mr. Dan Ray | farmer @ –',
      'Ms. Eva Fox | Editor @ Hill Post; Trustee @ Tide Trust',
    ])
  })

  it('in lines under roles, with apologies', () => {
    const lines = [
      'Chair: Ms. Ada Roe, Water Board',
      'Mr. Bo Poe, Mayor',
      'Secretariat',
      'Dr. Cem Lee',
      'Apologies: Mr. Dan Ray',
    ]
    expect(listOf(heading + lines.join('\n'))).toEqual([
      'Ms. Ada Roe | Chair | – @ Water Board',
      'Mr. Bo Poe | Mayor @ –',
      'Dr. Cem Lee | Secretariat',
      'Mr. Dan Ray | APOLOGIES',
    ])
  })

  it('in cards of one line for each fact', () => {
    const cards = ['Ms. Ada Roe\nHead\nWater Board', 'Mr. Bo Poe\nMayor\nTown of Hill']
    expect(listOf(heading + cards.join('\n\n'))).toEqual([
      'Ms. Ada Roe | Head @ Water Board',
      'Mr. Bo Poe | Mayor @ Town of Hill',
    ])
  })

  it('at the front, in a sentence, and no further than that', () => {
    const front =
      'Title of the Meeting\n\nPresent: Ms. Ada Roe (Chair), Mr. Bo Poe (Water Board) and Dr. Cem Lee.\n\nOpening\n\n'
    expect(listOf('', front + text)).toEqual(['Ms. Ada Roe | Chair', 'Mr. Bo Poe | – @ Water Board', 'Dr. Cem Lee'])
  })

  it('with the family name first, in capitals', () => {
    const list = [
      'ANNEX\n\nLIST OF SPEAKERS\n\nIn the room\n',
      "MOSS-LIND, Ada (Ms.), Harbour Users' Platform",
      'POE, Bo Erik (Mr.), Moorings Services, Secretariat',
      'ROWE, Cleo (Ms.), Association of Lamp Keepers of the\n   Northern Isles\n',
    ].join('\n')
    expect(listOf(list)).toEqual([
      "Ms. Ada Moss-Lind | – @ Harbour Users' Platform",
      'Mr. Bo Erik Poe | – @ Moorings Services, Secretariat',
      'Ms. Cleo Rowe | – @ Association of Lamp Keepers of the Northern Isles',
    ])
  })

  it('in columns under the sides that met, with the body of each in a column of its own', () => {
    const front = [
      'Mill Trust\nNote of the 3rd meeting, 6 May 2031\n',
      'MANAGEMENT SIDE\n   Ada Roe        Managing Director (in the Chair)\n   Bo Poe         Head of Lamps\n',
      "EMPLOYEES' SIDE\n   Cleo Lee       LKU     Convenor, Quays\n   Dov May        LKU     Branch Secretary\n",
      'SECRETARIAT\n   Eva Gow        People Team\n',
      'APOLOGIES\n   Fay Hill       LKU     Shore Representative\n\n',
    ].join('\n')
    expect(listOf('', `${front}1. Ms Roe said that the lamps are dark.\n\n2. Mr Poe agreed with Ms Roe.\n`)).toEqual([
      '– Ada Roe | in the Chair | Managing Director @ MANAGEMENT SIDE',
      '– Bo Poe | Head of Lamps @ MANAGEMENT SIDE',
      "– Cleo Lee | Convenor, Quays @ LKU; – @ EMPLOYEES' SIDE",
      "– Dov May | Branch Secretary @ LKU; – @ EMPLOYEES' SIDE",
      '– Eva Gow | SECRETARIAT | – @ People Team',
      '– Fay Hill | APOLOGIES | Shore Representative @ LKU',
    ])
  })

  it('behind a label that says for whom they came, over several lines', () => {
    const list =
      'Present for the Mill Trust: Ada Roe (Director), Bo Poe\n(Head of Lamps), Dr. Cleo Lee (Legal Adviser).\n'
    expect(listOf('', `Title of the Meeting\n\n${list}\n${text}`)).toEqual([
      '– Ada Roe | Director @ Mill Trust',
      '– Bo Poe | Head of Lamps @ Mill Trust',
      'Dr. Cleo Lee | Legal Adviser @ Mill Trust',
    ])
  })

  it('with letters behind a name that are no part of it', () => {
    expect(
      listOf(
        'PARTICIPANTS\n\nMs Ada Roe MD, Director, Mill Trust\nMr Bo Poe BA MRTPI, Planner, Mill Trust\nMr Yo Ma, Cellist, Mill Trust\n',
      ).map((one) => one.split(' |')[0]),
    ).toEqual(['Ms Ada Roe', 'Mr Bo Poe', 'Mr Yo Ma'])
  })

  it('is none where a line only points to one, or counts heads', () => {
    expect(listOf('', `Title\n\nAttendance: see Annex\n\nParticipants: 36\n\nOpening\n\n${text}`)).toEqual([])
  })
})

describe('what a list states of somebody', () => {
  const row = (title: string, organization: string) =>
    listOf(`${heading}Name\tTitle\tOrganization\nMs. Ada Roe\t${title}\t${organization}`)[0]

  it.each([
    [
      'Programme Officer/ Trustee (from May)',
      'Water Board/ Tide Trust',
      'Programme Officer @ Water Board; Trustee @ Tide Trust INCOMING from May',
    ],
    ['Professor, Former Director of UNXY', 'Hill School', 'Professor @ Hill School; Former Director @ UNXY FORMER'],
    ['Former Judge', 'Court of Hill', 'Former Judge @ Court of Hill FORMER'],
    ['Former Tide Trust', 'Hill School', '– @ Hill School; – @ Tide Trust FORMER'],
    ['Director, Coastal Programme', 'Tide Trust', 'Director, Coastal Programme @ Tide Trust'],
    ['Lecturer and Deputy Head', 'Hill School', 'Lecturer and Deputy Head @ Hill School'],
    ['Professor', 'Hill School; Hill Post', 'Professor @ Hill School; – @ Hill Post'],
    ['Acting Head', 'HIV/AIDS Unit', 'Acting Head @ HIV/AIDS Unit'],
  ])('“%s” at “%s”', (title, organization, expected) => {
    expect(row(title, organization)).toBe(`Ms. Ada Roe | ${expected}`)
  })

  it('“Deputy Dean” under “Senior Lecturer” is a title of its own', () => {
    const rows =
      'Name\tTitle\tOrganization\n\tSenior Lecturer\t\nMs. Ada Roe\tDeputy Dean\tHill School\nMr. Bo Poe\tMayor\tTown of Hill'
    expect(listOf(heading + rows)[0]).toBe('Ms. Ada Roe | Senior Lecturer @ Hill School; Deputy Dean @ Hill School')
  })
})
