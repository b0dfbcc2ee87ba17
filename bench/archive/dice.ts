import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Choices that a seed decides: the same seed always makes the same ones. */
export interface Dice {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  /** Whether something of this probability happens. */
  chance(probability: number): boolean
  one<T>(list: readonly T[]): T
  /** One of a list whose nth member is as likely as 1/n: few are frequent, most are rare, as words and speakers are. */
  frequent<T>(list: readonly T[]): T
  /** So many different members, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[]
}

export function dice(seed: number): Dice {
  const generator = xoroshiro128plus(seed)
  const int = (from: number, to: number): number => uniformInt(generator, from, to)
  const member = <T>(list: readonly T[], i: number): T => {
    const found = list[i]
    if (found === undefined) throw new RangeError('There is nothing to choose from.')
    return found
  }
  const fraction = (): number => int(0, 0x7fffffff) / 0x80000000
  return {
    int,
    chance: (probability) => fraction() < probability,
    one: (list) => member(list, int(0, list.length - 1)),
    frequent: (list) => member(list, Math.floor((list.length + 1) ** fraction()) - 1),
    some(list, count) {
      const left = list.map((_, i) => i)
      const chosen = Array.from(
        { length: Math.min(count, left.length) },
        () => left.splice(int(0, left.length - 1), 1)[0],
      )
      return chosen.sort((a = 0, b = 0) => a - b).map((i) => member(list, i ?? 0))
    },
  }
}
