import { UnreadableDocumentError } from '@rapporteur/reader/files/text'
import { RefusedProposalError } from '@rapporteur/reader/proposal/refused'
import { DocumentNotRecognizedError } from '@rapporteur/reader/read'
import { NoRegisterError } from '../ingest/context/read-context.js'
import { UnusableProposalError } from '../ingest/given-proposal.js'
import type { DocumentIngest } from '../ingest/ingest.js'
import { InvalidMeetingRecordError } from '../ingest/meeting-record/invalid.js'
import { ModelError } from '../ingest/model/model-error.js'
import { DoubtfulReadingError, IngestConflictError, InvalidRecordError } from '../ingest/write/errors.js'
import type { GivenDocument } from './given-document.js'
import type { UserError } from './user-errors.js'

/** How many refused lines of a proposal are told one by one. */
const mostShown = 50

export type Success = DocumentIngest & { kind: 'IngestDocumentSuccess'; document: GivenDocument }

/** What went wrong with a document, where whoever sent it can mend it; undefined for any other error. */
export function userErrorOf(error: unknown, field: GivenDocument['field']): UserError | undefined {
  if (error instanceof UnreadableDocumentError || error instanceof InvalidRecordError)
    return invalid([field], error.message)
  if (error instanceof InvalidMeetingRecordError) {
    const fields = error.faults.map(({ path, message }) => ({ path: [field, ...path], message }))
    return { kind: 'InvalidInputError', message: error.message, fields }
  }
  if (error instanceof UnusableProposalError) return invalid(['proposal'], error.message)
  if (error instanceof RefusedProposalError)
    return {
      kind: 'InvalidInputError',
      message: error.message,
      fields: error.refused.slice(0, mostShown).map(({ line, reason }) => ({
        path: ['proposal'],
        message: `${reason} ${JSON.stringify(line).slice(0, 200)}`,
      })),
    }
  if (error instanceof ModelError) return invalid(['reader'], error.message)
  if (error instanceof NoRegisterError)
    return invalid([{ files: 'contextFiles', found: 'foundFiles' }[error.list], String(error.index)], error.message)
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
