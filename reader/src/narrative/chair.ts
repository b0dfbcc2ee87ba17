import type { NameInText } from '../identity/names-in-text.js'
import type { Cast } from '../identity/within-meeting.js'
import { whileReading } from '../once.js'

const chair = '(?:chair(?:man(?:ship)?|person|woman)?|presidency)'
const taking = new RegExp(
  `^(?:\\s*\\([^()]*\\))?,?\\s+(?:who\\s+)?(?:(?:then|thereupon|also|again|subsequently)\\s+)?(?:took|taking|assumed|resumed|occupied|was\\s+(?:voted\\s+(?:in)?to|in|called\\s+to))\\s+the\\s+${chair}\\b|^(?:\\s*\\([^()]*\\))?,?\\s+(?:was|is)\\s+(?:then\\s+|duly\\s+|unanimously\\s+)?(?:elected|appointed|re-elected)\\s+(?:as\\s+|to\\s+the\\s+)?${chair}\\b|^(?:\\s*\\([^()]*\\))?,?\\s+(?:presided|acted\\s+as\\s+${chair}|in\\s+the\\s+${chair})\\b`,
  'iu',
)
const given = new RegExp(
  `(?:hand(?:ed|ing)\\s+(?:over\\s+)?the\\s+${chair}|(?:vacat|relinquish|yield|pass)(?:ed|ing)\\s+the\\s+${chair}|the\\s+${chair}\\s+was\\s+(?:then\\s+)?(?:taken|assumed)|${chair}ed|under\\s+the\\s+${chair})\\b[^.;]{0,60}?\\b(?:to|by|of|in\\s+favou?r\\s+of)\\s+(?:the\\s+)?$`,
  'iu',
)
const invited = new RegExp(`^\\s+to\\s+(?:take|assume)\\s+the\\s+${chair}\\b`, 'iu')

const namesChair = whileReading((text) => /chair|presid/iu.test(text))

/** Who takes the chair in a sentence: the last that it names as taking it, or to whom it is handed; null for nobody. */
export const newChair = (text: string, names: readonly NameInText[]): string | null => {
  if (!namesChair(text)) return null
  let found: string | null = null
  for (const { start, end, person } of names) {
    if (person === null) continue
    const after = text.slice(end, end + 160)
    const before = text.slice(Math.max(0, start - 120), start)
    if (taking.test(after) || invited.test(after) || given.test(before)) found = person
  }
  return found
}

/** From here on whoever is called the chair, or the president, is this person. */
export const setHolder = (cast: Cast, office: string, person: string): void => {
  for (const ending of ['person', 'man', 'woman']) cast.roleHolders.delete(`${office}${ending}`)
  cast.roleHolders.set(office, person)
}
