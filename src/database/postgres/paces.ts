/** How many milliseconds a statement may take, on average, for others to wait behind it. */
const QUICK = 10

/** How many milliseconds statements that went together may take before each is measured by itself again. */
const SUSPICIOUS = 30

/**
 * How long named statements take: moving averages of milliseconds, in which the last time counts for a quarter. A time ends when
 * this process gets to read the answer; so what its event loop takes for a turn is taken off.
 */
export class Paces {
  readonly #paces = new Map<string, number>()
  #turn = 0

  isQuick(name: string | undefined): boolean {
    return name !== undefined && (this.#paces.get(name) ?? Number.POSITIVE_INFINITY) < QUICK
  }

  /** Notes how long something that was due had to wait for its turn. */
  noteTurn(ms: number): void {
    this.#turn = averaged(this.#turn, ms)
  }

  /** Notes statements that had been sent together at a time of `performance.now()`, and have been answered. */
  note(names: readonly (string | undefined)[], sent: number): void {
    const ms = Math.max(0, performance.now() - sent - this.#turn)
    for (const name of names) {
      if (name === undefined) continue
      if (names.length > 1 && ms > SUSPICIOUS) this.#paces.delete(name)
      else this.#paces.set(name, averaged(this.#paces.get(name) ?? ms / names.length, ms / names.length))
    }
  }
}

const averaged = (before: number, ms: number) => before + (ms - before) / 4
