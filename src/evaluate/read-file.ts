import { readFile } from 'node:fs/promises'
import { readRecord } from '@rapporteur/reader/read'
import { openDocumentReader } from '../ingest/threads/document-threads.js'
import type { Reading } from './evaluate.js'

/** Reads files into records, as an ingest would, without writing them. */
export function fileReading(): (path: string) => Promise<Reading> {
  const reader = openDocumentReader({ memoryMb: 512, seconds: 60, threads: 1 })
  return async (path) => {
    const source = await reader.read({ bytes: await readFile(path), fileName: path.split(/[\\/]/).at(-1) ?? path })
    const { record, format } = readRecord(source)
    return { record, text: source.text, format: format.format }
  }
}
