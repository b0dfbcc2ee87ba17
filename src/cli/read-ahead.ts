/**
 * Works on items while earlier results are used, and gives the results in the order of the items: never more than `ahead` of them
 * are under way or wait, so that memory does not grow with their number. An error is thrown when its item's turn comes.
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
    result.catch(() => {}) // thrown in its turn, or of no interest once nobody asks for more
    waiting.push({ item, result })
    if (waiting.length <= ahead) continue
    const first = await next()
    if (first) yield first
  }
  for (let first = await next(); first; first = await next()) yield first
}
