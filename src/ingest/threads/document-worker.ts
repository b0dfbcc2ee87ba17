import { parentPort } from 'node:worker_threads'
import { readingLimits } from '@rapporteur/reader/files/limits'
import { openRegisterReader, readContext } from '@rapporteur/reader/structured/context'
import { readDocument } from '../read-document.js'
import { openDocumentReader } from '../readers/reader.js'
import { type DocumentOutcome, failedOutcome } from './document-outcome.js'
import type { Assignment } from './document-threads.js'

const reader = openDocumentReader({ ...readingLimits, threads: 1 })
const readRegister = openRegisterReader(reader)

const outcomeOf = async ({ file, options: { beside, ...options } }: Assignment): Promise<DocumentOutcome> => {
  try {
    const context = beside && (await readContext(readRegister, beside))
    return { kind: 'read', reading: await readDocument(reader, file, { ...options, context }) }
  } catch (error) {
    return failedOutcome(error, file.fileName)
  }
}

parentPort?.on('message', async (assignment: Assignment) => parentPort?.postMessage(await outcomeOf(assignment)))
