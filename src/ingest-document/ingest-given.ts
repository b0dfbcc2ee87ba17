import { givenDocument } from './given-document.js'
import type { Ingest } from './ingester.js'
import type { IngestDocumentInput } from './input.js'
import { type Success, userErrorOf } from './outcome.js'
import type { UserError } from './user-errors.js'

/** Ingests the document of an input. @returns what came of it, or what whoever sent it can mend */
export async function ingestGiven(input: IngestDocumentInput, ingest: Ingest): Promise<Success | UserError> {
  const document = await givenDocument(input)
  if ('errors' in document) {
    const message = document.errors.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ')
    return { kind: 'InvalidInputError', message, fields: document.errors }
  }
  try {
    return { kind: 'IngestDocumentSuccess', document, ...(await ingest(document.file, document.options)) }
  } catch (error) {
    const expected = userErrorOf(error, document.field)
    if (!expected) throw error
    return expected
  }
}
