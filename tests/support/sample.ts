import { readFileSync } from 'node:fs'
import type { DocumentReader } from '../../src/ingest/readers/reader.js'
import { readText } from '../../src/ingest/readers/text.js'

/** The record that the server starts with, as a file that was given. */
export const sampleFile = {
  bytes: new Uint8Array(readFileSync(new URL('../../sample/harbour-consultation.txt', import.meta.url))),
  fileName: 'harbour-consultation.txt',
}

/** Reads plain text, whatever the file is called, and calls `onRead` each time. */
export const openReader = (onRead: () => void): DocumentReader => ({
  read: async ({ bytes, fileName }) => {
    onRead()
    return readText(bytes, fileName)
  },
})
