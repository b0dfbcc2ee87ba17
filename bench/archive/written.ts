import type { Pieces } from '@rapporteur/reader/record'

/** A text as it is written, each stretch with its place in it. */
export class Written {
  readonly #parts: string[] = []
  #length = 0

  get text(): string {
    return this.#parts.join('')
  }

  /** What `write` adds, and where. */
  stretch(write: () => void): { text: string; piece: Pieces[number] } {
    const [start, first] = [this.#length, this.#parts.length]
    write()
    return { text: this.#parts.slice(first).join(''), piece: [start, this.#length] }
  }

  add(words: string): Pieces[number] {
    const start = this.#length
    this.#parts.push(words)
    this.#length += words.length
    return [start, this.#length]
  }
}
