import { describe, expect, test } from 'vitest'
import { draftOf, listed } from './read.js'

const head = '# Mill Council\n\n4 March 2031\n\n'

describe('a list behind a label', () => {
  test('is names between commas, with what parentheses say of them', async () => {
    expect(
      await listed(`${head}Present: Ada Roe (Chair), Bo Poe, Dr Cy Lund (online), and Di O'Hara (arrived 6.10 pm)\n`),
    ).toEqual(['Ada Roe (Chair)', 'Bo Poe', 'Dr Cy Lund | remote', "Di O'Hara"])
  })

  test('is one person between semicolons, with title and body', async () => {
    expect(
      await listed(
        `${head}In attendance: Ada Roe, Director, Mill Works; Bo Poe, Engineer, Quay Trust; 12 members of the public\n`,
      ),
    ).toEqual(['Ada Roe | Director @ Mill Works', 'Bo Poe | Engineer @ Quay Trust'])
  })

  test('says who was not there', async () => {
    expect(await listed(`${head}Present: Ada Roe\n\nApologies: Bo Poe, Cy Lund (ill)\n\nStaff: Di Moss\n`)).toEqual([
      'Ada Roe',
      'Bo Poe | absent',
      'Cy Lund | absent',
      'Di Moss',
    ])
  })

  test('goes over several labels of one line', async () => {
    expect(await listed(`${head}Present: Ada Roe, Bo Poe. Absent: Cy Lund. Staff present: Di Moss, Clerk.\n`)).toEqual([
      'Ada Roe',
      'Bo Poe',
      'Cy Lund | absent',
      'Di Moss (Clerk)',
    ])
  })

  test('may have several names under one honorific', async () => {
    expect(await listed(`${head}PRESENT: Cllr A Roe in the Chair; Cllrs B Poe, Mrs C Lund and D Moss.\n`)).toEqual([
      'Cllr A Roe (in the Chair)',
      'B Poe',
      'Mrs C Lund',
      'D Moss',
    ])
  })

  test('may have offices before names', async () => {
    expect(
      await listed(
        `${head}Staff present: City Manager Ada Roe, Public Works Director Bo Poe, Director of Special Needs Cy Lund\n`,
      ),
    ).toEqual(['Ada Roe | City Manager', 'Bo Poe | Public Works Director', 'Cy Lund | Director of Special Needs'])
  })

  test('may be given names and handles alone', async () => {
    expect(await listed(`${head}## Attending\n\n- Team: Ada, Bo, Cy\n- Others: quillbird, mossy42\n`)).toEqual([
      'Ada',
      'Bo',
      'Cy',
      'quillbird',
      'mossy42',
    ])
  })

  test('may be initials that are an honorific too, before a given name and a handle', async () => {
    const list = '- AR: Ada Roe @ada.roe\n- BP: Bo Poe @bo\n- MS: Mia Stone @mia\n- CL: Cy @cylund\n'
    expect(await listed(`${head}### Attendees\n\n${list}`)).toEqual(['Ada Roe', 'Bo Poe', 'Mia Stone', 'Cy'])
  })

  test('has an office in the run of its names, with who holds it', async () => {
    expect(
      await listed(`${head}Present: Chair: Cllr Mrs Roe Councillors: Mrs Poe, Lund, Moss Clerk: Ms Oak\n`),
    ).toEqual(['Mrs Poe', 'Lund', 'Moss', 'Cllr Mrs Roe (Chair)', 'Ms Oak (Clerk)'])
  })

  test('numbers notes behind commas, and ends with what several people are', async () => {
    expect(
      await listed(
        `${head}PRESENT:\n\nAda Roe,1 Director, Mill Works; Bo Poe, Engineer, Quay Trust\n\nCy Lund, Di Moss,2 and Ed Oak, Pilots of the Ports of Mill Town, North Quay, and East Weir\n`,
      ),
    ).toEqual([
      'Ada Roe | Director @ Mill Works',
      'Bo Poe | Engineer @ Quay Trust',
      'Cy Lund',
      'Di Moss',
      'Ed Oak | Pilots of the Ports of Mill Town @ North Quay | East Weir',
    ])
  })

  test('names nobody where it says so', async () => {
    expect(await listed(`${head}Present: Ada Roe, Bo Poe\n\nApologies: None\n\nGuests: none mentioned\n`)).toEqual([
      'Ada Roe',
      'Bo Poe',
    ])
  })

  test('may be of bodies, each before its people', async () => {
    expect(
      await listed(
        `${head}## Participants\n\n- Quay Trust: Ms Ada Roe; Mr Bo Poe (Legal Counsel)\n- Living Rivers: Dr Cy Lund\n- EelNet – Ms Di Moss\n`,
      ),
    ).toEqual([
      'Ms Ada Roe | Quay Trust',
      'Mr Bo Poe | Legal Counsel @ Quay Trust',
      'Dr Cy Lund | Living Rivers',
      'Ms Di Moss | EelNet',
    ])
  })

  test('may be states or places, and nobody', async () => {
    expect(
      await listed(
        `${head}## Participants\n\nMember States: AT, BE, FR\n\nTerritories: Castrel, Low Castrel, Brey\n\nSecretariat: Ms Ada Roe\n`,
      ),
    ).toEqual(['Ms Ada Roe'])
  })

  test('may be in German, French, Spanish or Portuguese', async () => {
    expect(await listed('# Sitzung\n\nAnwesend: Ada Roe, Bo Poe\n\nEntschuldigt: Cy Lund\n')).toEqual([
      'Ada Roe',
      'Bo Poe',
      'Cy Lund | absent',
    ])
    expect(await listed('# Réunion\n\nPrésents : Ada Roe, Bo Poe\n\nExcusés : Cy Lund\n')).toContain('Cy Lund | absent')
    expect(await listed('# Reunión\n\nAsistentes: Ada Roe, Bo Poe\n\nAusentes: Cy Lund\n')).toContain(
      'Cy Lund | absent',
    )
    expect(await listed('# Reunião\n\nParticipantes: Ada Roe, Bo Poe\n')).toEqual(['Ada Roe', 'Bo Poe'])
  })
})

