import { describe, expect, it } from 'vitest'
import { blocksOf, ofText } from './support.js'

const words = 'Ms. Roe said that the weir leaks at night, and that nobody who lives there has'

describe('lines of plain text', () => {
  it('that were wrapped at a width are one paragraph', () => {
    const text = `${words}\ntold the Board of it. The Board was not\nsurprised, since it had never asked anybody who lives beside the weir about\nthat.\n\n${words} slept.\n`
    expect(blocksOf(ofText(text))).toEqual([
      `paragraph: ${words} told the Board of it. The Board was not surprised, since it had never asked anybody who lives beside the weir about that.`,
      `paragraph: ${words} slept.`,
    ])
  })

  it('are a paragraph each where paragraphs are not wrapped', () => {
    const long = `${words} told the Board of it, which ${'was not surprised and '.repeat(5)}went home.`
    expect(blocksOf(ofText(`${long}\n${long}\n`))).toEqual([`paragraph: ${long}`, `paragraph: ${long}`])
  })

  it('that begin with a label are not joined with the line before', () => {
    const text = `MR. POE:  ${words}\nslept since May.\nQ.   Since which May was it that nobody who lives beside the weir has slept?\nA.   The last one.\n`
    expect(blocksOf(ofText(text))).toEqual([
      `paragraph: MR. POE:  ${words} slept since May.`,
      'paragraph: Q.   Since which May was it that nobody who lives beside the weir has slept?',
      'paragraph: A.   The last one.',
    ])
  })

  it('of a chat are a block each, also where words in small letters follow', () => {
    expect(blocksOf(ofText('[10:01] <ada> it leaks\n[10:01] <ben> at night\n<cem> i know\n'))).toEqual([
      'paragraph: [10:01] <ada> it leaks',
      'paragraph: [10:01] <ben> at night',
      'paragraph: <cem> i know',
    ])
  })

  it('that a label and a gap begin are a block each, full or not', () => {
    const text = `${words} slept.\n\nBoard:        Ada Roe (Treasurer); Benedict Poe (Managing Director of Pell)\nAuditors:     Cem Lee, who is of the Union of Auditors of the Lower Valley\n`
    expect(blocksOf(ofText(text)).slice(1)).toEqual([
      'paragraph: Board:        Ada Roe (Treasurer); Benedict Poe (Managing Director of Pell)',
      'paragraph: Auditors:     Cem Lee, who is of the Union of Auditors of the Lower Valley',
    ])
  })
})

describe('numbers before paragraphs', () => {
  it.each(['1.', '- 1.', '(1)', '1)', '[1]', '3.1', '¶ 1.'])('are their markers: %s', (marker) => {
    const [block] = ofText(`${marker} ${words} slept.\n`).blocks
    expect(block).toMatchObject({ kind: 'paragraph', marker, number: marker.replace(/[^\d.]|\.$/g, '') })
    expect(block?.flow.text).toBe(`${words} slept.`)
  })

  it('are none within a sentence', () => {
    const text = `1. ${words}\nslept, and that it has been so ever since the spring of the year that was\n2019. The Board knew.\n\n2. It leaks.\n`
    expect(blocksOf(ofText(text))).toEqual([
      `paragraph 1.: ${words} slept, and that it has been so ever since the spring of the year that was 2019. The Board knew.`,
      'paragraph 2.: It leaks.',
    ])
  })

  it('stand before a gap without making a table', () => {
    const text = `11.   Mr. Poe asked who knew.\n12.   Ms. Roe said that she did.\n13.   Mr. Lee had left.\n`
    expect(blocksOf(ofText(text))).toEqual([
      'paragraph 11.: Mr. Poe asked who knew.',
      'paragraph 12.: Ms. Roe said that she did.',
      'paragraph 13.: Mr. Lee had left.',
    ])
  })

  it('stay before a paragraph that a page cut, which goes on behind its page number', () => {
    const { blocks, findings, furniture } = ofText(
      `1. ${words}\n\n- 3 -\n\fslept since May of last year.\n\n2. It leaks.\n`,
    )
    expect(blocks.map(({ number, flow }) => [number, flow.text])).toEqual([
      ['1', `${words} slept since May of last year.`],
      ['2', 'It leaks.'],
    ])
    expect(findings.map(({ code }) => code)).toEqual(['PAGE_BREAK_JOINED'])
    expect(furniture.map(({ kind }) => kind)).toContain('page number')
  })

  it('are no people and no dates', () => {
    expect(ofText('A. Roe\n\n14 March 2031\n\n3. March was cold.\n').blocks.map(({ number }) => number)).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('lines that stand by themselves', () => {
  const headings = (text: string) =>
    ofText(text).blocks.flatMap(({ kind, level, flow }) => (kind === 'heading' ? [[level, flow.text]] : []))

  it('are headings in capitals, by their numbers, underlined or with marks of Markdown', () => {
    const text = `THE WEIR\n\n${words} slept.\n\n1. The gate\n\n${words} slept.\n\nEels\n====\n\nThere are none.\n\n## Locks\n\nThere are two.\n`
    expect(headings(text)).toEqual([
      [1, 'THE WEIR'],
      [1, 'The gate'],
      [2, 'Eels'],
      [2, 'Locks'],
    ])
  })

  it('are headings as others that begin alike are, however little follows', () => {
    const long = `${words} slept, which the Board had known.`
    const text = `10/31  The gate\n\n${long}\n\n11/31  The eels\n\n${long}\n\n12/31  Date of next meeting\n\nNone.\n`
    expect(headings(text).map(([, heading]) => heading)).toEqual([
      '10/31  The gate',
      '11/31  The eels',
      '12/31  Date of next meeting',
    ])
  })

  it('are no headings where they are entries of one list, a sentence, or a label with its words', () => {
    const text = `1. Gates\n2. Eels\n3. Locks\n\nIt leaks.\n\n${words} slept.\n\nPresent: Ada Roe\n\n${words} slept.\n`
    expect(headings(text)).toEqual([])
  })

  it('have under them what follows until the next of their rank', () => {
    const { blocks } = ofText(
      `THE WEIR\n\nGates\n\n${words} slept well.\n${words} slept.\n\nTHE EELS\n\n${words} slept.\n`,
    )
    expect(blocks.map(({ section }) => section)).toEqual([null, 1, 2, null, 4])
  })
})

describe('lists', () => {
  it('have items with their bullets and depth', () => {
    const items = ofText('- Gates\n  - upper\n* Eels\n(a) few\n(b) old\n').blocks
    expect(items.map(({ kind, level, marker, flow }) => [kind, level, marker, flow.text])).toEqual([
      ['item', 1, '-', 'Gates'],
      ['item', 2, '-', 'upper'],
      ['item', 1, '*', 'Eels'],
      ['item', 1, '(a)', 'few'],
      ['item', 1, '(b)', 'old'],
    ])
  })
})

describe('what belongs to pages', () => {
  it('is furniture: numbers of lines, running heads, page numbers', () => {
    const lines = Array.from(
      { length: 24 },
      (_, i) => ` ${String(i + 1).padStart(2)}   The witness said that she had seen it, ${i}.`,
    )
    const { blocks, furniture } = ofText(`${lines.join('\n')}\n`)
    expect(blocks.map(({ flow }) => flow.text).join(' ')).toContain(
      'seen it, 0. The witness said that she had seen it, 1.',
    )
    expect(furniture.find(({ kind }) => kind === 'line number')?.pieces).toHaveLength(24)
  })
})
