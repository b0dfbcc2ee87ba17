import type { Correction, Place, Speaking } from './correction.js'

/** In UTF-16 units; enough to know the words again. */
const longest = 80

const quoted = ({ words }: Place): string => {
  const text = words.join(' ').replace(/\s+/g, ' ').trim()
  return `“${text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text}”`
}

const nameOf = (who: Speaking): string =>
  'person' in who ? who.person : 'body' in who ? who.body : `the role ${who.role}`

export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** What a correction says, in a sentence. */
export const summaryOf = (correction: Correction): string =>
  `${quoted(correction.at)} is said by ${listed(correction.by.map(nameOf))}.`
