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
  let start = 0
  // The kinds that all of a word's characters have.
  let kinds = small
  for (let i = 0; i <= text.length; i++) {
    const kind = i < text.length ? kindOf(text.charCodeAt(i)) : space
    if ((kind & (letter | digit)) !== 0) {
      kinds &= kind
      continue
    }
    if (kinds !== 0 && start < i && likely.has(text.charCodeAt(start), i - start)) {
      const word = text.slice(start, i)
      if (words.has(word)) used.add(word)
    }
    start = i + 1
    kinds = small
  }
  return new Set(wanted.filter((word) => used.has(word)))
}

/** Whether a text uses a word in lower case, which is quicker found out for a few words than for all together. */
export const isUsedInLowerCase = ({ text }: HasText, word: string): boolean => {
  if (word.length >= longest || !isSmall(word)) return false
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isInWord(text, at - 1) && !isInWord(text, at + word.length)) return true
  return false
}

const isInWord = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && (kindOf(text.charCodeAt(at)) & (letter | digit)) !== 0

const isSmall = (word: string): boolean => {
  for (let i = 0; i < word.length; i++) if ((kindOf(word.charCodeAt(i)) & small) === 0) return false
  return word !== ''
}
