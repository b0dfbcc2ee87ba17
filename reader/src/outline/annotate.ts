import type { Block, Outline, Range } from './outline.js'

export interface AnnotateOptions {
  /** Ids of the first and the last block; all, without them. */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

const before = ({ kind, level, marker, number }: Block): string => {
  if (kind === 'heading') return `${'#'.repeat(Math.min(6, Math.max(1, level)))} ${number === null ? '' : `${marker} `}`
  if (kind === 'item') return `${'  '.repeat(Math.max(0, level - 1))}${marker ?? '-'} `
  if (kind === 'quote') return '> '
  return marker === null ? '' : `${marker} `
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const rowText = ({ flow, cells }: Block): string =>
  cells.length === 0
    ? oneLine(flow.text)
    : `| ${cells.map(({ range }) => oneLine(flow.text.slice(...range))).join(' | ')} |`

/** A sentence of a row that is read by sentences: a bar stands where a cell begins. */
const cellSentence = ({ flow, cells }: Block, [start, end]: Range): string =>
  `${cells.some(({ range }) => range[0] === start) ? '| ' : ''}${oneLine(flow.text.slice(start, end))}`

const textOf = (block: Block, range: Range): string => {
  if (block.kind !== 'row') return oneLine(block.flow.text.slice(...range))
  return block.sentences.length > 1 ? cellSentence(block, range) : rowText(block)
}

/** A record as numbered sentences, a line each: "[12] ## Heading", "[34.2] text". Tables, lists and headings show as in Markdown. */
export const annotated = ({ blocks }: Outline, { from = 1, to = blocks.length }: AnnotateOptions = {}): string =>
  blocks
    .slice(Math.max(0, from - 1), to)
    .map((block) => {
      const lines = block.sentences.map(({ id, range }, i) => {
        return `[${id}] ${i === 0 ? before(block) : ''}${textOf(block, range)}`
      })
      return `${block.apart ? '\n' : ''}${lines.join('\n')}`
    })
    .join('\n')
    .trim()
