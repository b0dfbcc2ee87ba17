import { commonWords } from '../english/common-words.js'
import { fold } from '../names.js'
import type { Outline } from '../outline/outline.js'
import { besideName, isName, namePlaces, nearName } from './beside.js'
import type { PrintedWords } from './printed.js'
import type { BodyLine } from './proposal.js'

/** Whether a text holds words as whole words, folded. */
export const holdsWords = (text: string, words: string): boolean => ` ${fold(text)} `.includes(` ${fold(words)} `)

/** Whether letters are first letters of a body's words, in order and from the first on: "LU" of the Littoral Union; or its beginning. */
const isShortFor = (letters: string, name: string): boolean => {
  const initials = fold(name)
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
  let at = 0
  for (const letter of initials) if (letter === letters.charAt(at) && (at > 0 || letter === initials.charAt(0))) at++
  return at === letters.length || fold(name).startsWith(letters)
}

const abbreviation = /^(?=.*\p{Lu}.*\p{Lu})\p{Lu}[\p{L}&.-]{1,9}$/u
const functionWords = new Set('the of and for in on at to a an de la le del der des its our'.split(' '))
const contentWords = (text: string): string[] =>
  fold(text)
    .split(' ')
    .filter((word) => !functionWords.has(word))

/** "Norlandish" and "Norland". */
const isAkin = (one: string, other: string): boolean => {
  const stem = Math.max(4, Math.min(one.length, other.length) - 3)
  return one.slice(0, stem) === other.slice(0, stem)
}

/** Whether words are a form of a body's name: they share a word with one, abbreviate one, are common words ("the company"), or stand near one. */
export const isBodyForm = (
  outline: Outline,
  index: PrintedWords,
  { name, printed }: Pick<BodyLine, 'name' | 'printed'>,
  words: string,
): boolean => {
  const forms = [name, ...(printed ?? [])]
  const bare = words.replace(/^the\s+/i, '')
  const own = new Set(forms.flatMap(contentWords))
  if (contentWords(bare).some((word) => own.has(word))) return true
  if (contentWords(bare).every((word) => commonWords.has(word) || [...own].some((one) => isAkin(one, word))))
    return true
  const letters = fold(bare.replace(/[^\p{Lu}]/gu, ''))
  if (abbreviation.test(bare) && forms.some((form) => isShortFor(letters, form))) return true
  const places = namePlaces(index, forms)
  return besideName(outline, index, places, bare) !== null || (!isName(bare) && nearName(index, places, bare) !== null)
}
