import { existsSync, readFileSync } from 'node:fs'
import { type ReadRecord, readRecord } from '../../../src/ingest/read.js'
import { readMarkdown } from '../../../src/ingest/readers/markdown.js'
import { readText } from '../../../src/ingest/readers/text.js'
import { splitLines } from '../../../src/ingest/text/lines.js'

/** Reads one of the invented records of `tests/ingest/fixtures`, plain text or Markdown. */
export const readFixture = (name: string): ReadRecord => {
  const fileOf = (extension: string) => new URL(`../fixtures/${name}.${extension}`, import.meta.url)
  if (!existsSync(fileOf('md'))) return readRecord(readText(readFileSync(fileOf('txt')), `${name}.txt`), {})
  const fileName = `${name}.md`
  const { encoding, layout, reader, text } = readMarkdown(readFileSync(fileOf('md')), fileName)
  const lines = splitLines(text)
  return readRecord({ fileName, mediaType: 'text/markdown', reader, encoding, text, lines, layout }, {})
}