describe('a list under a heading', () => {
  test('is an entry a line, with handles, pages, boxes, pronouns and mail left out', async () => {
    const entries = [
      '- Ada Roe (@adaroe)',
      '- [Bo Poe](https://example.org/bo) @bopoe (he/him)',
      '- [x] Cy Lund <cy@example.org>',
      '- Di Moss / Mill Works',
      '- Eve Lark — she/her',
    ]
    const { roster } = await draftOf(`${head}## Attendees\n\n${entries.join('\n')}\n\n## Agenda\n\nAda Roe: hello\n`)
    expect(roster.persons.map(({ name, printed }) => [name, ...(printed ?? []).slice(1)])).toEqual([
      ['Ada Roe', 'adaroe'],
      ['Bo Poe', 'bopoe'],
      ['Cy Lund'],
      ['Di Moss'],
      ['Eve Lark'],
    ])
  })

  test('ends with the heading of what comes next', async () => {
    const { roster, taken, outline } = await draftOf(
      `${head}## Present\n\n- Ada Roe\n- Bo Poe\n\n## Links\n\n- Quay Plan\n- Mill Plan\n`,
    )
    expect(roster.persons.map(({ name }) => name)).toEqual(['Ada Roe', 'Bo Poe'])
    const free = outline.blocks.filter(({ id }) => !taken.has(id)).map(({ flow }) => flow.text)
    expect(free).toEqual(['Links', 'Quay Plan', 'Mill Plan'])
  })

  test('holds one person an entry where what follows the comma is mostly no name', async () => {
    expect(
      await listed(
        `${head}## Participants\n\nAda Roe, Mill Works\n\nBo Poe, invited expert\n\nCy Lund, Quay Foundation\n`,
      ),
    ).toEqual(['Ada Roe | Mill Works', 'Bo Poe | invited expert', 'Cy Lund | Quay Foundation'])
  })

  test('holds one person an entry where one word, or what looks like a name, follows a full name', async () => {
    expect(
      await listed(
        `${head}## Attendees\n\n- Ada Roe, Quillworks\n- Bo Poe, Weir & Co\n- Cy Lund, Red Gate\n- Di Moss, Millsoft\n- Ed Oak\n`,
      ),
    ).toEqual(['Ada Roe | Quillworks', 'Bo Poe | Weir & Co', 'Cy Lund | Red Gate', 'Di Moss | Millsoft', 'Ed Oak'])
  })

  test('may be handles with signs before them, in bold or not', async () => {
    expect(await listed(`${head}### Attendees\n\n* **@adaroe**\n* **@bopoe**\n* @CyLund\n`)).toEqual([
      'adaroe',
      'bopoe',
      'CyLund',
    ])
  })

  test('may join the words of names by low lines', async () => {
    expect(await listed(`${head}## Present\n\nAda_Roe, Bo_Poe-Lund, cyl\n`)).toEqual(['Ada Roe', 'Bo Poe-Lund', 'cyl'])
  })

  test('goes on behind the ends of pages that a conversion printed', async () => {
    const page = (number: number) => `--- Page ${number} ---\n\nMarch 4, 2031 ${number} of 9\n`
    const text = `## Contents\n\n${page(1)}PRESENT:\nAda Roe, Chair\nBo Poe, Clerk\n\n${page(2)}Cy Lund, Engineer\n\n${page(3)}Di Moss, Pilot\n`
    expect((await listed(text)).map((one) => one.split(' |')[0])).toEqual([
      'Ada Roe (Chair)',
      'Bo Poe (Clerk)',
      'Cy Lund',
      'Di Moss',
    ])
  })

  test('ends with the number that follows its own', async () => {
    expect(
      await listed(
        '<h1>Mill Council</h1><p>4 March 2031</p><p>2. Apologies</p><p>Ada Roe; Bo Poe.</p><p>3. Minutes</p><p>Approved</p><p>4. Weir Gate</p>',
        'record.html',
      ),
    ).toEqual(['Ada Roe | absent', 'Bo Poe | absent'])
  })

  test('may run entries together behind parentheses and full stops', async () => {
    expect(
      await listed(
        `${head}Attendance\n\nAda Roe (Chair), Bo Poe (Secretary) Cy Lund (Treasurer) Members: Di Moss, Ed Stone. Flo Oakley, Trustee\n`,
      ),
    ).toEqual([
      'Ada Roe (Chair)',
      'Bo Poe (Secretary)',
      'Cy Lund (Treasurer)',
      'Di Moss',
      'Ed Stone',
      'Flo Oakley | Trustee',
    ])
  })

  test('may give family names first', async () => {
    expect(
      await listed(
        `${head}## List of participants\n\nROE, Ada (Ms.), Head of Rivers, Mill Authority\n\nPOE, Bo (Mr.), Quay Trust\n`,
      ),
    ).toEqual(['Ms. Ada Roe | Head of Rivers @ Mill Authority', 'Mr. Bo Poe | Quay Trust'])
  })

  test('may have lines under each name that say what somebody is', async () => {
    expect(
      await listed(
        `PARTICIPANTS:\n\nAda Roe\nExecutive Director of the\nMill Council\n\nBo Poe\nTreasurer\nQuay Trust\n\nCy Lund\nDirector\nEel Office\n`,
        'record.txt',
      ),
    ).toEqual([
      'Ada Roe | Executive Director of the Mill Council',
      'Bo Poe (Treasurer) | Quay Trust',
      'Cy Lund | Director @ Eel Office',
    ])
  })

  test('takes no task of somebody, and no half of a title, for people', async () => {
    expect(
      await listed(
        `${head}## Attending\n\naroe, bpoe\n\n## Status\n\n- aroe: gates, automation, admin, lights\n- bpoe: eels\n`,
      ),
    ).toEqual(['aroe', 'bpoe'])
    expect(await listed(`${head}## Participants\n\n- **Ada** - VP Gates & Roads\n- **Bo** - Treasurer\n`)).toEqual([
      'Ada | VP Gates & Roads',
      'Bo (Treasurer)',
    ])
  })

  test('is read in tags of HTML too', async () => {
    expect(
      await listed('<h1>Mill Board</h1>\n<h2>Attendance</h2>\n<ul>\n\n<li>Ada Roe</li>\n\n<li>Bo Poe</li>\n\n</ul>\n'),
    ).toEqual(['Ada Roe', 'Bo Poe'])
  })

  test('may have bodies, sides and counsel over its people', async () => {
    expect(
      await listed(
        '# APPEARANCES\n\nPanel\n\nMs Ada Roe, Chair\n\nFor the Applicant, Mill Gas Ltd\n\nMr Bo Poe KC\n\nMr Cy Lund, Chief Engineer\n',
      ),
    ).toEqual(['Ms Ada Roe (Chair)', 'Mr Bo Poe | Mill Gas Ltd', 'Mr Cy Lund | Chief Engineer @ Mill Gas Ltd'])
  })

  test('may be initials before names, by which the record calls them', async () => {
    const { roster } = await draftOf(
      `${head}Attending\n\nAR – Ada Roe (Mill Works), chair\n\nBP – Bo Poe (independent)\n`,
    )
    expect(roster.persons.map(({ name, printed }) => [name, printed?.at(-1)])).toEqual([
      ['Ada Roe', 'AR'],
      ['Bo Poe', 'BP'],
    ])
    expect(roster.cast.byAbbreviation.get('BP')?.[0]?.name).toBe('Bo Poe')
  })

  test('may be counted lines of a bot', async () => {
    expect(
      await listed(
        'Meeting ended.\n\nPeople present (lines said)\n---------------------------\n* quillbird (52)\n* mossy42 (9)\n',
        'log.txt',
      ),
    ).toEqual(['quillbird', 'mossy42'])
  })

  test('is none where it holds sentences', async () => {
    const { roster, taken } = await draftOf(
      `${head}## Attendance\n\nThe Head reported that attendance was 93 per cent in the spring term, and that it had fallen.\n`,
    )
    expect(roster.persons).toEqual([])
    expect(taken.has(3)).toBe(false)
  })
})

