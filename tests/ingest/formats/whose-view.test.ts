import { describe, expect, it } from 'vitest'
import { readText, saidIn } from './read.js'

const speakersOf = (text: string, fileName: string): string[] => saidIn(readText(text, fileName)).map(([who]) => who)

describe('whose view a record states', () => {
  it('is that of representatives of bodies that no list knows, and of who stands behind their words', () => {
    const text = `# Lamp Convention

## Summary record of the third plenary meeting

*Chair:* Ms. Ada Roe (Voltaria)

### Agenda item 1: Lamps

1. The representative of Duskland said that lamps should be lit at six. The oil had been bought.

2. The representatives of Wickmark and Lumen Shores endorsed the statement. The lamps were old.

3. The representative of Voltaria said that nobody had read the draft. In that case, observed the representative of Wickmark, it might be read now.

4. Duskland sided with Wickmark. Voltaria could accept oil. Lumen Shores, although disappointed, did not wish to object.

5. The Chair proposed a pause.
`
    expect(speakersOf(text, 'record.md')).toEqual([
      'representative of Duskland',
      'representative of Wickmark',
      'representative of Lumen Shores',
      'representative of Voltaria',
      'representative of Wickmark',
      ...['Duskland', 'Voltaria', 'Lumen Shores'],
      'Ada Roe',
    ])
  })

  it('is that of whoever chairs the board, of an officer named beside, and of whom "she" can mean', () => {
    const text = `MINUTES of the ANNUAL GENERAL MEETING of Wick & Sons plc, 3 May 2030

Present on the platform:
    Ada Roe          Chair of the Board
    Bo Poe           Chief Executive
    Cem Lee          Director and Chair of the Audit Committee

1.   LAMPS

1.1  The Chair said that the lamps had been sold. Mr Poe reported a profit for the year.

1.2  Mr Dan Fay, a shareholder, asked who had bought the lamps. Ms Roe answered that a museum had. Mr Fay asked that the report say so. She agreed that it should.

2.   OIL

2.1  Ms Eva Lind, the Executive Secretary, said that oil was dear. Mr Poe noted the price.

2.2  The Executive Secretary undertook to ask for another price.
`
    expect(speakersOf(text, 'minutes.txt')).toEqual([
      ...['Ada Roe', 'Bo Poe', 'Dan Fay', 'Ada Roe', 'Dan Fay', 'Ada Roe'],
      ...['Eva Lind', 'Bo Poe', 'Eva Lind'],
    ])
  })
})
