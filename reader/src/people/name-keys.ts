import { fold, nameTokens, sortName } from '../names.js'

/** The form by which a name is the same name; never empty. */
export const nameKey = (name: string): string => fold(name) || name.trim().toLowerCase()

/** First and last word of a name, sorted: equal for names that differ in order or in middle names. A doubt, never a match. */
export function looseKey(name: string): string {
  const words = nameTokens(name)
  return [...new Set([words[0] ?? nameKey(name), words.at(-1) ?? ''])].sort().join(' ').trim()
}

/** How the sort names of all begin who have this family name and first initial, as in "moss a"; null for a family name alone. */
export function initialPrefix(name: string): string | null {
  const [first, family] = nameTokens(name)
  if (first === undefined || family === undefined) return null
  const sorted = sortName(name)
  const at = sorted.indexOf(` ${first[0]}`)
  return at > 0 ? sorted.slice(0, at + 2) : null
}

/** Whether one of two folded names has the other's family name, and an initial for its first ("a moss", "ada moss"). */
export function differInInitial(one: string, other: string): boolean {
  const [short, long] = [one, other].map((key) => key.split(' ')).sort(([a = ''], [b = '']) => a.length - b.length)
  const [initial = '', first = ''] = [short?.[0], long?.[0]]
  const sameFamily = short?.at(-1) === long?.at(-1) && short !== undefined && short.length > 1
  return sameFamily && initial.length === 1 && first.length > 1 && first.startsWith(initial)
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
