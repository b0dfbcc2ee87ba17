import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** "long", or so many runs at most; without it what every run of the tests has time for. */
const asked = process.env.FAULTS

/** Whether what takes long is tried. */
export const isLong = asked !== undefined

/** How often a fault is tried: a few times in every run of the tests, as often as is promised with FAULTS=long. */
export const runs = (few: number, many: number): number =>
  asked === undefined ? few : asked === 'long' ? many : Math.min(many, Number(asked))

/** Instants at random, the same for the same FAULTS_SEED; a new one is taken for each long run, and printed. */
export function dice(): { seed: number; between: (least: number, most: number) => number } {
  const seed = Number(process.env.FAULTS_SEED ?? (isLong ? Date.now() % 1_000_000_007 : 1))
  const source = xoroshiro128plus(seed)
  const between = (least: number, most: number) => least + ((source.next() >>> 0) / 2 ** 32) * (most - least)
  return { seed, between }
}

/** Says what came of a long run, for the table in docs/reliability.md. */
export function report(what: string, figures: Record<string, number>): void {
  if (!isLong) return
  const told = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`)
  console.log(`${new Date().toISOString().slice(0, 10)} · ${what}: ${told.join(', ')}`)
}
