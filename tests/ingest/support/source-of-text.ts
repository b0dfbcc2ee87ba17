import { readText } from '../../../src/ingest/readers/text.js'
import type { SourceText } from '../../../src/ingest/source.js'
import { splitLines } from '../../../src/ingest/text/lines.js'

/** What a reader of plain text gives for a text, also where no bytes could hold it (half of a surrogate pair). */
export const sourceOfText = (text: string, fileName = 'record.txt'): SourceText => ({
  ...readText(new TextEncoder().encode('x'), fileName),
  text,
  lines: splitLines(text),
})
