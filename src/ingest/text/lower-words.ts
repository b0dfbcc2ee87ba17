const isLetter = (code: number, of: RegExp): boolean => of.test(String.fromCharCode(code))
const isLower = (code: number): boolean => (code >= 97 && code <= 122) || (code > 127 && isLetter(code, /\p{Ll}/u))
const isOther = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code > 127 && isLetter(code, /[\p{L}\p{N}]/u))

/** What a word can be told from another by without looking at all of it. */
const shapeOf = (first: number, length: number): number => first * 64 + Math.min(length, 63)

/** Those of some words that a text uses in lower case. Goes by characters, since it goes through all of the text. */
export const usedInLowerCase = (text: string, wanted: ReadonlySet<string>): ReadonlySet<string> => {
  const shapes = new Set([...wanted].map((word) => shapeOf(word.charCodeAt(0), word.length)))
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
      if (start >= 0 && isWord && shapes.has(shapeOf(text.charCodeAt(start), i - start))) {
        const word = text.slice(start, i)
        if (wanted.has(word)) used.add(word)
      }
      start = -1
      isWord = true
    }
  }
  return used
}
