import { whileReading } from '../once.js'
import { kindOf, letter, skipSpace, surrogate } from '../text/characters.js'
import { kindsOf } from './word-kinds.js'

/** A word of a text. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly lowered: string
  /** What it may be in a sentence, as bits of `is`. */
  readonly kinds: number
}

/** What is known of a word wherever it stands. */
const known = whileReading((text: string) => {
  const lowered = text.toLowerCase()
  return { text, lowered, kinds: kindsOf(text, lowered) }
})

const [apostrophe, hyphen, typographic] = [39, 45, 0x2019]
const pattern = /\p{L}[\p{L}'’-]*/uy

/** What is longer is no word, and is not gone through from each of its letters. */
const longest = 100

/** Where the word ends that begins at an offset; the offset where none does. */
const wordEnd = (text: string, start: number): number => {
  const last = Math.min(text.length, start + longest)
  let end = start
  for (; end < last; end++) {
    const code = text.charCodeAt(end)
    const kind = kindOf(code)
    if ((kind & letter) !== 0) continue
    if ((kind & surrogate) !== 0) {
      pattern.lastIndex = start
      return Math.min(last, start + (pattern.exec(text)?.[0].length ?? 0))
    }
    if (end === start || !(code === apostrophe || code === hyphen || code === typographic)) break
  }
  return end
}

/** The word that begins at an offset, white space before it skipped. */
export const wordAt = (text: string, offset: number): Word | null => {
  const start = skipSpace(text, offset)
  const end = wordEnd(text, start)
  if (end === start) return null
  const { text: found, lowered, kinds } = known(text.slice(start, end))
  return { text: found, start, end, lowered, kinds }
}
