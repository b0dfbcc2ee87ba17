import type { HasText } from './capitals.js'
import { digit, kindOf, letter, small, space } from './characters.js'

/** Longer words are no names. */
const longest = 64

/** Whether some word can be one of these by its first letter and its length, so that most of a text need not be cut out. */
class Likely {
  private readonly lengths = new Uint8Array(128 * longest)

  constructor(words: Iterable<string>) {
    for (const word of words)
      if (word.length < longest && word.charCodeAt(0) < 128)
        this.lengths[word.charCodeAt(0) * longest + word.length] = 1
  }

  has(first: number, length: number): boolean {
    return length < longest && (first > 127 || this.lengths[first * longest + length] === 1)
  }
}

/** Those of some words that a text uses in lower case, letters only. Goes by characters, since it goes through all of the text. */
export const usedInLowerCase = ({ text }: HasText, wanted: readonly string[]): ReadonlySet<string> => {
  const words = new Set(wanted)
  const likely = new Likely(words)
  const used = new Set<string>()
  let start = -1
  let isWord = true
  for (let i = 0; i <= text.length; i++) {
    const kind = i < text.length ? kindOf(text.charCodeAt(i)) : space
    if ((kind & (letter | digit)) !== 0) {
      if (start < 0) start = i
      if ((kind & small) === 0) isWord = false
      continue
    }
    if (start >= 0 && isWord && likely.has(text.charCodeAt(start), i - start)) {
      const word = text.slice(start, i)
      if (words.has(word)) used.add(word)
    }
    start = -1
    isWord = true
  }
  return new Set(wanted.filter((word) => used.has(word)))
}
