import type { SourceText } from '../../source.js'
import { labelOf, mostTurns, readDocumentParts } from '../../turns/document.js'
import { confidenceOf, countSigns, markedUp, mostSure, reasonsOf } from '../../turns/signs.js'
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

/** No document is surer to be one than by how many list items begin with what may be a speaker's label. */
export const atMostListMinutes = (source: SourceText): number =>
  markedUp(source) ? 0 : mostSure(mostTurns(source, 'item', true))
