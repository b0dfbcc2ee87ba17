import { anyOf, eachLexeme } from './words.js'

/** Three tsqueries over the words of a name, each wider than the one before. */
export interface NameQuery {
  /** The words themselves. */
  exact: string
  /** Words that begin so. */
  begun: string
  /** Words that one letter more, less or other makes of them, or two that changed places. */
  mistyped: string
  /** Any one of the words, so far. */
  marks: string
}

/** More words than this are no name that somebody mistyped. */
const mostMistyped = 8

/** The tsquery of the words of a name, as Postgres prints it, made wider. A name's vector has no positions: a phrase is all of its words. */
export function nameQuery(printed: string): NameQuery {
  const exact = printed.replace(/ <(?:-|\d+)> /g, ' & ')
  const begun = eachLexeme(exact, (word, quoted) => (word.length > 2 ? `${quoted}:*` : quoted))
  let words = 0
  const mistyped = eachLexeme(exact, (word, quoted) =>
    words++ < mostMistyped ? `(${[begunOr(word, quoted), ...variants(word)].join(' | ')})` : quoted,
  )
  return { exact, begun, mistyped, marks: anyOf(mistyped) }
}

const begunOr = (word: string, quoted: string) => (word.length > 2 ? `${quoted}:*` : quoted)

/**
 * The vector holds each word of 4 to 24 letters without one of its letters, behind a tilde. So a word that lacks a letter, has
 * one too many or a wrong one meets it in one of these. Words with digits are never mistyped: they would be other numbers.
 */
function variants(word: string): string[] {
  const letters = [...word]
  if (letters.length < 3 || letters.length > 25 || /\d/.test(word)) return []
  const shorter = letters.length < 4 ? [] : letters.map((_, i) => letters.toSpliced(i, 1).join(''))
  return [`'~${word}'`, ...new Set(shorter.flatMap((less) => [`'${less}'`, `'~${less}'`]))]
}
