import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { plain } from '../../src/export/markdown.js'

interface Node {
  type: string
  value?: string
  children?: Node[]
}
const textOf = ({ value, children = [] }: Node): string => value ?? children.map(textOf).join('')
const typesIn = ({ type, children = [] }: Node): string[] => [type, ...children.flatMap(typesIn)]

describe('text in Markdown', () => {
  it.each([
    '# no heading',
    '- no list',
    '1. no list',
    '*no* _emphasis_',
    '<b>no</b> markup',
    '[no](link)',
    '`no` code',
    '--- ',
    '=== ',
    'a & b &amp; c',
  ])('is nothing but text: %s', (text) => {
    const root: Node = fromMarkdown(plain(text))
    expect(typesIn(root)).toEqual(['root', 'paragraph', 'text'])
    expect(textOf(root)).toBe(text.trim())
  })

  it('is nothing but text, whatever it is', () => {
    const printable = fc.string({ unit: fc.constantFrom(...'ab 1.)(#*_-+=`<>[]!&;\\|~\n') })
    fc.assert(
      fc.property(printable, (text) => {
        const root: Node = fromMarkdown(`before ${plain(text)} after`)
        expect(textOf(root)).toBe(`before ${text.replace(/\s+/g, ' ').trim()} after`)
      }),
    )
  })
})
