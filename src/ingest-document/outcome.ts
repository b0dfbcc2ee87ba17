import { UnreadableDocumentError } from '@rapporteur/reader/files/text'
import { DocumentNotRecognizedError } from '@rapporteur/reader/read'
import { NoRegisterError } from '@rapporteur/reader/structured/context'
import { InvalidMeetingRecordError } from '@rapporteur/reader/structured/invalid'
import type { DocumentIngest } from '../ingest/ingest.js'
import { DoubtfulReadingError, IngestConflictError, InvalidRecordError } from '../ingest/write/errors.js'
import type { GivenDocument } from './given-document.js'
import type { UserError } from './user-errors.js'

export type Success = DocumentIngest & { kind: 'IngestDocumentSuccess'; document: GivenDocument }

/** What went wrong with a document, where whoever sent it can mend it; undefined for any other error. */
export function userErrorOf(error: unknown, field: GivenDocument['field']): UserError | undefined {
  if (error instanceof UnreadableDocumentError || error instanceof InvalidRecordError)
    return invalid([field], error.message)
  if (error instanceof InvalidMeetingRecordError) {
    const fields = error.faults.map(({ path, message }) => ({ path: [field, ...path], message }))
    return { kind: 'InvalidInputError', message: error.message, fields }
  }
  if (error instanceof NoRegisterError) return invalid(['contextFiles', String(error.index)], error.message)
  if (error instanceof DoubtfulReadingError) return invalid(['strict'], error.message)
  if (error instanceof IngestConflictError) return { kind: 'ConflictError', message: error.message }
  if (error instanceof DocumentNotRecognizedError)
    return { kind: 'DocumentNotRecognizedError', message: error.message, formats: error.verdicts }
  return undefined
}

const invalid = (path: string[], message: string): UserError => ({
  kind: 'InvalidInputError',
  message,
  fields: [{ path, message }],
})
