import { whileReading } from '../once.js'

const plain = (text: string): string =>
  text
    .replace(/^#+\s*/, '')
    .replace(/\*\*|__/g, '')
    .trim()

/** What the minutes note below the words: "Action: AM". */
const note =
  /^(?:actions?|action (?:point|item)s?|resolved|decisions?|moved|seconded|votes?|ayes?|noes|nays?)(?: \(\d+\))?:\s*\S/i

/** What a column beside the words says of who is to act, by when: "WS: Dec", "AP 61/2  B Poe", "KL". */
const toAct =
  /^(?:AP|AI)\s+\d|^\p{Lu}{2}$|^\p{Lu}{2,4}(?:(?:,|\/| &| and)\s*\p{Lu}{2,4})*:\s+(?:\d|by\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Next|next|ASAP|ongoing)\b)/u

/** Whether a text can be a heading: short, capitalized, and with no full stop, comma or semicolon at its end. */
export const isHeadingText = whileReading((text: string): boolean => {
  if (text.length > 170 || /^[-–—*•·]\s/.test(text)) return false
  const words = plain(text)
  if (words.length > 150 || words.split(/\s+/).length > 20 || /^#/.test(text))
    return /^#{1,6}\s/.test(text) && text.length <= 170
  if (note.test(words) || toAct.test(words)) return false
  return /^["“‘'([]?[\p{Lu}\p{Lo}\p{N}]/u.test(words) && !/[.,;]$/.test(words) && /\p{L}/u.test(words)
})
