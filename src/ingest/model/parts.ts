import type { Block, Outline } from '@rapporteur/reader/outline/outline'

/** The first and the last block of a part of a record. */
export interface Part {
  readonly from: number
  readonly to: number
}

/** How many characters a token has, at least, in the records that were counted: ids, names and punctuation make short tokens. */
const charactersPerToken = 3

export const tokensOf = (text: string): number => Math.ceil(text.length / charactersPerToken)

/** The instructions take so many tokens. */
const fixed = 2_400
/** What a part may take of the context beside them: the rest is for what is known, and the answer. */
const share = 0.45
/** An answer takes as many tokens as its part at most; longer parts would be cut. */
const mostTokens = 24_000

const roomIn = (context: number): number => Math.min(mostTokens, Math.max(500, Math.floor((context - fixed) * share)))

/** With its id and line end. */
const sizeOf = ({ flow }: Block): number => tokensOf(flow.text) + 6

/** Blocks in parts of at most so many tokens, cut before a heading where one stands in the last half of a part. */
const inParts = (blocks: readonly Block[], room: number): Part[] => {
  const parts: Part[] = []
  let from = blocks[0]?.id ?? 1
  let size = 0
  let heading: { id: number; size: number } | null = null
  for (const block of blocks) {
    const { id, kind } = block
    const own = sizeOf(block)
    if (size + own > room && id > from) {
      const cut = heading && heading.id > from && heading.size > room / 2 ? heading : { id, size }
      parts.push({ from, to: cut.id - 1 })
      from = cut.id
      size -= cut.size
      heading = null
    }
    if (kind === 'heading') heading = { id, size }
    size += own
  }
  const last = blocks.at(-1)?.id ?? 0
  return last >= from ? [...parts, { from, to: last }] : parts
}

/**
 * A record in parts that fit a model's context.
 *
 * @param context in tokens
 */
export const partsOf = ({ blocks }: Outline, context: number): Part[] => inParts(blocks, roomIn(context))

/** A part that turned out to be too long, in parts of at most half its size; null where it is one block. */
export const halvesOf = ({ blocks }: Outline, { from, to }: Part): Part[] | null => {
  if (from >= to) return null
  const own = blocks.slice(from - 1, to)
  const size = own.reduce((sum, block) => sum + sizeOf(block), 0)
  return inParts(own, Math.ceil(size / 2))
}
