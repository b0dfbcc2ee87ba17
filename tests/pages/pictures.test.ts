import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { barsPicture } from '../../src/pages/pictures/bars.js'
import { exchangesPicture } from '../../src/pages/pictures/exchanges.js'
import { type Picture, picturePage } from '../../src/pages/pictures/picture.js'
import { yearsPicture } from '../../src/pages/pictures/years.js'

/** The texts of the picture at its own address, which has to be well-formed XML. */
function textsOf(picture: Picture): string[] {
  const texts: string[] = []
  const parser = new SaxesParser()
  let within = ''
  parser.on('opentag', ({ name }) => {
    within = name
  })
  parser.on('text', (text) => {
    if (within === 'text' && text.trim() !== '') texts.push(text)
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(picturePage(picture).body.toString()).close()
  return texts
}

const numbersOf = (picture: Picture) =>
  [...picture.table.markup.matchAll(/<td class="num">(\d+)/g)].map(([, number]) => number)
const person = (slug: string) => ({ slug, name: `${slug.toUpperCase()} <&>"'\u0000` })

describe('pictures', () => {
  it('of bars have the numbers of their table, whatever the labels hold', () => {
    const bars = [
      { label: '<b>Dues</b> & "fees"\u0001', count: 12 },
      { label: 'x'.repeat(200), count: 3 },
    ]
    const picture = barsPicture({ name: 'by-theme', title: 'Themes', heads: ['Theme', 'Remarks'], bars })
    expect(textsOf(picture)).toEqual(['<b>Dues</b> & "fees"', '12', `${'x'.repeat(41)}…`, '3'])
    expect(numbersOf(picture)).toEqual(['12', '3'])
  })

  it('of years have those between without a remark, and the undated last', () => {
    const picture = yearsPicture('A: remarks by year', [
      { year: 1997, remarks: 2 },
      { year: 2000, remarks: 5 },
      { year: null, remarks: 1 },
    ])
    expect(picture.description).toBe('1997: 2; 1998: 0; 1999: 0; 2000: 5; undated: 1')
    expect(numbersOf(picture)).toEqual(['2', '0', '0', '5', '1'])
    expect(textsOf(picture)).toEqual(['2', '1997', '0', '1998', '0', '1999', '5', '2000', '1', 'undated'])
  })

  it('of exchanges have a row for each who answered, a column for each who was answered', () => {
    const exchanges = [
      { from: person('ada'), to: person('ben'), responses: 3 },
      { from: person('ada'), to: person('cyd'), responses: 1 },
      { from: person('dan'), to: person('ben'), responses: 2 },
    ]
    const picture = exchangesPicture(exchanges)
    const name = (slug: string) => person(slug).name.replace('\u0000', '')
    expect(textsOf(picture)).toEqual([...['ada', 'dan', 'ben', 'cyd'].map(name), '3', '1', '2'])
    expect(numbersOf(picture)).toEqual(['3', '1', '2'])
  })

  it('of a crowd show those with most, and the table has all', () => {
    const exchanges = Array.from({ length: 90 }, (_, i) => ({
      from: person('chair'),
      to: person(`p${i}`),
      responses: 1,
    }))
    expect(textsOf(exchangesPicture(exchanges))).toHaveLength(1 + 30 + 30)
    expect(numbersOf(exchangesPicture(exchanges))).toHaveLength(90)
  })
})
