import { describe, expect, it } from 'vitest'
import { blocksOf, ofMarkdown, ofText } from './support.js'

describe('columns of plain text', () => {
  it('that gaps align are rows of a table', () => {
    const text = 'Ms Ada Roe (AR)      Chair\nMr Ben Poe           Clerk\nDr Cem Lee           Diver, Lock Union\n'
    expect(blocksOf(ofText(text))).toEqual([
      'row: Ms Ada Roe (AR) | Chair',
      'row: Mr Ben Poe | Clerk',
      'row: Dr Cem Lee | Diver, Lock Union',
    ])
  })

  it('may have labels of groups before them, on a line or on several', () => {
    const text =
      'Present:       Ada Roe          Chair\n               Ben Poe          Clerk\n\nIn attendance: Cem Lee          Diver\n               Dot Fay          Editor\n'
    expect(blocksOf(ofText(text))).toEqual([
      'row: Present: | Ada Roe | Chair',
      'row:  | Ben Poe | Clerk',
      'row: In attendance: | Cem Lee | Diver',
      'row:  | Dot Fay | Editor',
    ])
  })

  it('are none where gaps stand anywhere', () => {
    const text = 'It leaks   at night.\nNobody who lives   there sleeps.\nEels   are few.\n'
    expect(ofText(text).blocks.some(({ kind }) => kind === 'row')).toBe(false)
  })
})

describe('rows that wrap', () => {
  it('are one where their names stand at the bottom', () => {
    const text =
      'Name\tTitle\tOrganization\nMs. Ada Roe\tWarden\tLock Union\n\t\tBoard of the Mills and\nMr. Ben Poe\tClerk\tWeirs of Pell\n\tKeeper of the\t\nMs. Eve Lamm\tEels\tPell Museum\n\t1\t•\nMs. Dot Fay-\t\tSociety of the Editors of\nOrr\tEditor\tPell\n'
    const outline = ofText(text)
    expect(blocksOf(outline)).toEqual([
      'row: Name | Title | Organization',
      'row: Ms. Ada Roe | Warden | Lock Union',
      'row: Mr. Ben Poe | Clerk | Board of the Mills and Weirs of Pell',
      'row: Ms. Eve Lamm | Keeper of the Eels | Pell Museum',
      'row: Ms. Dot Fay- Orr | Editor | Society of the Editors of Pell',
    ])
    const codes = outline.findings.map(({ code }) => code)
    expect(codes.filter((code) => code === 'ROW_REJOINED')).toHaveLength(3)
    expect(codes).toContain('NOISE_DROPPED')
  })

  it('are one where their names stand at the top', () => {
    const text =
      'Ada Roe          Warden of the locks       Lock Union\n                 and of the weirs\nBenedict Poe     Clerk                     Board of the Mills and\n                                           Weirs of Pell\nCem Lee          Diver                     Lock Union\n'
    expect(blocksOf(ofText(text))).toEqual([
      'row: Ada Roe | Warden of the locks and of the weirs | Lock Union',
      'row: Benedict Poe | Clerk | Board of the Mills and Weirs of Pell',
      'row: Cem Lee | Diver | Lock Union',
    ])
  })

  it('are told by the rules between them', () => {
    const text =
      '+----+-------------------+----------------+\n| No | Issue             | Response       |\n+----+-------------------+----------------+\n| 1  | Ms. Roe asked who | The Board said |\n|    | knew.             | that it did.   |\n+----+-------------------+----------------+\n| 2  | It leaks.         | Noted.         |\n+----+-------------------+----------------+\n'
    expect(blocksOf(ofText(text))).toEqual([
      'row: No | Issue | Response',
      'row: 1 | Ms. Roe asked who knew. | The Board said that it did.',
      'row: 2 | It leaks. | Noted.',
    ])
  })
})

describe('a row with words of several sentences in a cell', () => {
  const long = 'Ms. Roe said that it leaks. '.repeat(9).trim()

  it('has a sentence for each, and cells with an end of their own', () => {
    const [, row] = ofMarkdown(`| Item | Discussion |\n|---|---|\n| Gate | ${long} |\n`).blocks
    expect(row?.sentences.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, i) => `2.${i + 1}`))
    expect(row?.sentences[0]?.range).toEqual([0, 4])
  })
})
