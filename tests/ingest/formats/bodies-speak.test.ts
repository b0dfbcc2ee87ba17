import { describe, expect, it } from 'vitest'
import { readText, saidIn } from './read.js'

const speakersOf = (text: string, fileName: string): string[] => saidIn(readText(text, fileName)).map(([who]) => who)

describe('bodies that no list of states knows', () => {
  it('speak in a bulletin that sets them off by capitals', () => {
    const text = `# Report of the plenary

## Article 2: Lamps

VOLTARIA said that lamps should be lit. LUMEN SHORES, on behalf of the Coast Group, disagreed. DUSKLAND and VOLTARIA proposed a study. The KEEPERS OF THE LAMP asked for time.

## Article 3: Oil

Delegates considered the text. DUSKLAND suggested deleting it. LUMEN SHORES objected. WICKMARK stressed that oil was dear. VOLTARIA disagreed.
`
    expect(speakersOf(text, 'report.md')).toEqual([
      ...['Voltaria', 'Lumen Shores', 'Duskland', 'Voltaria', 'Keepers of the Lamp'],
      ...['Duskland', 'Lumen Shores', 'Wickmark', 'Voltaria'],
    ])
  })

  it('speak in a numbered summary that lists them, in full or as it calls them for short', () => {
    const text = `SUMMARY OF THE MEETING OF 3 MAY 2030

PRESENT

For the Office for Lamps ("the Office")
    Ada Roe              Director (Chair)

Companies
    Halvic plc           Ben Poe, Cem Lee
    Oil & Wick Traders   Dot Fay

1. The lamps

1.1 The Office said that the lamps of the northern shore would be lit in May. Halvic asked who would pay for the oil that they would burn.

1.2 Oil & Wick Traders noted that the price of oil had doubled since the winter. Ben Poe said that his firm would buy less of it.

1.3 Halvic plc suggested that the lamps be lit every other night until the autumn. The Office did not agree.
`
    const read = readText(text, 'summary.txt')
    expect(saidIn(read).map(([who]) => who)).toEqual([
      'Office for Lamps',
      'Halvic plc',
      'Oil & Wick Traders',
      'Ben Poe',
      'Halvic plc',
      'Office for Lamps',
    ])
    expect(read.record.attendances.map(({ nameAsPrinted }) => nameAsPrinted)).toEqual([
      'Ada Roe',
      'Ben Poe',
      'Cem Lee',
      'Dot Fay',
    ])
  })
})

describe('those who speak for bodies that nothing but the record knows', () => {
  /** For whom each remark was made, by what it says itself or what the record says of its speaker. */
  const bodiesIn = (text: string, format: string): (string | undefined)[] => {
    const { record } = readText(text, 'record.txt', format)
    const name = (key: string | null) => record.organizations.find((one) => one.key === key)?.name
    return record.remarks.map(
      ({ speaker, party }) =>
        name(party) ?? name(record.affiliations.find(({ person }) => person === speaker)?.organization ?? null),
    )
  }

  it('have their country in parentheses behind their names, where the record puts one there', () => {
    const words = [
      'Mr. ROE (Upper Mill) said that the weir leaked.',
      'Ms. POE (Norrland) agreed.',
      'Mr. LEE (Isles of Oar) asked who would pay.',
      'Mrs. FAY (Observer for the Lamp League) said that nobody would.',
      'Mr. LOW (Controller) said that there was no money.',
    ]
    const text = `Summary record of the 4th meeting\n\n2 May 2030\n\n${words.map((each, i) => `${i + 1}. ${each}`).join('\n\n')}\n`
    expect(bodiesIn(text, 'prose')).toEqual([
      'Upper Mill',
      'Norrland',
      'Isles of Oar',
      'Lamp League',
      undefined,
    ])
  })

  it('are experts, and the secretariat is a body itself', () => {
    const text = `Minutes of the Expert Group on Gates, 2 May 2030

Present: Ms. Ada Roe (Chair), Mr. Ben Poe

Gates

The expert from Norrland supported locks. The experts from Oarland and Upper Mill asked what they cost. The Secretariat clarified that they cost nothing. Mr. Poe said that this was good.
`
    expect(bodiesIn(text, 'prose').slice(0, 4)).toEqual(['Norrland', 'Oarland', 'Upper Mill', 'Secretariat'])
  })
})
