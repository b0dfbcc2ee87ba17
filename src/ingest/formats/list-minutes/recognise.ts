import type { SourceText } from '../../source.js'
import { labelOf, readDocumentParts } from '../../turns/document.js'
import { confidenceOf, countSigns, markedUp, reasonsOf } from '../../turns/signs.js'
import type { Recognition } from '../format.js'

/** How sure it is that a document is a list of turns: most of its words stand in list items that begin with "ABC - ". */
export const recogniseListMinutes = (source: SourceText): Recognition => {
  if (markedUp(source)) return { confidence: 0, reasons: ['it is marked up as XML or HTML'] }
  const document = readDocumentParts(source, { dashes: true })
  const signs = countSigns(document, (block) => block.kind === 'item' && labelOf(document, block) !== null)
  return {
    confidence: confidenceOf(signs),
    reasons: reasonsOf(signs, 'list items begin with a speaker’s label (“ABC - …”)'),
  }
}
