import { UnreadableDocumentError } from '@rapporteur/reader/files/text'
import type { RefusedLine } from '@rapporteur/reader/proposal/gate'
import { RefusedProposalError } from '@rapporteur/reader/proposal/refused'
import { DocumentNotRecognizedError, type FormatVerdict } from '@rapporteur/reader/read'
import { UnusableProposalError } from '../given-proposal.js'
import { InvalidMeetingRecordError } from '../meeting-record/invalid.js'
import { BrokenReadingError, broken } from './broken-reading.js'

/** What came of reading a document, as it crosses the border between threads: errors lose their class there. */
export type Outcome<Read> =
  | { readonly kind: 'read'; readonly read: Read }
  | {
      readonly kind: 'unreadable'
      readonly message: string
      readonly fileName: string
      readonly offset: number | null
    }
  | { readonly kind: 'unrecognized'; readonly message: string; readonly verdicts: readonly FormatVerdict[] }
  | { readonly kind: 'unusable'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string; readonly lines: readonly RefusedLine[] }
  | { readonly kind: 'invalid'; readonly faults: InvalidMeetingRecordError['faults'] }
  /** The stack says for a log where reading failed. */
  | { readonly kind: 'broken'; readonly message: string; readonly stack: string | undefined }

export const failedOutcome = (error: unknown, fileName: string): Outcome<never> => {
  if (error instanceof UnreadableDocumentError)
    return { kind: 'unreadable', message: error.message, fileName: error.fileName, offset: error.offset }
  if (error instanceof DocumentNotRecognizedError)
    return { kind: 'unrecognized', message: error.message, verdicts: error.verdicts }
  if (error instanceof UnusableProposalError) return { kind: 'unusable', message: error.message }
  if (error instanceof RefusedProposalError) return { kind: 'refused', message: error.message, lines: error.refused }
  if (error instanceof InvalidMeetingRecordError) return { kind: 'invalid', faults: error.faults }
  return {
    kind: 'broken',
    message: broken(fileName, error).message,
    stack: error instanceof Error ? error.stack : undefined,
  }
}

/** What was read. @throws what reading threw, of its class again */
export const readingOf = <Read>(outcome: Outcome<Read>): Read => {
  switch (outcome.kind) {
    case 'read':
      return outcome.read
    case 'unreadable':
      throw new UnreadableDocumentError(outcome.message, outcome.fileName, outcome.offset)
    case 'unrecognized':
      throw new DocumentNotRecognizedError(outcome.message, outcome.verdicts)
    case 'unusable':
      throw new UnusableProposalError(outcome.message)
    case 'refused':
      throw new RefusedProposalError(outcome.message, outcome.lines)
    case 'invalid':
      throw new InvalidMeetingRecordError(outcome.faults)
    case 'broken':
      throw Object.assign(new BrokenReadingError(outcome.message), outcome.stack && { stack: outcome.stack })
  }
}
