import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import type { Ingested } from '../client/ingest-through-server.js'
import type { UserError } from '../ingest-document/user-errors.js'
import type { FoundDocument } from './find-documents.js'

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
  /** Of one that was skipped or failed: why, in a sentence or two. */
  readonly error?: string
  /** How many its record names and holds; null where none was read. */
  readonly people: number | null
  readonly remarks: number | null
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

export const failed = (file: string, error: string): IngestedDocument => ({ ...nothing, file, status: 'failed', error })

const statuses = { CREATED: 'created', UPDATED: 'updated', UNCHANGED: 'unchanged', DRY_RUN: 'dry-run' } as const

export function ingestedDocument(
  found: FoundDocument,
  bytes: Uint8Array,
  outcome: Ingested | UserError,
): IngestedDocument {
  const { file } = found
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (outcome.kind !== 'IngestDocumentSuccess')
    return {
      ...nothing,
      file,
      sha256,
      status: isNoRecord(found, outcome) ? 'skipped' : 'failed',
      error: outcome.message,
    }
  const { kind: _, status, format, ...rest } = outcome
  return { file, sha256, format, status: statuses[status], ...rest }
}

/** Endings of kinds of files that records come in. */
const documents = new Set(['.txt', '.text', '.md', '.markdown', '.html', '.htm', '.xml', '.docx', '.pdf'])

/** A folder holds other files than records: those are passed over. A record that is damaged is none of them. */
const isNoRecord = ({ file, walked }: FoundDocument, { kind }: UserError): boolean =>
  walked &&
  (kind === 'DocumentNotRecognizedError' ||
    (kind === 'InvalidInputError' && !documents.has(extname(file).toLowerCase())))
