import type { ModelWatch } from '../ingest/model/read-by-model.js'
import type { ModelUse } from '../ingest/model/usage.js'

interface Output {
  write(text: string): unknown
  isTTY?: boolean
}

/** Tells before a model reads what it will take, and on a terminal how far it has read. */
export const tellOfModel = (err: Output): Pick<ModelWatch, 'onAsk' | 'onProgress'> => ({
  onAsk: ({ fileName }, use) => {
    err.write(`${err.isTTY ? '\r\x1b[K' : ''}${fileName}: ${use.model} reads it, with about ${tokensPhrase(use)}.\n`)
  },
  onProgress: ({ fileName }, { done, total }) => {
    if (err.isTTY) err.write(`\r\x1b[K${fileName}: the model has read ${done} of ${total} sentences`)
  },
})

const tokensPhrase = ({ asked, answered, parts }: ModelUse): string =>
  `${asked.toLocaleString('en')} tokens asked and ${answered.toLocaleString('en')} answered${parts > 1 ? `, in ${parts} parts` : ''}`

/** What a model took, or would take. */
export const usePhrase = (use: ModelUse): string =>
  use.wasAsked
    ? `Read by ${use.model} with ${tokensPhrase(use)}.`
    : `Read by rules for now; ${use.model} will read it, with about ${tokensPhrase(use)}. --reader model asks it now.`
