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
