import { readFileSync } from 'node:fs'
import type { DocumentReader } from '@rapporteur/reader/files/reading'
import { readText } from '@rapporteur/reader/files/text'

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
