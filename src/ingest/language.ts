import { detectAll } from 'tinyld'

/** How much of a record its language is told from, in characters. */
const sample = 8000

/** The language of a text as BCP 47, or null when its words do not tell. */
export const inferLanguage = (text: string): string | null => {
  const [first] = detectAll(text.slice(0, sample))
  return first && first.accuracy > 0.2 ? first.lang : null
}
