import { readFileSync } from 'node:fs'
import { type ReadRecord, readRecord } from '../../../src/ingest/read.js'
import { readText } from '../../../src/ingest/readers/text.js'

/** Reads one of the invented records of `tests/ingest/fixtures`. */
export const readFixture = (name: string): ReadRecord => {
  const bytes = readFileSync(new URL(`../fixtures/${name}.txt`, import.meta.url))
  return readRecord(readText(bytes, `${name}.txt`), {})
}
