import { type MarkOf, marksOf, marksWithin } from '../layout.js'
import type { Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import { linePieces } from './from-marks.js'
import { beginsLabelled } from './line-shapes.js'
import { plainBlock, type RawBlock } from './raw-block.js'

/** A block of captions holds no more than this, however seldom its sentences end. */
const longest = 2_000

interface Open {
  readonly name: string | null
  readonly pieces: Pieces
}

const wordsOf = (text: string, pieces: Pieces): string => pieces.map(([start, end]) => text.slice(start, end)).join(' ')

/** A cue goes on with the one before where nobody else begins to speak: the same voice, or none is named and no sentence ends. */
const goesOn = (text: string, open: Open | undefined, name: string | null, words: string): open is Open => {
  const [start, end] = [open?.pieces[0]?.[0] ?? 0, open?.pieces.at(-1)?.[1] ?? 0]
  if (!open || end - start > longest) return false
  if (name !== null) return name === open.name
  return !beginsLabelled(words) && !/^[-–—]\s/.test(words) && !/[.?!…:]["”’')\]]*$/.test(text.slice(end - 8, end))
}

/**
 * The blocks of captions and transcripts. Where the file says who speaks, the cues of a turn are one block, which begins with the
 * printed name; elsewhere those of a sentence are. `speakers` are names that are printed again.
 */
export const blocksFromCues = (source: SourceText): { blocks: RawBlock[]; speakers: Pieces } => {
  const { text, layout } = source
  const blocks: Open[] = []
  const speakers: Pieces = []
  for (const cue of marksOf(layout, 'cue')) {
    const [speaker]: MarkOf<'speaker'>[] = marksWithin(layout, cue.start, cue.end, 'speaker')
    const named: Pieces = speaker ? [[speaker.start, speaker.end]] : []
    const words = linePieces(source, speaker?.end ?? cue.start, cue.end).flat()
    const name = speaker ? text.slice(speaker.start, speaker.end) : null
    const open = blocks.at(-1)
    const isAgain = open !== undefined && name !== null && name === open.name
    if (isAgain || words.length === 0) speakers.push(...named)
    if (words.length === 0) continue
    if (goesOn(text, open, name, wordsOf(text, words))) for (const piece of words) open.pieces.push(piece)
    else blocks.push({ name, pieces: isAgain ? words : [...named, ...words] })
  }
  return { blocks: blocks.map(({ pieces }) => plainBlock('cue', pieces)), speakers }
}
