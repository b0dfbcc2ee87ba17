import { once } from '../once.js'
import type { HasText } from './capitals.js'

const isLetter = (code: number, of: RegExp): boolean => of.test(String.fromCharCode(code))
const isLower = (code: number): boolean => (code >= 97 && code <= 122) || (code > 127 && isLetter(code, /\p{Ll}/u))
const isOther = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code > 127 && isLetter(code, /[\p{L}\p{N}]/u))

/** The words of a text that it writes in lower case, letters only. Goes by characters, since it goes through all of the text. */
const lowerWordsIn = once(({ text }: HasText): ReadonlySet<string> => {
  const used = new Set<string>()
  let start = -1
  let isWord = true
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32
    if (isLower(code)) start = start < 0 ? i : start
    else if (isOther(code)) {
      start = start < 0 ? i : start
      isWord = false
    } else {
      if (start >= 0 && isWord && i - start < longest) used.add(text.slice(start, i))
      start = -1
      isWord = true
    }
  }
  return used
})

/** Longer words are no names. */
const longest = 64

/** Those of some words that a text uses in lower case. */
export const usedInLowerCase = (of: HasText, wanted: readonly string[]): ReadonlySet<string> => {
  const used = lowerWordsIn(of)
  return new Set(wanted.filter((word) => used.has(word)))
}
