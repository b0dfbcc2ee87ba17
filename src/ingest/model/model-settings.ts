/** A language model behind an OpenAI-compatible endpoint. */
export interface ModelSettings {
  /** Where the endpoint is, with its path: http://127.0.0.1:11434/v1 */
  readonly url: string
  readonly model: string
  readonly key?: string | undefined
  /** How many tokens the model takes together, question and answer. */
  readonly context: number
  /** How long one question may go without a word of the answer, in milliseconds. */
  readonly timeoutMs: number
}

interface Configured {
  readonly modelUrl?: string | undefined
  readonly model?: string | undefined
  readonly modelKey?: string | undefined
  readonly modelContext: number
  readonly modelTimeout: number
}

/** The model that the settings name; null where they name none. */
export const modelOf = ({ modelUrl, model, modelKey, modelContext, modelTimeout }: Configured): ModelSettings | null =>
  modelUrl && model ? { url: modelUrl, model, key: modelKey, context: modelContext, timeoutMs: modelTimeout } : null
