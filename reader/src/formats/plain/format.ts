import type { SourceText } from '../../source.js'
import { assemble } from '../../turns/assemble.js'
import { piecesOfBlock, plainText } from '../../turns/blocks.js'
import { readDocumentParts } from '../../turns/document.js'
import type { Step } from '../../turns/script.js'
import type { Format, Reading, ReadingOptions } from '../format.js'

const parsePlain = (source: SourceText, options: ReadingOptions): Reading => {
  const document = readDocumentParts(source, { withPeople: false })
  const steps = document.blocks.map((block): Step => {
    const pieces = piecesOfBlock(block)
    if (block.kind !== 'heading') return { kind: 'paragraph', pieces, turn: null, words: [] }
    return { kind: 'section', level: block.level, heading: plainText(source.text, block) || '-', pieces }
  })
  return assemble({ ...document, steps }, options)
}

/** Headings and paragraphs of any document, and nobody who speaks: read as this only when it is asked for. */
export const plain: Format = {
  name: 'plain',
  version: '6',
  atMost: () => 0,
  recognise: () => ({ confidence: 0, reasons: ['it is read as paragraphs only when that is asked for'] }),
  parse: parsePlain,
}
