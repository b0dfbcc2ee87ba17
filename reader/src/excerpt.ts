import { once } from './once.js'
import type { SourceText } from './source.js'
import { splitLines } from './text/lines.js'

/** So many characters of the beginning and of the end tell what kind of prose a document is. */
const length = { beginning: 24_000, end: 12_000 }
/** A document that is hardly longer is looked at whole. */
const longest = 48_000

/**
 * The beginning and the end of a long document, cut between lines: enough to tell what kind of record it is. A document that is
 * not long, or that has no lines to cut between, as it is.
 */
export const excerptOf = once((source: SourceText): SourceText => {
  const { text, lines, layout } = source
  if (text.length <= longest) return source
  const first = lines.findLast(({ to }) => to <= length.beginning)
  const last = lines.find(({ from }) => from >= text.length - length.end)
  if (!first || !last || first.to < length.beginning / 2 || text.length - last.from < length.end / 2) return source
  const shift = last.from - first.to - 1
  const excerpt = `${text.slice(0, first.to)}\n${text.slice(last.from)}`
  return {
    ...source,
    text: excerpt,
    lines: splitLines(excerpt),
    layout: [
      ...layout.filter(({ end }) => end <= first.to),
      ...layout
        .filter(({ start }) => start >= last.from)
        .map((mark) => ({ ...mark, start: mark.start - shift, end: mark.end - shift })),
    ],
  }
})
