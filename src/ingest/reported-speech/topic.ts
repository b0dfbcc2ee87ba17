import { commonWords } from '../english/common-words.js'
import { finiteForms } from '../english/reporting-verbs.js'

const word = /(?<![\p{L}'’-])\p{Ll}{4,}/gu
/** Inflected forms of a word have these first letters in common. */
const stemLength = 6

/** What a text speaks of, as the beginnings of its words: no names, and no words that any text has. */
export const topicOf = (text: string): ReadonlySet<string> => {
  const stems = new Set<string>()
  for (const [found] of text.matchAll(word))
    if (!commonWords.has(found) && !finiteForms.has(found)) stems.add(found.slice(0, stemLength))
  return stems
}

/** How many things two texts both speak of. */
export const sharedTopics = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let shared = 0
  for (const stem of one) if (other.has(stem)) shared++
  return shared
}
