/**
 * A function that remembers what it last gave: for what is told from a header, which most requests have alike.
 */
export function ofLatest<Result>(make: (text: string | undefined) => Result): (text: string | undefined) => Result {
  let latest: { readonly text: string | undefined; readonly result: Result } | undefined
  return (text) => {
    if (latest === undefined || latest.text !== text) latest = { text, result: make(text) }
    return latest.result
  }
}
