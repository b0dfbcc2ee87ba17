import { fold } from '@rapporteur/reader/names'
import { type Features, featuresOf, similarity } from '@rapporteur/reader/people/similarity'
import { pairBySimilarity } from './by-similarity.js'
import { pairInOrder } from './in-order.js'

/** One of a sequence of texts; `label` is its printed number, or another name that tells it apart. */
export interface LabelledText {
  text: string
  label: string | null
  /** Who says it, where the same words of somebody else are not the same. */
  speaker?: string
}

/** How alike two texts have to be to be the same one: in its place or under its label, or anywhere. */
const inPlace = 0.5
const anywhere = 0.7

/**
 * Which text of `after` is which of `before` (index → index): equal texts in order; equal texts that moved; equal labels
 * whose texts are alike; the most alike between the same neighbours; the most alike of what is left.
 */
export function alignTexts(before: readonly LabelledText[], after: readonly LabelledText[]): Map<number, number> {
  const beforeKeys = before.map(keyOf)
  const afterKeys = after.map(keyOf)
  const pairs = pairInOrder(beforeKeys, afterKeys)
  const add = (found: Iterable<readonly [number, number]>) => {
    for (const [a, b] of found) pairs.set(a, b)
  }
  add(
    pairOnce(
      freeBefore(before, pairs),
      freeAfter(after, pairs),
      (b) => beforeKeys[b],
      (a) => afterKeys[a],
    ),
  )
  if (pairs.size === Math.min(before.length, after.length)) return pairs

  const features = { before: featuresOnce(before), after: featuresOnce(after) }
  const sameLabel = pairOnce(
    freeBefore(before, pairs),
    freeAfter(after, pairs),
    (b) => before[b]?.label ?? undefined,
    (a) => after[a]?.label ?? undefined,
  )
  add(sameLabel.filter(([a, b]) => similarity(features.after(a), features.before(b)) >= inPlace))
  const addAlike = (left: Left, least: number) => add(pairAlike(left, least, features))
  for (const gap of gaps(before.length, after.length, pairs)) {
    const taken = new Set(pairs.values())
    addAlike({ ...gap, before: gap.before.filter((b) => !taken.has(b)) }, inPlace)
  }
  addAlike({ before: freeBefore(before, pairs), after: freeAfter(after, pairs) }, anywhere)
  return pairs
}

const keyOf = ({ text, speaker = '' }: LabelledText): string => `${speaker}\n${fold(text)}`

/** Indices on both sides that have no partner yet. */
interface Left {
  before: number[]
  after: number[]
}

const indices = (items: readonly unknown[]) => items.map((_, i) => i)

const freeAfter = (after: readonly unknown[], pairs: ReadonlyMap<number, number>) =>
  indices(after).filter((a) => !pairs.has(a))

function freeBefore(before: readonly unknown[], pairs: ReadonlyMap<number, number>): number[] {
  const taken = new Set(pairs.values())
  return indices(before).filter((b) => !taken.has(b))
}

/** Pairs the keys that stand exactly once on each side; undefined is no key. */
function pairOnce(
  before: readonly number[],
  after: readonly number[],
  beforeKey: (b: number) => string | undefined,
  afterKey: (a: number) => string | undefined,
): [after: number, before: number][] {
  const once = (places: readonly number[], keyOf: (i: number) => string | undefined) => {
    const found = new Map<string, number | null>()
    for (const i of places) {
      const key = keyOf(i)
      if (key !== undefined) found.set(key, found.has(key) ? null : i)
    }
    return found
  }
  const known = once(before, beforeKey)
  return [...once(after, afterKey)].flatMap(([key, a]): [number, number][] => {
    const b = known.get(key)
    return a !== null && b != null ? [[a, b]] : []
  })
}

/** Each run of texts without a partner, with those of `before` that stand next to the same neighbours. */
function gaps(beforeLength: number, afterLength: number, pairs: ReadonlyMap<number, number>): Left[] {
  const taken = new Set(pairs.values())
  const run = (from: number, step: 1 | -1) => {
    const found: number[] = []
    for (let b = from; b >= 0 && b < beforeLength && !taken.has(b); b += step) found.push(b)
    return found
  }
  const found: Left[] = []
  for (let start = 0; start < afterLength; start++) {
    if (pairs.has(start)) continue
    let end = start
    while (end < afterLength && !pairs.has(end)) end++
    const behind = run((pairs.get(start - 1) ?? -1) + 1, 1)
    const ahead = run((pairs.get(end) ?? beforeLength) - 1, -1)
    found.push({
      before: [...new Set([...behind, ...ahead])].sort((one, other) => one - other),
      after: Array.from({ length: end - start }, (_, i) => start + i),
    })
    start = end
  }
  return found
}

type FeaturesAt = (i: number) => Features

/** Features are dear and few texts need them: made when first asked for, once. */
function featuresOnce(texts: readonly LabelledText[]): FeaturesAt {
  const known = new Map<number, Features>()
  return (i) => {
    const features = known.get(i) ?? featuresOf(texts[i]?.text ?? '')
    known.set(i, features)
    return features
  }
}

function pairAlike(
  left: Left,
  least: number,
  features: { before: FeaturesAt; after: FeaturesAt },
): [after: number, before: number][] {
  const found = pairBySimilarity(left.before.map(features.before), left.after.map(features.after), least)
  return [...found].map(([a, b]) => [left.after[a] ?? 0, left.before[b] ?? 0])
}