describe('a table of people', () => {
  test('has names, titles and bodies in columns, with or without headings', async () => {
    const rows =
      '| Name | Title | Organization |\n|---|---|---|\n| Ms. Ada Roe | Head | Mill Works |\n| Mr. Bo Poe | Former Pilot | Quay Guild |\n'
    expect(await listed(`${head}${rows}`)).toEqual([
      'Ms. Ada Roe | Head @ Mill Works',
      'Mr. Bo Poe | Former Pilot @ Quay Guild @ FORMER',
    ])
  })

  test('may say initials and who was there', async () => {
    const rows =
      '| | Name | Affiliation | Role | Present |\n|---|---|---|---|---|\n| AR | Ada Roe | Mill Works | chair | ✔ |\n| BP | Bo Poe | Quay Bank | director | ✘ apologies |\n| CL | Cy Lund | independent | director | Y (Teams) |\n'
    const people = await listed(`${head}${rows}`)
    expect(people.map((one) => one.split(' | ').slice(0, 2).join(' | '))).toEqual([
      'Ada Roe | chair @ Mill Works',
      'Bo Poe | absent',
      'Cy Lund | remote',
    ])
  })

  test('may print a department once for several people', async () => {
    const text =
      'Those present were:\n\nDepartment of Rivers      Mr. A. Roe\n                          Mr. B. Poe\nQuay Office               Mrs. C. Lund\n'
    expect(await listed(text, 'record.txt')).toEqual([
      'Mr. A. Roe | Department of Rivers',
      'Mr. B. Poe | Department of Rivers',
      'Mrs. C. Lund | Quay Office',
    ])
  })

  test('of something else is none', async () => {
    expect(await listed(`${head}| Item | Cost |\n|---|---|\n| New Boiler | 400 |\n| Old Roof | 90 |\n`)).toEqual([])
  })
})

