/** Signals that the client of a request has gone away: an AbortSignal, or a cheaper substitute. */
export interface Departure {
  /** Whether the client has gone away. */
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** A Departure that its owner triggers. Creating an AbortController would take as long as the rest of a short request. */
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
