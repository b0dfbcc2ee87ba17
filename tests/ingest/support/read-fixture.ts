import { existsSync, readFileSync } from 'node:fs'
import { readMarkdown } from '@rapporteur/reader/files/markdown'
import { readText } from '@rapporteur/reader/files/text'
import { type ReadRecord, readRecord } from '@rapporteur/reader/read'
import { splitLines } from '@rapporteur/reader/text/lines'

/** Reads one of the invented records of `tests/ingest/fixtures`, plain text or Markdown. */
export const readFixture = (name: string): ReadRecord => {
  const fileOf = (extension: string) => new URL(`../fixtures/${name}.${extension}`, import.meta.url)
  if (!existsSync(fileOf('md'))) return readRecord(readText(readFileSync(fileOf('txt')), `${name}.txt`), {})
  const fileName = `${name}.md`
  const { encoding, layout, reader, text } = readMarkdown(readFileSync(fileOf('md')), fileName)
  const lines = splitLines(text)
  return readRecord({ fileName, mediaType: 'text/markdown', reader, encoding, text, lines, layout }, {})
}
