import { isBody } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { particles } from '../names.js'

const nameWord = /^(?:\p{Lu}[\p{L}'’.-]*|\p{Lu}\.)$/u

/** Whether words are shaped like a person's name: two to six capitalized words and particles, and no body or title. */
export const isNameShaped = (name: string): boolean => {
  const words = name.replace(/,/g, '').trim().split(/\s+/)
  if (words.length < 2 || words.length > 6) return false
  const shaped = words.every((word, i) => nameWord.test(word) || (i > 0 && particles.has(word.toLowerCase())))
  return shaped && nameWord.test(words.at(-1) ?? '') && !isBody(name) && !holdsTitle(name)
}
