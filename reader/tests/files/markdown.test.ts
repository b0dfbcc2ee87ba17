import { readMarkdown } from '@rapporteur/reader/files/markdown'
import { marksOf } from '@rapporteur/reader/layout'
import { describe, expect, test } from 'vitest'
import { brokenPromises, marked } from './support/marked.js'
import { tablesOf, withoutMarkup } from './support/tables.js'

const read = (text: string) => readMarkdown(new TextEncoder().encode(text), 'minutes.md')

describe('readMarkdown', () => {
  test('keeps the text as it stands in the file, so that offsets are the file’s own', () => {
    const text = '# Minutes\r\n\r\n1\\. _Opening_\r\n\r\n* **Ms. Ash** spoke.  \r\n'
    expect(read(text).text).toBe(text)
  })

  test('marks content, and the syntax around it as markup', () => {
    const reading = read('## The *second* sitting ##\n\n**Mr. Elm** said [no](https://example.org/no).\n')
    expect(marked(reading, 'heading')).toEqual(['The *second* sitting'])
    expect(marked(reading, 'strong', 'emphasis', 'link')).toEqual(['second', 'Mr. Elm', 'no'])
    expect(marked(reading, 'markup')).toEqual(['## ', '*', '*', ' ##', '**', '**', '[', '](https://example.org/no)'])
    expect(marksOf(reading.layout, 'heading', 'link')).toMatchObject([{ level: 2 }, { href: 'https://example.org/no' }])
  })

  test('gives the words of a range without its markup', () => {
    const { text, layout } = read('1\\. **Mr. _Elm_** spoke')
    const words = withoutMarkup(layout, 0, text.length).map(([start, end]) => text.slice(start, end))
    expect(words.join('')).toBe('1. Mr. Elm spoke')
  })

  test('gives each list item its depth and its marker', () => {
    const reading = read('1. Opening\n    1. ASH - Welcome.\n    2. ELM - Thanks.\n        - a note\n2) Other\n')
    expect(marksOf(reading.layout, 'list-item').map(({ depth, ordered, marker }) => [depth, ordered, marker])).toEqual([
      [1, true, '1.'],
      [2, true, '1.'],
      [2, true, '2.'],
      [3, false, '-'],
      [1, true, '2)'],
    ])
    expect(marked(reading, 'list-item').slice(1)).toEqual([
      'ASH - Welcome.',
      'ELM - Thanks.\n        - a note',
      'a note',
      'Other',
    ])
  })

  test('reads tables by row, column and header', () => {
    const { text, layout } = read('| Name | Abbreviation |\n| --- | --- |\n| Ada Ash | AA |\n| Ed Elm |  |\n')
    const [table] = tablesOf(layout)
    expect(table?.rows.map(({ cells }) => cells.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['Name', 'Abbreviation'],
      ['Ada Ash', 'AA'],
      ['Ed Elm', ''],
    ])
    expect(table?.rows.map(({ cells }) => cells.map(({ column, header }) => `${column}${header}`))).toEqual([
      ['0true', '1true'],
      ['0false', '1false'],
      ['0false', '1false'],
    ])
  })

  test('leaves the first cell of a row empty where a table without outer pipes has a row that begins with one', () => {
    const { text, layout } = read('Office of Works| Mr. Ash\n---|---\n| Mr. Elm\nTreasury| Mr. Oak\n')
    const rows = tablesOf(layout)[0]?.rows ?? []
    expect(rows.map(({ cells }) => cells.map(({ column, start, end }) => [column, text.slice(start, end)]))).toEqual([
      [
        [0, 'Office of Works'],
        [1, 'Mr. Ash'],
      ],
      [
        [0, ''],
        [1, 'Mr. Elm'],
      ],
      [
        [0, 'Treasury'],
        [1, 'Mr. Oak'],
      ],
    ])
  })

  test('knows the front matter of a site generator from a heading', () => {
    const reading = read('---\ntitle: Minutes\ndate: 2019-03-04\n---\n\nWe met.\n')
    expect(marked(reading, 'front-matter')).toEqual(['---\ntitle: Minutes\ndate: 2019-03-04\n---'])
    expect(marked(reading, 'heading', 'thematic-break')).toEqual([])
  })

  test('tells a reference to a note from a link', () => {
    const reading = read('Dr. Oak[1](#f1) spoke of [roads](#roads).')
    expect(marked(reading, 'footnote-reference')).toEqual(['1'])
    expect(marked(reading, 'link')).toEqual(['roads'])
  })

  test('keeps what is fenced as one stretch of code', () => {
    expect(marked(read('```\n| a | b |\n| - | - |\n```\n'), 'code', 'table')).toEqual([
      '```\n| a | b |\n| - | - |\n```',
    ])
  })

  test('gives marks that lie inside the text, in order, and nest', () => {
    const reading = read('> - a **b _c_**\n>   1. d\n\n|a|*b*|\n|-|-|\n||`c`|\n\n# x\\*y\n<b>z</b> &amp; ![i](j)\n')
    expect(brokenPromises(reading)).toEqual([])
  })
})
