import { parentPort, workerData } from 'node:worker_threads'
import type { Reading } from '@rapporteur/reader/files/reading'
import { UnreadableDocumentError } from '@rapporteur/reader/files/text'
import { limitBuffers } from '../threads/buffer-limit.js'
import type { JobLimits } from '../threads/job-thread.js'

/** What the thread is given for each file. */
export interface Assignment {
  readonly reader: WorkerReader
  readonly bytes: Uint8Array
  readonly fileName: string
}

/** What it gives back: an error of its own kind crosses the border between threads as its message. */
export type Outcome = { readonly reading: Reading } | { readonly unreadable: string }

type Read = (bytes: Uint8Array, fileName: string) => Reading | Promise<Reading>

/** Each library is loaded only where its kind of file is read. */
const readers = {
  docx: async (): Promise<Read> => (await import('@rapporteur/reader/files/docx')).readDocx,
  html: async (): Promise<Read> => (await import('@rapporteur/reader/files/html')).readHtml,
  markdown: async (): Promise<Read> => (await import('@rapporteur/reader/files/markdown')).readMarkdown,
  pdf: async (): Promise<Read> => (await import('@rapporteur/reader/files/pdf')).readPdf,
  xml: async (): Promise<Read> => (await import('@rapporteur/reader/files/xml')).readXml,
}

export type WorkerReader = keyof typeof readers

const outcomeOf = async ({ reader, bytes, fileName }: Assignment): Promise<Outcome> => {
  try {
    const read = await readers[reader]()
    return { reading: await read(bytes, fileName) }
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return { unreadable: error.message }
    // The call stack or a library's own limit: a document made to break readers, or one that they do not know.
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { unreadable: `${fileName} cannot be read (${reason}). Send its text as a plain text file.` }
  }
}

const { memoryMb }: JobLimits = workerData.given
limitBuffers(memoryMb)

parentPort?.on('message', async (assignment: Assignment) => parentPort?.postMessage(await outcomeOf(assignment)))
