import type { Pieces } from '../../record.js'
import { type Flow, flowOf } from '../../text/flow.js'
import type { OutlineParagraph } from './outline.js'

/** The running text of a paragraph: its lines without the printed number, emphasis marks included. */
export const paragraphFlow = (source: string, { marker, lines }: OutlineParagraph): Flow => {
  const pieces: Pieces = []
  for (const [i, line] of lines.entries()) {
    let start = line.start
    if (i === 0 && marker !== null) {
      start = marker.end
      while (start < line.end && /\s/.test(source[start] ?? '')) start++
    }
    if (start < line.end) pieces.push([start, line.end])
  }
  return flowOf(source, pieces)
}
