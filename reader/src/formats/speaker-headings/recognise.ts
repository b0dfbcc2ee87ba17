import type { SourceText } from '../../source.js'
import { type Block, plainRow } from '../../turns/blocks.js'
import { mayStandAlone, readDocumentParts } from '../../turns/document.js'
import { confidenceOf, markedUp, mostSure, reasonsOf } from '../../turns/signs.js'
import type { Recognition } from '../format.js'
import { findSpeakers, styleOf } from './find.js'
import { speakerHeading } from './heading.js'

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

/** Where no two headings or lines of one look name a speaker, a document is none. */
export const atMostSpeakerHeadings = (source: SourceText): number => {
  if (markedUp(source)) return 0
  const counts = new Map<string, number>()
  for (const row of mayStandAlone(source)) {
    const text = plainRow(source.text, row)
    const style = styleOf(text, { ...row, rows: [row] })
    if (style !== null && speakerHeading(text)) counts.set(style, (counts.get(style) ?? 0) + 1)
  }
  const several = [...counts.values()].filter((count) => count > 1)
  const all = several.reduce((sum, count) => sum + count, 0)
  return mostSure({ turns: all, speakers: all })
}
