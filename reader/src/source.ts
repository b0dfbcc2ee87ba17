import type { Layout } from './layout.js'
import type { Line } from './text/lines.js'

/** What a reader makes of a file: its text, into which every offset points, and how that text is laid out. */
export interface SourceText {
  readonly fileName: string
  readonly mediaType: string
  /** The reader and its version; a later one may read the same bytes differently. */
  readonly reader: string
  /** The encoding the bytes were decoded from, as the Encoding Standard names it. */
  readonly encoding: string
  /** Decoded, without a byte order mark, line ends as they were. Offsets are UTF-16 code units. */
  readonly text: string
  readonly lines: readonly Line[]
  /** What the file says about the text besides its words; nothing for plain text. */
  readonly layout: Layout
}
