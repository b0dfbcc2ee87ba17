import { createHash } from 'node:crypto'
import type { FormatVerdict } from '@rapporteur/reader/read'
import type { DryRun } from '../client/dry-run.js'
import type { Ingested } from '../client/ingest-through-server.js'
import type { UserError } from '../ingest-document/user-errors.js'
import type { FoundDocument, NotFound } from './find-documents.js'

/**
 * Why a file was skipped: it is a register or states facts about the records beside it; or it was found in a folder, and matches
 * no format or cannot be read.
 */
export type SkipReason = 'register' | 'context' | 'unrecognized' | 'unreadable'

/** The outcome for one file, as printed by `--json`. */
export interface IngestedDocument {
  readonly file: string
  /** Null if the file could not be read. */
  readonly sha256: string | null
  readonly format: string | null
  readonly status: 'created' | 'updated' | 'unchanged' | 'dry-run' | 'skipped' | 'failed'
  readonly meeting: Ingested['meeting']
  readonly counts: Ingested['counts'] | null
  readonly findings: Ingested['findings']
  /** Only if skipped. */
  readonly reason?: SkipReason
  /** Only if skipped or failed: why, in a sentence or two. */
  readonly error?: string
  /** Only if no format recognises it: what each makes of it. */
  readonly formats?: readonly FormatVerdict[]
  /** How much its record has of what; null if no record was read. */
  readonly people: number | null
  readonly remarks: number | null
  readonly decisions: number | null
  readonly motions: number | null
  readonly voteEvents: number | null
  readonly actionItems: number | null
  /** Only in a dry run: what was read, and how it differs from what the archive has. */
  readonly dryRun?: DryRun
  /** Whether the sample record was removed for it; in a dry run, whether it would be. */
  readonly removedSample: boolean
  /** What a language model took to read it, or would take. */
  readonly modelUse?: Ingested['modelUse']
}

const emptyOutcome = {
  sha256: null,
  format: null,
  meeting: null,
  counts: null,
  findings: [],
  people: null,
  remarks: null,
  decisions: null,
  motions: null,
  voteEvents: null,
  actionItems: null,
  removedSample: false,
  modelUse: null,
}

const contextFileReasons = {
  register: 'It is a register of people or bodies, used for the records beside it.',
  facts: 'It states facts about the records beside it.',
} as const

/** The outcome for a file that is no record itself but helps to read those beside it. */
export const contextFile = (file: string, is: keyof typeof contextFileReasons): IngestedDocument => ({
  ...emptyOutcome,
  file,
  status: 'skipped',
  reason: is === 'register' ? 'register' : 'context',
  error: contextFileReasons[is],
})

/** The outcome for a file that cannot be read or is not accepted: skipped if found in a folder, failed if given by name. */
export const unreadable = (found: FoundDocument | NotFound, error: string): IngestedDocument =>
  'walked' in found && found.walked
    ? { ...emptyOutcome, file: found.file, status: 'skipped', reason: 'unreadable', error }
    : failed(found, error)

/** The outcome for a file that should have been readable, wherever it was found. */
export const failed = ({ file }: FoundDocument | NotFound, error: string): IngestedDocument => ({
  ...emptyOutcome,
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
    return { ...emptyOutcome, file, sha256, ...skipped, error: outcome.message, ...verdictsOf(outcome) }
  }
  const { kind: _, status, format, totals, dryRun, ...rest } = outcome
  return {
    file,
    sha256,
    format,
    status: statuses[status],
    ...rest,
    ...totals,
    ...(dryRun ? { dryRun } : {}),
  }
}

const verdictsOf = (refused: UserError): Pick<IngestedDocument, 'formats'> =>
  refused.kind === 'DocumentNotRecognizedError' && refused.formats.length > 0 ? { formats: refused.formats } : {}

/** Why a file found in a folder is no record; undefined for a record that was refused, for example under `--strict`. */
function skipReason(refused: UserError): SkipReason | undefined {
  if (refused.kind === 'DocumentNotRecognizedError') return 'unrecognized'
  const isFile = ({ path }: { path: string[] }) => path.length === 1 && path[0] === 'file'
  return refused.kind === 'InvalidInputError' && refused.fields.every(isFile) ? 'unreadable' : undefined
}
