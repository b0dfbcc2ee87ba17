/**
 * Processes items ahead of their consumer and yields the results in the items' order. At most `ahead` items are in progress or
 * waiting, so memory does not grow with their number. An error is thrown when its item's turn comes.
 */
export async function* readAhead<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  ahead: number,
): AsyncGenerator<{ item: Item; result: Result }> {
  const waiting: { item: Item; result: Promise<Result> }[] = []
  const next = async () => {
    const first = waiting.shift()
    return first && { item: first.item, result: await first.result }
  }
  for await (const item of items) {
    const result = work(item)
    result.catch(() => {}) // no unhandled rejection: the error is thrown in its turn, or never if the consumer stops
    waiting.push({ item, result })
    if (waiting.length <= ahead) continue
    const first = await next()
    if (first) yield first
  }
  for (let first = await next(); first; first = await next()) yield first
}
