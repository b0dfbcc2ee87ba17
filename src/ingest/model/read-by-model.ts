import type { GivenFile } from '@rapporteur/reader/files/reading'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { printProposal } from '@rapporteur/reader/proposal/parse'
import type { SourceText } from '@rapporteur/reader/source'
import { type DocumentOptions, type DocumentReading, type ReadDocument, sha256 } from '../read-document.js'
import { ModelError } from './model-error.js'
import type { ModelSettings } from './model-settings.js'
import { type ModelProgress, type ModelUsage, proposeByModel } from './propose.js'

/** An answer that is stored with a document, under what it was an answer to. */
export type StoredAnswer = (sha256: string, model: string) => Promise<string | null>

export interface ModelReadings {
  readonly settings: ModelSettings | null
  readonly readText: (file: GivenFile) => Promise<SourceText>
  readonly storedAnswer: StoredAnswer
  readonly onProgress?: ((file: GivenFile, progress: ModelProgress) => void) | undefined
  readonly onUsage?: ((file: GivenFile, usage: ModelUsage) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** Kinds that rules read well: their speakers are marked, labelled, or named in headings. */
const readByRules: ReadonlySet<string> = new Set(['akoma-ntoso', 'parlamint', 'meeting-record', 'labelled', 'summary'])

const notConfigured =
  'No model is configured. Set RAPPORTEUR_MODEL_URL and RAPPORTEUR_MODEL, or read by rules (--reader rules).'

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
    if (options.proposal !== undefined || reader === 'rules') return read(file, options)
    if (model.settings === null) {
      if (reader === 'model') throw new ModelError('UNREACHABLE', notConfigured)
      return read(file, options)
    }
    const byRules = reader === 'auto' ? await read(file, options) : null
    if (byRules && (readByRules.has(byRules.format.format) || options.format !== undefined)) return byRules
    return readByModel(read, model, model.settings, file, options)
  }

const readByModel = async (
  read: ReadDocument,
  { readText, storedAnswer, onProgress, onUsage, signal }: ModelReadings,
  settings: ModelSettings,
  file: GivenFile,
  options: DocumentOptions,
): Promise<DocumentReading> => {
  const hash = sha256(file.bytes)
  const stored = await storedAnswer(hash, settings.model)
  if (stored !== null) return read(file, { ...options, proposal: stored })
  const outline = outlineOf(await readText(file))
  const { proposal, usage } = await proposeByModel(outline, hash, settings, {
    signal,
    onProgress: (progress) => onProgress?.(file, progress),
  })
  onUsage?.(file, usage)
  return read(file, { ...options, proposal: printProposal(proposal) })
}
