/** A stretch of both sequences, ends exclusive. */
interface Stretch {
  before: [start: number, end: number]
  after: [start: number, end: number]
}

/** From this many cells on, a table of all pairs costs more than the exactness is worth. */
const largestTable = 250_000

/**
 * Pairs equal keys of two sequences so that no pairs cross: index in `after` → index in `before`. Patience diff: common ends
 * first, then the keys that stand once on both sides, then the same within the stretches between them. Memory is linear.
 */
export function pairInOrder(before: readonly string[], after: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const open: Stretch[] = [{ before: [0, before.length], after: [0, after.length] }]
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const middle = pairEnds(before, after, stretch, pairs)
    if (middle.before[0] === middle.before[1] || middle.after[0] === middle.after[1]) continue
    const anchors = longestRising(keysOnce(before, after, middle))
    if (anchors.length === 0) pairRepeated(before, after, middle, pairs)
    else open.push(...between(anchors, middle, pairs))
  }
  return pairs
}

/** Pairs what is equal at both ends of a stretch, and gives what is left between. */
function pairEnds(
  before: readonly string[],
  after: readonly string[],
  stretch: Stretch,
  pairs: Map<number, number>,
): Stretch {
  let [b, bEnd] = stretch.before
  let [a, aEnd] = stretch.after
  while (b < bEnd && a < aEnd && before[b] === after[a]) pairs.set(a++, b++)
  while (b < bEnd && a < aEnd && before[bEnd - 1] === after[aEnd - 1]) pairs.set(--aEnd, --bEnd)
  return { before: [b, bEnd], after: [a, aEnd] }
}

type Anchor = [after: number, before: number]

/** Places of the keys that stand exactly once on each side of a stretch, in the order of `after`. */
function keysOnce(before: readonly string[], after: readonly string[], stretch: Stretch): Anchor[] {
  const places = (keys: readonly string[], [start, end]: [number, number]) => {
    const found = new Map<string, number>() // -1: more than one
    for (let i = start; i < end; i++) found.set(keys[i] ?? '', found.has(keys[i] ?? '') ? -1 : i)
    return found
  }
  const inBefore = places(before, stretch.before)
  return [...places(after, stretch.after)].flatMap(([key, a]): Anchor[] => {
    const b = inBefore.get(key) ?? -1
    return a >= 0 && b >= 0 ? [[a, b]] : []
  })
}

/** The longest run of anchors whose places rise on both sides (patience sorting). */
function longestRising(anchors: readonly Anchor[]): Anchor[] {
  const tops: number[] = [] // for each length, the anchor with the lowest end
  const previous: number[] = []
  anchors.forEach(([, b], i) => {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((anchors[tops[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1
      else high = middle
    }
    previous[i] = low > 0 ? (tops[low - 1] ?? -1) : -1
    tops[low] = i
  })
  const run: Anchor[] = []
  for (let i = tops.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) {
    const anchor = anchors[i]
    if (anchor) run.push(anchor)
  }
  return run.reverse()
}

/** Pairs the anchors, and gives the stretches between them. */
function between(anchors: readonly Anchor[], stretch: Stretch, pairs: Map<number, number>): Stretch[] {
  const stretches: Stretch[] = []
  let [a] = stretch.after
  let [b] = stretch.before
  for (const [anchorA, anchorB] of anchors) {
    pairs.set(anchorA, anchorB)
    stretches.push({ before: [b, anchorB], after: [a, anchorA] })
    a = anchorA + 1
    b = anchorB + 1
  }
  stretches.push({ before: [b, stretch.before[1]], after: [a, stretch.after[1]] })
  return stretches
}

/** A stretch without a key that stands once on both sides: the longest common run if it is small, else the next equal one. */
function pairRepeated(
  before: readonly string[],
  after: readonly string[],
  { before: [bStart, bEnd], after: [aStart, aEnd] }: Stretch,
  pairs: Map<number, number>,
): void {
  const height = bEnd - bStart
  const width = aEnd - aStart
  if (height * width > largestTable) {
    pairNext(before, after, { before: [bStart, bEnd], after: [aStart, aEnd] }, pairs)
    return
  }
  const lengths = new Uint32Array((height + 1) * (width + 1)) // of the longest common run of what follows
  const at = (b: number, a: number) => lengths[b * (width + 1) + a] ?? 0
  for (let b = height - 1; b >= 0; b--)
    for (let a = width - 1; a >= 0; a--)
      lengths[b * (width + 1) + a] =
        before[bStart + b] === after[aStart + a] ? at(b + 1, a + 1) + 1 : Math.max(at(b + 1, a), at(b, a + 1))
  for (let b = 0, a = 0; b < height && a < width; ) {
    if (before[bStart + b] === after[aStart + a]) pairs.set(aStart + a++, bStart + b++)
    else if (at(b + 1, a) >= at(b, a + 1)) b++
    else a++
  }
}

/** Each key of `after` with the next equal one of `before`: not the longest run, but linear. */
function pairNext(
  before: readonly string[],
  after: readonly string[],
  { before: [bStart, bEnd], after: [aStart, aEnd] }: Stretch,
  pairs: Map<number, number>,
): void {
  const places = new Map<string, number[]>() // last first
  for (let b = bEnd - 1; b >= bStart; b--) {
    const key = before[b] ?? ''
    const known = places.get(key)
    if (known) known.push(b)
    else places.set(key, [b])
  }
  let passed = bStart
  for (let a = aStart; a < aEnd; a++) {
    const queue = places.get(after[a] ?? '')
    while (queue && (queue.at(-1) ?? passed) < passed) queue.pop()
    const b = queue?.pop()
    if (b === undefined) continue
    pairs.set(a, b)
    passed = b + 1
  }
}
