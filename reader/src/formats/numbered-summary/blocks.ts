import { isHeadingText } from '../../text/heading-text.js'
import type { Line } from '../../text/lines.js'
import { endsSentence } from '../../text/sentence-end.js'
import type { Marker } from './markers.js'

/** Lines that belong together: a paragraph or a part of one, a heading, an entry of the front matter. */
export interface Block {
  readonly lines: Line[]
  readonly marker: Marker | null
  /** A page ends right before it. */
  readonly afterBreak: boolean
}

export const blockText = (block: Block): string => block.lines.map((line) => line.text).join(' ')

/** The width to which paragraphs were wrapped by hand; null where each paragraph is one line. */
export const wrapWidth = (lines: readonly Line[], starts: readonly number[]): number | null => {
  let [several, one, widest] = [0, 0, 0]
  const isStart = new Set(starts)
  for (const start of starts) {
    const [first, second] = [lines[start], lines[start + 1]]
    if (!first) continue
    const length = first.end - first.start
    if (
      second &&
      second.text !== '' &&
      !isStart.has(start + 1) &&
      length <= 140 &&
      length >= 40 &&
      !endsSentence(first.text)
    ) {
      several++
      widest = Math.max(widest, first.to - first.from)
    } else one++
  }
  return several > 0 && several * 3 >= one ? widest : null
}

const wordFits = (line: Line, next: Line, width: number): boolean =>
  line.text.length + 1 + (next.text.split(/\s/, 1)[0] ?? '').length < width - 6

/** Cuts off a heading that stands right over its text, or right under the paragraph before, without a blank line. */
const withoutHeadings = (block: Block, width: number, beforeMarker: boolean): Block[] => {
  const [first, second] = block.lines
  const rest = block.lines.slice(1)
  if (
    first &&
    second &&
    block.marker === null &&
    isHeadingText(first.text) &&
    !endsSentence(first.text) &&
    wordFits(first, second, width) &&
    /^[\p{Lu}\p{N}"“]/u.test(second.text)
  )
    return [
      { ...block, lines: [first] },
      ...withoutHeadings({ ...block, lines: rest, afterBreak: false }, width, beforeMarker),
    ]
  const [last, before] = [block.lines.at(-1), block.lines.at(-2)]
  if (
    beforeMarker &&
    last &&
    before &&
    endsSentence(before.text) &&
    isHeadingText(last.text) &&
    !endsSentence(last.text)
  )
    return [
      { ...block, lines: block.lines.slice(0, -1) },
      { lines: [last], marker: null, afterBreak: false },
    ]
  return [block]
}

/**
 * Puts lines together into blocks: a blank line, a page furniture line and a paragraph number begin a new one, and so does
 * every line where paragraphs are not wrapped (`width` null). `takes` leaves out lines that are read elsewhere.
 */
export const blocksOf = (
  lines: readonly Line[],
  markers: ReadonlyMap<number, Marker>,
  width: number | null,
  takes: (index: number) => boolean,
  isPageFurniture: (index: number) => boolean,
): Block[] => {
  const blocks: Block[] = []
  let open = false
  let broken = false
  for (const [i, line] of lines.entries()) {
    if (line.newPage || isPageFurniture(i)) broken = true
    if (line.text === '' || isPageFurniture(i) || !takes(i)) {
      open = false
      continue
    }
    const marker = markers.get(i) ?? null
    const last = blocks.at(-1)
    if (open && width !== null && marker === null && !line.newPage && last) last.lines.push(line)
    else blocks.push({ lines: [line], marker, afterBreak: broken })
    open = true
    broken = false
  }
  if (width === null) return blocks
  return blocks.flatMap((block, i) => withoutHeadings(block, width, blocks[i + 1]?.marker != null))
}
