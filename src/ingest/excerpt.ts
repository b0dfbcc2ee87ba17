import { once } from './once.js'
import type { SourceText } from './source.js'

/** So many characters tell what kind of prose a document is. */
const longest = 24_000

/** The beginning of a long document, up to the end of a line; a document that is not long, as it is. */
export const excerptOf = once((source: SourceText): SourceText => {
  if (source.text.length <= 2 * longest) return source
  const last = source.lines.findIndex(({ to }) => to >= longest)
  const lines = source.lines.slice(0, last + 1)
  const end = lines.at(-1)?.to ?? 0
  if (last < 0 || end > 2 * longest) return source
  return { ...source, text: source.text.slice(0, end), lines, layout: source.layout.filter((mark) => mark.end <= end) }
})
