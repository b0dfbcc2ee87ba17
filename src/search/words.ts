/** Scripts that are written without spaces, and Hangul: as `spaced` of the migrations has them. */
const spaceless =
  '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3005-\\u3007\\u3041-\\u309F\\u30A1-\\u30FA\\u30FC-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7AF\\u{20000}-\\u{3FFFF}'
const spacelessRun = new RegExp(`[${spaceless}]+`, 'gu')
const oneSpaceless = new RegExp(`^[${spaceless}]$`, 'u')

const gaps = ' \\t\\n\\r\\f\\v\\u00A0\\u2000-\\u200A\\u2013\\u2014\\u2022\\u2026\\u2028\\u2029\\u202F\\u205F\\u3000'
export const isGap = (character: string | undefined): boolean => character !== undefined && gap.test(character)
const gap = new RegExp(`^[${gaps}]$`, 'u')

/** What stands between the words of a text, as Postgres writes a pattern: gaps, and scripts without spaces. */
export const betweenWords = `[${gaps}${spaceless.replace(/\\u\{(\w+)\}/g, '\\U000$1')}]+`
const printedWord = new RegExp(`[^${gaps}${spaceless}]+`, 'gu')

/** A quoted phrase or a word of a query, with the minus before it. */
const queryToken = /(-?)("[^"]*"?|[^\s"]+)/gu

/**
 * A query of which each word in a script without spaces is a phrase: it is searched by pairs of its characters, which have
 * to stand together, and of which a minus means none.
 */
export const withPhrases = (query: string): string =>
  query.replace(queryToken, (token, minus: string, word: string) =>
    word.startsWith('"') || word.search(spacelessRun) < 0 ? token : `${minus}"${word}"`,
  )

/** The stretches of scripts without spaces that a query asks for. */
export const spacelessWords = (query: string): string[] =>
  [...query.matchAll(queryToken)].flatMap(([, minus, word = '']) =>
    minus ? [] : (word.normalize('NFKC').match(spacelessRun) ?? []),
  )

/** Where `[start, end)` of a text something stands, in UTF-16 units. */
export interface Stretch {
  start: number
  end: number
}

/** The words of a text as `betweenWords` parts them. */
export const printedWords = (text: string): (Stretch & { word: string })[] =>
  [...text.matchAll(printedWord)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }))

/** A lexeme of a tsquery as Postgres prints it, with what follows it. */
const lexeme = /'((?:[^'\\]|''|\\.)*)'(:\*)?/gu

/** A tsquery as Postgres prints it, with each lexeme replaced. `word` is unquoted. */
export const eachLexeme = (query: string, replace: (word: string, printed: string) => string): string =>
  query.replace(lexeme, (printed, word: string) =>
    replace(word.replaceAll("''", "'").replaceAll('\\\\', '\\'), printed),
  )

/** A tsquery in which a single character of a script without spaces stands for each pair that begins with it. */
export const withSingles = (query: string): string =>
  eachLexeme(query, (word, printed) => (oneSpaceless.test(word) ? `${printed}:*` : printed))

/** A tsquery that any one of the lexemes of `query` fits. */
export const anyOf = (query: string): string => [...query.matchAll(lexeme)].map(([printed]) => printed).join(' | ')
