import type { SourceText } from '../../source.js'
import { assemble } from '../../turns/assemble.js'
import { type Block, piecesOfBlock, plainText } from '../../turns/blocks.js'
import { readDocumentParts } from '../../turns/document.js'
import type { Step, Turn } from '../../turns/script.js'
import { isStageNote } from '../../turns/stage-notes.js'
import type { Reading, ReadingOptions } from '../format.js'
import { findSpeakers } from './find.js'
import type { SpeakerHeading } from './heading.js'

const turnOf = (source: string, block: Block, { voice }: SpeakerHeading): Turn => {
  const [row] = block.rows
  return {
    printed: plainText(source, block).replace(/\s*:$/, ''),
    voices: [voice],
    at: row ? [row.start, row.end] : null,
    isDoubted: false,
  }
}

const stepsOf = (source: string, blocks: readonly Block[], speakers: ReadonlyMap<Block, SpeakerHeading>): Step[] => {
  let turn: Turn | null = null
  return blocks.flatMap((block): Step[] => {
    const speaker = speakers.get(block)
    if (speaker) {
      turn = turnOf(source, block, speaker)
      return []
    }
    const pieces = piecesOfBlock(block)
    if (block.kind === 'heading') {
      turn = null
      return [{ kind: 'section', level: block.level, heading: plainText(source, block) || '-', pieces }]
    }
    const words = turn && !isStageNote(plainText(source, block)) ? pieces : []
    return [{ kind: 'paragraph', pieces, turn, words }]
  })
}

/** Reads a record in which a heading or a bold line says who speaks the words below it. */
export const parseSpeakerHeadings = (source: SourceText, options: ReadingOptions): Reading => {
  const speakers = new Map<Block, SpeakerHeading>()
  const document = readDocumentParts(source, {
    register: options.register?.(options.language),
    opening: (text, blocks) => {
      for (const [block, heading] of findSpeakers(text, blocks)) speakers.set(block, heading)
      return new Set(speakers.keys())
    },
  })
  const steps = stepsOf(source.text, document.blocks, speakers)
  const headings = { kind: 'speaker heading', pieces: [...speakers.keys()].flatMap(piecesOfBlock) }
  return assemble({ ...document, steps, furniture: [...document.furniture, headings] }, options)
}
