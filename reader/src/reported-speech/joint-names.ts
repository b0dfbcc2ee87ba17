import type { NameInText } from '../identity/names-in-text.js'
import type { VoiceContext } from './voice.js'

const listing = /^(?:,\s+and\s+|,\s+|\s+and\s+|\s+&\s+|\s+as well as\s+)/
/** What a person is, or whom they came for: "Ms. A. Roe (Kenya)". */
const beside = /^\s+\([^()]{1,100}\)/

/** Where the words of a listing end that begins at an offset; null for none. */
const listingEnd = (text: string, at: number): number | null => {
  const found = listing.exec(text.slice(at, at + 16))
  return found ? at + found[0].length : null
}

/**
 * The names that stand together as one subject: "Ms. A. Roe, Mr. B. Poe (Kenya) and Dr. C. Lee". `closes` says of a name behind
 * a comma, by where it ends, whether it belongs to them: "Mr. Roe, Mr. Poe said" has two subjects.
 */
export const jointNames = (
  { text, names }: Pick<VoiceContext, 'text' | 'names'>,
  first: NameInText,
  closes: (end: number) => boolean = () => true,
): NameInText[] => {
  const joined = [first]
  for (;;) {
    const { end } = joined.at(-1) ?? first
    const aside = beside.exec(text.slice(end, end + 104))?.[0].length ?? 0
    const at = listingEnd(text, end) ?? (aside > 0 ? listingEnd(text, end + aside) : null)
    const next = at === null ? undefined : names.get(at)
    if (!next || (/^\)?,\s+(?!and\s)/.test(text.slice(end + aside, at ?? 0)) && !closes(next.end))) return joined
    joined.push(next)
  }
}
