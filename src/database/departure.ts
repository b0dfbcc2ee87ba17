/** Tells that nobody waits for an answer any more: an AbortSignal, or what is lighter than one, which a request has to be. */
export interface Departure {
  /** Whether whoever asks has gone. */
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** One whose owner says when. To make an AbortController for each request takes as long as the rest of a short one. */
export class Leaving implements Departure {
  aborted = false
  #listeners: readonly (() => void)[] = []

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners = [...this.#listeners, listener]
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners = this.#listeners.filter((other) => other !== listener)
  }

  abort(): void {
    if (this.aborted) return
    this.aborted = true
    for (const listener of this.#listeners) listener()
  }
}
