import { anyOf, eachLexeme } from './words.js'

/** Three tsqueries for the words of a name, each wider than the one before. */
export interface NameQuery {
  /** The words themselves. */
  exact: string
  /** Words with these prefixes. */
  begun: string
  /** Words with one letter added, missing, changed, or two letters swapped. */
  mistyped: string
  /** Any one of the words, in one of these ways. */
  marks: string
}

/** Queries with more words are not treated as mistyped names. */
const MAX_MISTYPED_WORDS = 8

/** Widens the tsquery of a name, in the form that Postgres prints. Name vectors have no positions, so a phrase means all its words. */
export function nameQuery(printed: string): NameQuery {
  const exact = printed.replace(/ <(?:-|\d+)> /g, ' & ')
  const begun = eachLexeme(exact, (word, quoted) => (word.length > 2 ? `${quoted}:*` : quoted))
  let words = 0
  const mistyped = eachLexeme(exact, (word, quoted) =>
    words++ < MAX_MISTYPED_WORDS ? `(${[begunOr(word, quoted), ...variants(word)].join(' | ')})` : quoted,
  )
  return { exact, begun, mistyped, marks: anyOf(mistyped) }
}

const begunOr = (word: string, quoted: string) => (word.length > 2 ? `${quoted}:*` : quoted)

/**
 * Name vectors contain each word of 4 to 24 letters with one letter deleted, after a tilde, for every letter. A word with a missing,
 * extra or wrong letter matches one of these. Words with digits must match exactly, because they would be other numbers.
 */
function variants(word: string): string[] {
  const letters = [...word]
  if (letters.length < 3 || letters.length > 25 || /\d/.test(word)) return []
  const shorter = letters.length < 4 ? [] : letters.map((_, i) => letters.toSpliced(i, 1).join(''))
  return [`'~${word}'`, ...new Set(shorter.flatMap((less) => [`'${less}'`, `'~${less}'`]))]
}
