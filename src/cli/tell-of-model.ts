import type { ModelReadings } from '../ingest/model/read-by-model.js'

interface Output {
  write(text: string): unknown
  isTTY?: boolean
}

/** Tells on a terminal how far a model has read, and afterwards the tokens that it took. */
export const tellOfModel = (err: Output): Pick<ModelReadings, 'onProgress' | 'onUsage'> => ({
  onProgress: ({ fileName }, { done, total }) => {
    if (err.isTTY) err.write(`\r\x1b[K${fileName}: the model has read ${done} of ${total} blocks`)
  },
  onUsage: ({ fileName }, { asked, answered, parts }) => {
    const inParts = parts > 1 ? `, in ${parts} parts` : ''
    err.write(
      `${err.isTTY ? '\r\x1b[K' : ''}${fileName}: read by the model with ${asked} tokens asked and ${answered} answered${inParts}.\n`,
    )
  },
})
