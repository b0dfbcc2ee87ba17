import { readHtml } from '@rapporteur/reader/files/html'
import { annotated } from '@rapporteur/reader/outline/annotate'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { splitLines } from '@rapporteur/reader/text/lines'
import { describe, expect, it } from 'vitest'

const read = (body: string) => {
  const reading = readHtml(Buffer.from(`<html><body>${body}</body></html>`), 'record.html')
  return outlineOf({ ...reading, fileName: 'record.html', mediaType: 'text/html', lines: splitLines(reading.text) })
}

const linesOf = (body: string): string[] =>
  annotated(read(body), {})
    .split('\n')
    .filter((line) => line !== '')

const rows = (...lines: string[][]): string =>
  `<table>${lines.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`

describe('in a file that is marked up', () => {
  it('lines that say when a sitting began are headings, where there are several', () => {
    const { blocks } = read(
      '<p>Monday, 4 May 2031, commencing at 11 a.m.</p><p>Ms. Roe said that the weir leaks.</p>' +
        '<p>Tuesday, 5 May 2031, commencing at 2.30 p.m.</p><p>Mr. Poe agreed.</p>',
    )
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'heading', 'paragraph'])
  })

  it('a paragraph that goes on in small letters after its page is one', () => {
    const { blocks, findings } = read(
      '<p>Ms. Roe said that the weir leaks at night and that nobody who</p><p>lives there has told the Board.</p><p>it is old.</p>',
    )
    expect(blocks.map(({ flow }) => flow.text)).toEqual([
      'Ms. Roe said that the weir leaks at night and that nobody who lives there has told the Board.',
      'it is old.',
    ])
    expect(findings.map(({ code }) => code)).toEqual(['PAGE_BREAK_JOINED'])
  })

  it('rows of people that go over several rows are one each, also where a page parts the table', () => {
    const head = ['Name', 'Title', 'Organization']
    const outline = [
      ...linesOf(
        rows(
          head,
          ['Ms. Ada Roe', 'Warden', 'Lock Union'],
          ['', '', 'Board of the Mills and'],
          ['Mr. Ben Poe', 'Clerk', 'Weirs of Pell'],
        ) +
          rows(
            ['', 'Keeper of the', ''],
            ['Ms. Eve Lamm', 'Eels', 'Pell Museum'],
            ['Mr. Cem', '', ''],
            ['Lee', 'Diver', 'Lock Union'],
          ),
      ),
    ]
    expect(outline).toEqual([
      '[1] | Name | Title | Organization |',
      '[2] | Ms. Ada Roe | Warden | Lock Union |',
      '[3] | Mr. Ben Poe | Clerk | Board of the Mills and Weirs of Pell |',
      '[4] | Ms. Eve Lamm | Keeper of the Eels | Pell Museum |',
      '[5] | Mr. Cem Lee | Diver | Lock Union |',
    ])
  })

  it('rows of what is no list of people stay as they are', () => {
    expect(linesOf(rows(['Gate', 'State'], ['Upper', 'leaks'], ['', 'and rots']))).toHaveLength(3)
  })

  it('a short line without a mark is a heading over numbered paragraphs, where others are marked', () => {
    const numbered = (n: number) => `<p>${n}. Ms. Roe said that it leaks.</p>`
    const lines = linesOf(
      `<h1>Record</h1><h2>Opening</h2>${numbered(1)}${numbered(2)}<p>The gates of Pell</p>${numbered(3)}<p>Ms. Roe thanked all.</p>${numbered(4)}`,
    )
    expect(lines.filter((line) => line.includes('#'))).toEqual([
      '[1] # Record',
      '[2] ## Opening',
      '[5] ## The gates of Pell',
    ])
  })
})
