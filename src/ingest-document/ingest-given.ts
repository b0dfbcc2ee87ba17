import type { ModelWatch } from '../ingest/model/read-by-model.js'
import { sha256 } from '../ingest/read-document.js'
import type { Context } from '../schema/context.js'
import { givenDocument } from './given-document.js'
import type { IngestDocumentInput } from './input.js'
import { type Success, userErrorOf } from './outcome.js'
import type { UserError } from './user-errors.js'

/** Ingests the document of an input. @returns what came of it, or what whoever sent it can mend */
export async function ingestGiven(
  input: IngestDocumentInput,
  { ingest, underWay, signal, access }: Pick<Context, 'ingest' | 'underWay' | 'signal' | 'access'>,
): Promise<Success | UserError> {
  const document = await givenDocument(input)
  if ('errors' in document) {
    const message = document.errors.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ')
    return { kind: 'InvalidInputError', message, fields: document.errors }
  }
  const hash = sha256(document.file.bytes)
  const onProgress: ModelWatch['onProgress'] = (_, progress) => void underWay.set(hash, progress)
  try {
    const done = await ingest(document.file, { ...document.options, by: access.key?.name }, { onProgress, signal })
    return { kind: 'IngestDocumentSuccess', document, ...done }
  } catch (error) {
    const expected = userErrorOf(error, document.field)
    if (!expected) throw error
    return expected
  } finally {
    underWay.delete(hash)
  }
}
