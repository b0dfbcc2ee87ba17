import { commonWords } from '../english/common-words.js'
import { finiteForms } from '../english/reporting-verbs.js'
import { whileReading } from '../once.js'
import { kindOf, letter, small } from '../text/characters.js'

/** Shorter words say little of what a text is about. */
const shortest = 4
/** Inflected forms of a word have these first letters in common. */
const stemLength = 6

/**
 * What a text speaks of, as the beginnings of its words in small letters: no names, and no words that any text has. Goes by
 * characters, since the words of the same turns are asked for again and again.
 */
export const topicOf = whileReading((text: string): ReadonlySet<string> => {
  const stems = new Set<string>()
  let isInWord = false
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf(text.charCodeAt(i))
    if (!isInWord && (kind & small) !== 0) {
      const start = i
      while (i + 1 < text.length && (kindOf(text.charCodeAt(i + 1)) & small) !== 0) i++
      const found = text.slice(start, i + 1)
      if (found.length >= shortest && !commonWords.has(found) && !finiteForms.has(found))
        stems.add(found.slice(0, stemLength))
    }
    isInWord = (kind & letter) !== 0 || "'’-".includes(text.charAt(i))
  }
  return stems
})

/** How many things two texts both speak of. */
export const sharedTopics = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let shared = 0
  for (const stem of one) if (other.has(stem)) shared++
  return shared
}
