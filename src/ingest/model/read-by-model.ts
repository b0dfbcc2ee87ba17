import type { GivenFile } from '@rapporteur/reader/files/reading'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { printProposal } from '@rapporteur/reader/proposal/parse'
import { DocumentNotRecognizedError } from '@rapporteur/reader/read'
import type { SourceText } from '@rapporteur/reader/source'
import { type DocumentOptions, type DocumentReading, type ReadDocument, sha256 } from '../read-document.js'
import { ModelError } from './model-error.js'
import type { ModelSettings } from './model-settings.js'
import type { ModelProgress } from './progress.js'
import { estimatedUsage, proposeByModel } from './propose.js'
import type { ModelUse } from './usage.js'

/** What a model answered to the task of a document before; null where it was not asked. */
export type StoredAnswer = (sha256: string, model: string) => Promise<string | null>

/** What is told while a model reads, and what ends it. */
export interface ModelWatch {
  /** What the model is about to be asked is estimated to take this. */
  readonly onAsk?: ((file: GivenFile, use: ModelUse) => void) | undefined
  readonly onProgress?: ((file: GivenFile, progress: ModelProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

export interface ModelReadings extends ModelWatch {
  readonly settings: ModelSettings | null
  readonly readText: (file: GivenFile) => Promise<SourceText>
  readonly storedAnswer: StoredAnswer
  /** Whether `auto` only tells what the model would take, in place of asking it: in a dry run. */
  readonly onlyEstimates?: boolean | undefined
}

/** Kinds that rules read well: their speakers are marked, labelled, or named in headings. */
const readByRules: ReadonlySet<string> = new Set(['akoma-ntoso', 'parlamint', 'meeting-record', 'labelled', 'summary'])

const notConfigured =
  'No model is configured. Set RAPPORTEUR_MODEL_URL and RAPPORTEUR_MODEL where the server or the command that reads starts, or read by rules (--reader rules).'

/**
 * Reads by a language model what is asked to be read by one; with `auto`, prose, where a model is configured. All else, and what a proposal is
 * given for, is read as before. What the model answered to the same bytes before is taken again.
 *
 * @throws ModelError
 */
export const withModel =
  (read: ReadDocument, model: ModelReadings): ReadDocument =>
  async (file, options) => {
    const { reader = 'auto' } = options
    const { settings } = model
    if (options.proposal !== undefined || reader === 'rules') return read(file, options)
    if (settings === null) {
      if (reader === 'model') throw new ModelError('UNREACHABLE', notConfigured)
      return read(file, options)
    }
    if (reader === 'model') return readByModel(read, { ...model, settings }, file, options)
    const byRules = await read(file, options).catch(alsoByModel)
    if (readByRules.has(byRules.format.format) || options.format !== undefined) return byRules
    return readByModel(read, { ...model, settings }, file, options, byRules)
  }

/** Rules refuse it; whether it is worth a model's time, its user knows. */
const alsoByModel = (error: unknown): never => {
  if (!(error instanceof DocumentNotRecognizedError)) throw error
  throw new DocumentNotRecognizedError(
    `${error.message} The configured model may read it: --reader model.`,
    error.verdicts,
  )
}

type Configured = ModelReadings & { readonly settings: ModelSettings }

const readByModel = async (
  read: ReadDocument,
  { settings, readText, storedAnswer, onlyEstimates, onAsk, onProgress, signal }: Configured,
  file: GivenFile,
  options: DocumentOptions,
  byRules: DocumentReading | null = null,
): Promise<DocumentReading> => {
  const hash = sha256(file.bytes)
  const stored = await storedAnswer(hash, settings.model)
  if (stored !== null) return read(file, { ...options, proposal: stored })
  const outline = outlineOf(await readText(file))
  const { model } = settings
  const estimated = { model, ...estimatedUsage(outline, settings.context), wasAsked: false }
  if (byRules && onlyEstimates) return { ...byRules, use: estimated }
  onAsk?.(file, estimated)
  const { proposal, usage } = await proposeByModel(outline, hash, settings, {
    signal,
    onProgress: (progress) => onProgress?.(file, progress),
  })
  const reading = await read(file, { ...options, proposal: printProposal(proposal) })
  return { ...reading, use: { model, ...usage, wasAsked: true } }
}
