import type { SourceText } from '../../source.js'
import type { Block } from '../../turns/blocks.js'
import { readDocumentParts } from '../../turns/document.js'
import { confidenceOf, markedUp, reasonsOf } from '../../turns/signs.js'
import type { Recognition } from '../format.js'
import { findSpeakers } from './find.js'

const lengthOf = ({ rows }: Block): number => rows.reduce((sum, { start, end }) => sum + end - start, 0)

/** How sure it is that a document has its speakers in headings: most of its words stand under such. */
export const recogniseSpeakerHeadings = (source: SourceText): Recognition => {
  if (markedUp(source)) return { confidence: 0, reasons: ['it is marked up as XML or HTML'] }
  const { blocks, present } = readDocumentParts(source, { opening: () => new Set() })
  const speakers = findSpeakers(source.text, blocks)
  let [said, all, open] = [0, 0, false]
  for (const block of blocks) {
    if (speakers.has(block) || block.kind === 'heading') open = speakers.has(block)
    else {
      all += lengthOf(block)
      if (open) said += lengthOf(block)
    }
  }
  const signs = {
    turns: speakers.size,
    share: said / Math.max(1, all),
    speakers: new Set([...speakers.values()].map(({ voice }) => JSON.stringify(voice))).size,
    hasList: present.attendees.length > 0,
  }
  return { confidence: confidenceOf(signs), reasons: reasonsOf(signs, 'headings or bold lines name a speaker') }
}