describe('a sentence', () => {
  test('may list those present, and the block stays text', async () => {
    const { roster, taken } = await draftOf(
      `${head}## 1. Opening\n\nThe Chair opened the meeting. Apologies were received from Cllr Bo Poe and Ms Cy Lund.\n`,
    )
    expect(roster.persons.map(({ name, mode }) => [name, mode])).toEqual([
      ['Bo Poe', 'APOLOGIES'],
      ['Cy Lund', 'APOLOGIES'],
    ])
    expect(taken.has(4)).toBe(false)
  })

  test('may name offices in small letters, and guests in a second sentence', async () => {
    expect(
      await listed(
        `${head}Board members present were Ada Roe, deputy treasurer Bo Poe, and clerk Cy Lund. Also present were guests Dee Oak and Eve Elm.\n`,
      ),
    ).toEqual(['Ada Roe', 'Bo Poe | deputy treasurer', 'Cy Lund | clerk', 'Dee Oak', 'Eve Elm'])
  })

  test('may say of people that they were present, before or behind their names', async () => {
    expect(
      await listed(
        `${head}The following trustees (a quorum) were present at the meeting: President Ada Roe, Secretary Bo Chambers, Cy Lund (by phone) and Di Moss. Ed Oak (Clerk) was also present.\n`,
      ),
    ).toEqual(['Ed Oak (Clerk)', 'President Ada Roe', 'Bo Chambers | Secretary', 'Cy Lund | remote', 'Di Moss'])
    expect(await listed(`${head}Chairman Ada Roe and Trustee Bo Poe were present by phone.\n`)).toEqual([
      'Ada Roe | remote | Chairman',
      'Bo Poe | remote | Trustee',
    ])
  })

  test('may call the roll', async () => {
    expect(
      await listed(
        `${head}The President called the meeting to order. Roll call: Ada Roe (President), present; Bo Poe, absent; Cy Lund, present via Zoom.\n`,
      ),
    ).toEqual(['Ada Roe (President)', 'Bo Poe | absent', 'Cy Lund | remote'])
  })
})

describe('the front', () => {
  test('may list people without a word', async () => {
    expect(
      await listed('Minutes of a board\n\nAda Roe (AR), Bo Poe (BP), Cy Lund (CL), Di Moss (DM)\n\n## Introduction\n'),
    ).toEqual(['Ada Roe', 'Bo Poe', 'Cy Lund', 'Di Moss'])
  })

  test('may list them in fields at the head of the file', async () => {
    expect(
      await listed(
        '---\ndate: 2031-03-04\nmembers:\n  - Ada Roe\n  - Bo Poe\nattendees:\n  - Cy Lund\n---\n\n## Agenda\n\n- Quay Plan\n',
      ),
    ).toEqual(['Ada Roe', 'Bo Poe', 'Cy Lund'])
  })

  test('is no list where people speak', async () => {
    expect(await listed('Ada Roe: Good morning.\n\nBo Poe: Good morning, Ada.\n\nAda Roe: Shall we?\n')).toEqual([])
  })
})
