import type { SourceText } from '../../source.js'
import { labelOf, mostTurns, readDocumentParts } from '../../turns/document.js'
import { confidenceOf, countSigns, markedUp, mostSure, reasonsOf } from '../../turns/signs.js'
import type { Recognition } from '../format.js'

/** How sure it is that a document is one of turns under labels: most of its words stand behind "ABC: ". */
export const recogniseMarkdownMinutes = (source: SourceText): Recognition => {
  if (markedUp(source)) return { confidence: 0, reasons: ['it is marked up as XML or HTML'] }
  const document = readDocumentParts(source, {})
  const signs = countSigns(document, (block) => block.kind === 'text' && labelOf(document, block) !== null)
  return {
    confidence: confidenceOf(signs),
    reasons: reasonsOf(signs, 'paragraphs begin with a speaker’s label (“ABC: …”)'),
  }
}

/** No document is surer to be one than by how many lines begin with what may be a speaker's label. */
export const atMostMarkdownMinutes = (source: SourceText): number =>
  markedUp(source) ? 0 : mostSure(mostTurns(source, 'text'))
