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
