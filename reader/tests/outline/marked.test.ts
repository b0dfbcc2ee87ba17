import { readHtml } from '@rapporteur/reader/files/html'
import { annotated } from '@rapporteur/reader/outline/annotate'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { splitLines } from '@rapporteur/reader/text/lines'
import { describe, expect, it } from 'vitest'
import { blocksOf, ofMarkdown } from './support.js'

const ofHtml = (body: string) => {
  const reading = readHtml(Buffer.from(`<html><body>${body}</body></html>`), 'record.html')
  return outlineOf({ ...reading, fileName: 'record.html', mediaType: 'text/html', lines: splitLines(reading.text) })
}

describe('Markdown', () => {
  it('is cut by its marks, which are no words', () => {
    const text =
      '---\ntitle: Weir\n---\n\n# The weir\n\nIt **leaks** at `night`.\n\n> said\n\n- Gates\n  1. upper\n\n  still gates\n- Eels\n\n```\na\nb\n```\n\n***\n'
    const { blocks, furniture } = ofMarkdown(text)
    expect(blocks.map(({ kind, level, marker, flow }) => [kind, level, marker, flow.text])).toEqual([
      ['paragraph', 0, null, 'title: Weir'],
      ['heading', 1, null, 'The weir'],
      ['paragraph', 0, null, 'It leaks at night .'],
      ['quote', 0, null, 'said'],
      ['item', 1, '-', 'Gates'],
      ['item', 2, '1.', 'upper'],
      ['item', 1, null, 'still gates'],
      ['item', 1, '-', 'Eels'],
      ['code', 0, null, 'a'],
      ['code', 0, null, 'b'],
    ])
    expect(furniture.map(({ kind }) => kind)).toEqual(['markup', 'thematic-break', 'front-matter', 'number'])
    expect(blocks[2]?.strong).toEqual([[3, 8]])
  })

  it('keeps words in code within the paragraph that they stand in', () => {
    expect(blocksOf(ofMarkdown('# `gate`\n\nADA: call `open()` now\n\nBEN: no\n'))).toEqual([
      'heading: gate',
      'paragraph: ADA: call open() now',
      'paragraph: BEN: no',
    ])
  })

  it('without headings is cut as plain text is', () => {
    const text = 'Weir Board\n\n- 1. It leaks.\n- 2. **Eels** are few.\n\nName\tTitle\nAda Roe\tChair\nBen Poe\tClerk\n'
    expect(blocksOf(ofMarkdown(text))).toEqual([
      'heading: Weir Board',
      'paragraph - 1.: It leaks.',
      'paragraph - 2.: Eels are few.',
      'row: Name | Title',
      'row: Ada Roe | Chair',
      'row: Ben Poe | Clerk',
    ])
  })
})

describe('HTML', () => {
  it('has rows of the tables that hold no table, with whatever stands in their cells', () => {
    const inner = '<table><tr><td><p>Ada Roe</p><ul><li>Chair</li></ul></td><td>Pell</td></tr></table>'
    expect(blocksOf(ofHtml(`<table><tr><td><p>Those present</p>${inner}</td></tr></table>`))).toEqual([
      'paragraph: Those present',
      'row: Ada Roe Chair | Pell',
    ])
  })
})

describe('a record as it is given to be read', () => {
  it('has its sentences by number, with headings, lists and cells as Markdown has them', () => {
    const text =
      '# Weir\n\nIt leaks. Mr. Poe knew.\n\n- Gates\n  - upper\n\n> He knew.\n\n| Name | Title |\n|---|---|\n| Ada Roe | |\n'
    expect(
      annotated(ofMarkdown(text))
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual([
      '[1] # Weir',
      '[2.1] It leaks.',
      '[2.2] Mr. Poe knew.',
      '[3] - Gates',
      '[4]   - upper',
      '[5] > He knew.',
      '[6] | Name | Title |',
      '[7] | Ada Roe |  |',
    ])
  })

  it('can be a part of it', () => {
    const outline = ofMarkdown('# Weir\n\nIt leaks.\n\nIt rots.\n')
    expect(annotated(outline, { from: 2, to: 2 })).toBe('[2] It leaks.')
    expect(annotated(outline, { from: 4 })).toBe('')
  })
})
