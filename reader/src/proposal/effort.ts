/** Steps that a proposal may take for each word of the record and each character of the proposal; honest ones take a twentieth of it. */
const stepsForEach = 16
/** And so many for any. */
const leastSteps = 50_000

/**
 * How much work goes into a proposal: it ends in proportion to the lengths of record and proposal, whatever the proposal asks for. What is
 * left over then is not proven.
 */
export class Effort {
  /** Comparisons so far: words looked at, sentences covered, characters searched. */
  steps = 0
  readonly #most: number

  /** @param words of the record  @param characters of the proposal */
  constructor(words: number, characters: number) {
    this.#most = leastSteps + stepsForEach * (words + characters)
  }

  /** Takes steps. @returns whether there were so many left */
  spend(steps: number): boolean {
    this.steps = Math.min(this.steps + steps, this.#most + 1)
    return this.steps <= this.#most
  }
}
