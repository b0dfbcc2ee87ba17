/** Scripts written without spaces, and Hangul; must agree with `spaced` in the migrations. */
const spaceless =
  '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005-\\u3007\\u3041-\\u309F\\u30A1-\\u30FA\\u30FC-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7AF\\u{20000}-\\u{3FFFF}'
const spacelessRun = new RegExp(`[${spaceless}]+`, 'gu')
const oneSpaceless = new RegExp(`^[${spaceless}]$`, 'u')

const gaps = ' \\t\\n\\r\\f\\v\\u00A0\\u2000-\\u200A\\u2013\\u2014\\u2022\\u2026\\u2028\\u2029\\u202F\\u205F\\u3000'
export const isGap = (character: string | undefined): boolean => character !== undefined && gap.test(character)
const gap = new RegExp(`^[${gaps}]$`, 'u')

/** A Postgres pattern for what separates words: gaps, and scripts without spaces. */
export const betweenWords = `[${gaps}${spaceless.replace(/\\u\{(\w+)\}/g, '\\U000$1')}]+`
const printedWord = new RegExp(`[^${gaps}${spaceless}]+`, 'gu')

/** A quoted phrase or a word of a query, with a minus before it. */
const queryToken = /(-?)("[^"]*"?|[^\s"]+)/gu

/**
 * Turns each word in a script without spaces into a phrase: it is searched by pairs of characters, which must be adjacent, and a
 * minus must exclude them together.
 */
export const withPhrases = (query: string): string =>
  query.replace(queryToken, (token, minus: string, word: string) =>
    word.startsWith('"') || word.search(spacelessRun) < 0 ? token : `${minus}"${word}"`,
  )

/** The stretches of scripts without spaces in a query. */
export const spacelessWords = (query: string): string[] =>
  [...query.matchAll(queryToken)].flatMap(([, minus, word = '']) =>
    minus ? [] : (word.normalize('NFKC').match(spacelessRun) ?? []),
  )

/** A range `[start, end)` of a text, in UTF-16 units. */
export interface Stretch {
  start: number
  end: number
}

/** The words of a text, separated by `betweenWords`. */
export const printedWords = (text: string): (Stretch & { word: string })[] =>
  [...text.matchAll(printedWord)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }))

/** A lexeme in a printed tsquery, with what follows it. */
const lexeme = /'((?:[^'\\]|''|\\.)*)'(:\*)?/gu

/** Replaces each lexeme of a printed tsquery. `word` is unquoted. */
export const eachLexeme = (query: string, replace: (word: string, printed: string) => string): string =>
  query.replace(lexeme, (printed, word: string) =>
    replace(word.replaceAll("''", "'").replaceAll('\\\\', '\\'), printed),
  )

/** Makes a single character of a script without spaces match every pair that begins with it. */
export const withSingles = (query: string): string =>
  eachLexeme(query, (word, printed) => (oneSpaceless.test(word) ? `${printed}:*` : printed))

/** A tsquery that matches any one of the lexemes of `query`. */
export const anyOf = (query: string): string => [...query.matchAll(lexeme)].map(([printed]) => printed).join(' | ')
