import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { document, element } from '../../src/export/xml.js'

/** Text and attribute of a document's root, as a parser reads them. */
function read(xml: string) {
  const seen = { text: '', attribute: '' }
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ attributes }) => {
    seen.attribute = attributes.is ?? ''
  })
  parser.on('text', (text) => {
    seen.text += text
  })
  parser.write(xml).close()
  return seen
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

describe('XML', () => {
  it('gives back every text, but what XML has no way to write', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'<>&"\'\r\n\t ]\u0001\ud800\ufffe'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    )
    fc.assert(
      fc.property(
        fc.array(unit).map((parts) => parts.join('')),
        (text) => {
          const kept = text.replace(unwritable, '')
          const seen = read(document(element('a', { is: text }, text)))
          expect(seen.text.trim()).toBe(kept.trim())
          expect(seen.attribute).toBe(kept)
        },
      ),
    )
  })
})
