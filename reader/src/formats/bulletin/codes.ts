import { once } from '../../once.js'
import type { HasText } from '../../text/capitals.js'

const listed = /(?<![\p{L}\d])(?:\p{Lu}{2}(?:,\s+|\s+and\s+)){4,}\p{Lu}{2}(?![\p{L}\d])/gu
/** What states are called in Europe by other letters than ISO 3166 gives them. */
const european: ReadonlySet<string> = new Set(['EL', 'UK', 'EU'])
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

const isCode = (letters: string): boolean => european.has(letters) || regions.of(letters) !== undefined

/** Fewer codes in a row are initials, or anything else. */
const fewest = 5

/** The codes of states ("AT, BE, BG, CZ and DE") by which a text calls its delegations, where it lists them so. */
export const codesIn = once(({ text }: HasText): ReadonlySet<string> => {
  const codes = new Set<string>()
  for (const [row] of text.matchAll(listed)) {
    const found = row.split(/,\s+|\s+and\s+/)
    if (found.length >= fewest && found.every(isCode)) for (const code of found) codes.add(code)
  }
  return codes
})
