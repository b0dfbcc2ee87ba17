/**
 * A function that works out its answer for each object once, and gives the same one from then on. What it gives is kept as long
 * as the object is, and must not be changed by whoever gets it.
 */
export const once = <Key extends object, Value>(work: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const found = known.get(key) ?? { value: work(key) }
    known.set(key, found)
    return found.value
  }
}

/** How many answers are remembered of each function. */
const mostAnswers = 4000

/** What is remembered of the document that is being read. */
const ofDocument: Map<string, unknown>[] = []
let isReading = false

/** Reads a document, and forgets what was remembered of it at the end, however that comes. */
export const reading = <Result>(read: () => Result): Result => {
  isReading = true
  try {
    return read()
  } finally {
    isReading = false
    for (const known of ofDocument) known.clear()
  }
}

/**
 * A function of texts that remembers its answers while a document is read, for several formats ask the same of the same lines,
 * sentences and names; outside of a reading it remembers nothing. What it gives must not be changed by whoever gets it, and is never
 * undefined.
 */
export const whileReading = <Value extends object | string | number | boolean | null>(
  work: (text: string) => Value,
): ((text: string) => Value) => {
  const known = new Map<string, Value>()
  ofDocument.push(known)
  return (text) => {
    if (!isReading) return work(text)
    const found = known.get(text)
    if (found !== undefined) return found
    const value = work(text)
    if (known.size >= mostAnswers) known.clear()
    known.set(text, value)
    return value
  }
}
