import type { StoredFinding } from './stored-finding.js'

/** The record was read, but cannot be stored: it refers to rows that it does not have, or holds what Postgres cannot. */
export class InvalidRecordError extends Error {
  override readonly name = 'InvalidRecordError'
}

/** The document contradicts what is stored or what was asked for. */
export class IngestConflictError extends Error {
  override readonly name = 'IngestConflictError'
}

/** `strict` was asked for, and the reading has doubts. Nothing was written. */
export class DoubtfulReadingError extends Error {
  override readonly name = 'DoubtfulReadingError'
  constructor(readonly findings: readonly StoredFinding[]) {
    const first = findings[0]
    super(
      `The record was read with ${findings.length} finding${findings.length === 1 ? '' : 's'} of severity WARNING or ERROR, and "strict" refuses that. ` +
        `The first: ${first?.code ?? ''}: ${first?.message ?? ''}`,
    )
  }
}
