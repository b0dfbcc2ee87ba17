import { parentPort, workerData } from 'node:worker_threads'
import { readFile } from '@rapporteur/reader/files/read-file'
import type { SourceText } from '@rapporteur/reader/source'
import { openRegisterReader, readContext } from '../context/read-context.js'
import { type DocumentReading, readDocument } from '../read-document.js'
import { limitBuffers } from './buffer-limit.js'
import { failedOutcome, type Outcome } from './document-outcome.js'
import type { DocumentJob } from './document-threads.js'
import type { JobLimits } from './job-thread.js'

const reader = { read: readFile }
const readRegister = openRegisterReader(reader)

const doneWith = async ({ file, options }: DocumentJob): Promise<SourceText | DocumentReading> => {
  if (options === undefined) return readFile(file)
  const { beside, ...more } = options
  return readDocument(reader, file, { ...more, context: beside && (await readContext(readRegister, beside)) })
}

const outcomeOf = async (job: DocumentJob): Promise<Outcome<SourceText | DocumentReading>> => {
  try {
    return { kind: 'read', read: await doneWith(job) }
  } catch (error) {
    return failedOutcome(error, job.file.fileName)
  }
}

const { buffersMb }: JobLimits = workerData.given
limitBuffers(buffersMb)

parentPort?.on('message', async (job: DocumentJob) => parentPort?.postMessage(await outcomeOf(job)))
