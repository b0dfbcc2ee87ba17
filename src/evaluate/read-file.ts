import { readFile } from 'node:fs/promises'
import { parseProposal } from '@rapporteur/reader/proposal/parse'
import { readRecord } from '@rapporteur/reader/read'
import { openDocumentReader } from '../ingest/threads/document-threads.js'
import type { Reading } from './evaluate.js'

/**
 * Reads files into records, as an ingest would, without writing them.
 *
 * @param answerTo what a model or a person answered to a file, in place of what rules read; null for none
 */
export function fileReading(
  answerTo: (path: string) => string | null = () => null,
): (path: string) => Promise<Reading> {
  const reader = openDocumentReader({ memoryMb: 512, seconds: 60, threads: 1 })
  return async (path) => {
    const source = await reader.read({ bytes: await readFile(path), fileName: path.split(/[\\/]/).at(-1) ?? path })
    const answer = answerTo(path)
    const proposal = answer === null ? undefined : parseProposal(answer).proposal
    const { record, format } = readRecord(source, { proposal })
    return { record, text: source.text, format: format.format }
  }
}
