import { readText } from '@rapporteur/reader/files/text'
import type { SourceText } from '@rapporteur/reader/source'
import { splitLines } from '@rapporteur/reader/text/lines'

/** What a reader of plain text gives for a text, also where no bytes could hold it (half of a surrogate pair). */
export const sourceOfText = (text: string, fileName = 'record.txt'): SourceText => ({
  ...readText(new TextEncoder().encode('x'), fileName),
  text,
  lines: splitLines(text),
})
