import type { Outline } from '@rapporteur/reader/outline/outline'

/** The first and the last block of a part of a record. */
export interface Part {
  readonly from: number
  readonly to: number
}

/** How many characters a token has, at least, in the records that were counted: ids, names and punctuation make short tokens. */
const charactersPerToken = 3

export const tokensOf = (text: string): number => Math.ceil(text.length / charactersPerToken)

/** What a part may take of the model's context: the rest is for the instructions, what is known, and the answer. */
const share = 0.4
/** An answer takes as many tokens as its part at most; longer parts would be cut. */
const mostTokens = 24_000

/**
 * A record in parts that fit a model's context, cut before a heading where one stands in the last half of a part.
 *
 * @param context in tokens
 */
export const partsOf = ({ blocks }: Outline, context: number): Part[] => {
  const room = Math.min(mostTokens, Math.max(500, Math.floor(context * share)))
  const parts: Part[] = []
  let from = 1
  let size = 0
  let heading: { id: number; size: number } | null = null
  for (const { id, kind, flow } of blocks) {
    const own = tokensOf(flow.text) + 6
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
