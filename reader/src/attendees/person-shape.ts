import { isBody } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { particles } from '../names.js'

const nameWord = /^(?:\p{Lu}[\p{L}'’.-]*|\p{Lu}\.)$/u
/** No printed name with its honorifics is longer. */
const longest = 300

const familyAndTitled =
  /^(?!(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Dame|Cllr|Cr)\b)((?:\p{Lu}[\p{L}'’-]*\s?){1,3}),\s+((?:Mr|Ms|Mrs|Dr|Prof)\.?\s+\p{Lu}[\p{L}.'’-]*)/u
const familyInCapitals =
  /^(\p{Lu}[\p{Lu}'’-]+(?: \p{Lu}[\p{Lu}'’-]+)*),\s+(\p{Lu}\p{Ll}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)?)(?=\s*(?:[,;(]|$))/u

/** "ROE, Anna (Ms.)" and "Roe, Ms. Anna" that a text begins with: the given name stands after a comma. */
export const invertedName = (text: string): { family: string; given: string; length: number } | null => {
  if (!text.slice(0, longest).includes(',')) return null
  const [all = '', family = '', given = ''] = familyAndTitled.exec(text) ?? familyInCapitals.exec(text) ?? []
  return family.length > 3 || /\.?\s/.test(given) ? { family, given, length: all.length } : null
}

/** Whether words are shaped like a person's name: two to six capitalized words and particles, and no body or title. */
export const isNameShaped = (name: string): boolean => {
  const words = name.replace(/,/g, '').trim().split(/\s+/)
  if (words.length < 2 || words.length > 6) return false
  const shaped = words.every((word, i) => nameWord.test(word) || (i > 0 && particles.has(word.toLowerCase())))
  return shaped && nameWord.test(words.at(-1) ?? '') && !isBody(name) && !holdsTitle(name)
}
