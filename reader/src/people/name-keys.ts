import { fold, nameTokens } from '../names.js'

/** The form by which a name is the same name; never empty. */
export const nameKey = (name: string): string => fold(name) || name.trim().toLowerCase()

/** First and last word of a name, sorted: equal for names that differ in order or in middle names. A doubt, never a match. */
export function looseKey(name: string): string {
  const words = nameTokens(name)
  return [...new Set([words[0] ?? nameKey(name), words.at(-1) ?? ''])].sort().join(' ').trim()
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]{2}/u

/** Whether a folded name is more than a family name. Scripts without spaces write a full name as one word. */
export const isFullName = (key: string): boolean => key.includes(' ') || unspaced.test(key)

/** Whether two folded names could be one person's: no middle name of one contradicts those of the other ("a" fits "ann"). */
export function couldBeSame(one: string, other: string): boolean {
  const middle = (key: string) => key.split(' ').slice(1, -1)
  const fits = (word: string, words: readonly string[]) =>
    words.some((known) => known.startsWith(word) || word.startsWith(known))
  const [few, many] = [middle(one), middle(other)].sort((a, b) => a.length - b.length)
  return (few ?? []).every((word) => fits(word, many ?? []))
}
