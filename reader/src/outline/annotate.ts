import type { Block, Outline } from './outline.js'

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

/** A record as numbered sentences, a line each: "[12] ## Heading", "[34.2] text". Tables, lists and headings show as in Markdown. */
export const annotated = ({ blocks }: Outline, { from = 1, to = blocks.length }: AnnotateOptions = {}): string =>
  blocks
    .slice(Math.max(0, from - 1), to)
    .map((block) => {
      const lines = block.sentences.map(({ id, range }, i) => {
        const text = block.kind === 'row' ? rowText(block) : oneLine(block.flow.text.slice(...range))
        return `[${id}] ${i === 0 ? before(block) : ''}${text}`
      })
      return `${block.apart ? '\n' : ''}${lines.join('\n')}`
    })
    .join('\n')
    .trim()
