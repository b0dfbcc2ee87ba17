import { createHash } from 'node:crypto'
import type { Ingested } from '../client/ingest-through-server.js'
import type { PersonRead } from '../client/people-read.js'
import type { UserError } from '../ingest-document/user-errors.js'
import type { FoundDocument, NotFound } from './find-documents.js'

/**
 * Why a file was passed over: it names the people of records, or says what they share; or it was found in a folder, and fits
 * no format or cannot be read.
 */
export type SkipReason = 'register' | 'context' | 'unrecognized' | 'unreadable'

/** What came of one file, as `--json` prints it. */
export interface IngestedDocument {
  readonly file: string
  /** Null where the file could not be had. */
  readonly sha256: string | null
  readonly format: string | null
  readonly status: 'created' | 'updated' | 'unchanged' | 'dry-run' | 'skipped' | 'failed'
  readonly meeting: Ingested['meeting']
  readonly counts: Ingested['counts'] | null
  readonly findings: Ingested['findings']
  /** Of one that was skipped: what it is instead of a record. */
  readonly reason?: SkipReason
  /** Of one that was skipped or failed: why, in a sentence or two. */
  readonly error?: string
  /** How many its record names and holds; null where none was read. */
  readonly people: number | null
  readonly remarks: number | null
  /** In a dry run: whom its record names. */
  readonly names?: readonly PersonRead[]
  /** Whether the sample made room for it; in a dry run, whether it would. */
  readonly removedSample: boolean
}

const nothing = {
  sha256: null,
  format: null,
  meeting: null,
  counts: null,
  findings: [],
  people: null,
  remarks: null,
  removedSample: false,
}

const passedOver = {
  register: 'It is a register of people or bodies, used for the records beside it.',
  facts: 'It says what the records beside it share.',
} as const

/** A file that is no record, and helps to read those beside it. */
export const helper = (file: string, is: keyof typeof passedOver): IngestedDocument => ({
  ...nothing,
  file,
  status: 'skipped',
  reason: is === 'register' ? 'register' : 'context',
  error: passedOver[is],
})

/** A file that cannot be had or is not taken: in a folder it is passed over. */
export const unreadable = (found: FoundDocument | NotFound, error: string): IngestedDocument =>
  'walked' in found && found.walked
    ? { ...nothing, file: found.file, status: 'skipped', reason: 'unreadable', error }
    : failed(found, error)

/** A file that ought to have been read, wherever it was found. */
export const failed = ({ file }: FoundDocument | NotFound, error: string): IngestedDocument => ({
  ...nothing,
  file,
  status: 'failed',
  error,
})

const statuses = { CREATED: 'created', UPDATED: 'updated', UNCHANGED: 'unchanged', DRY_RUN: 'dry-run' } as const

export function ingestedDocument(
  found: FoundDocument,
  bytes: Uint8Array,
  outcome: Ingested | UserError,
): IngestedDocument {
  const { file } = found
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (outcome.kind !== 'IngestDocumentSuccess') {
    const reason = found.walked ? skipReason(outcome) : undefined
    const skipped = reason ? { status: 'skipped' as const, reason } : { status: 'failed' as const }
    return { ...nothing, file, sha256, ...skipped, error: outcome.message }
  }
  const { kind: _, status, format, totals, names, ...rest } = outcome
  return { file, sha256, format, status: statuses[status], ...rest, ...totals, ...(names ? { names } : {}) }
}

/** A folder holds other files than records: those are passed over. A record that contradicts itself is none of them. */
function skipReason(refused: UserError): SkipReason | undefined {
  if (refused.kind === 'DocumentNotRecognizedError') return 'unrecognized'
  const isFile = ({ path }: { path: string[] }) => path.length === 1 && path[0] === 'file'
  return refused.kind === 'InvalidInputError' && refused.fields.every(isFile) ? 'unreadable' : undefined
}
