import type { MeetingRecord, Pieces } from '../record.js'
import { endOf, startOf } from '../text/pieces.js'
import type { Place } from './correction.js'

/** How much of what stands around words is kept, in UTF-16 units: enough to tell two "I agree." apart. */
const context = 80
/** Of words that were changed in between, so many at either end have to be the same. */
const ends = 40

/** A place that can be found again in another copy of the text. */
export const placeAt = (source: string, pieces: Pieces): Place => ({
  pieces,
  words: pieces.map(([start, end]) => source.slice(start, end)),
  before: source.slice(Math.max(0, startOf(pieces) - context), startOf(pieces)),
  after: source.slice(endOf(pieces), endOf(pieces) + context),
})

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A text with single spaces, and where each of its characters stands in the source. */
interface Searchable {
  readonly text: string
  readonly offsets: readonly number[]
}

const searchable = (source: string): Searchable => {
  const offsets: number[] = []
  let text = ''
  for (let i = 0; i < source.length; i++) {
    const isSpace = /\s/.test(source.charAt(i))
    if (isSpace && (text === '' || text.endsWith(' '))) continue
    text += isSpace ? ' ' : source.charAt(i)
    offsets.push(i)
  }
  return { text, offsets }
}

const everyIndexOf = (text: string, words: string): number[] => {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

const sharedEnd = (one: string, other: string): number => {
  let length = 0
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length++
  return length
}

const sharedStart = (one: string, other: string): number => {
  let length = 0
  while (length < one.length && length < other.length && one.charAt(length) === other.charAt(length)) length++
  return length
}

/** The candidate whose surroundings are most like those of the place; of equals the one that moved least. */
const mostAlike = <Found extends { start: number; end: number }>(
  candidates: readonly Found[],
  source: string,
  place: Place,
): Found | undefined => {
  const scored = candidates.map((found) => ({
    found,
    alike:
      sharedEnd(plain(source.slice(Math.max(0, found.start - context), found.start)), plain(place.before)) +
      sharedStart(plain(source.slice(found.end, found.end + context)), plain(place.after)),
    moved: Math.abs(found.start - startOf(place.pieces)),
  }))
  return scored.sort((a, b) => b.alike - a.alike || a.moved - b.moved)[0]?.found
}

/** The same words as what somebody said, wherever a page now breaks in them. */
const asUtterance = (
  source: string,
  place: Place,
  { utterances }: Pick<MeetingRecord, 'utterances'>,
): Pieces | null => {
  const words = plain(place.words.join(' '))
  const same = utterances
    .filter(({ text }) => plain(text) === words)
    .map(({ pieces }) => ({ pieces, start: startOf(pieces), end: endOf(pieces) }))
  return mostAlike(same, source, place)?.pieces ?? null
}

/** Where words stand in a text; where they were changed in between, where their first and last words stand. */
const rangesOf = ({ text }: Searchable, words: string): [number, number][] => {
  const whole = everyIndexOf(text, words).map((at): [number, number] => [at, at + words.length])
  if (whole.length > 0 || words.length < 3 * ends) return whole
  const last = words.slice(-ends)
  return everyIndexOf(text, words.slice(0, ends)).flatMap((at): [number, number][] => {
    const end = text.indexOf(last, at + ends)
    const length = end + ends - at
    return end >= 0 && length > words.length * 0.8 && length < words.length * 1.25 ? [[at, at + length]] : []
  })
}

/** The pieces in another copy of the text, one after the other. */
const asText = (source: string, place: Place): Pieces | null => {
  const given = searchable(source)
  const found: Pieces = []
  for (const words of place.words.map(plain)) {
    const candidates = rangesOf(given, words)
      .map(([from, to]) => ({ start: given.offsets[from] ?? 0, end: (given.offsets[to - 1] ?? 0) + 1 }))
      .filter(({ start }) => start >= endOf(found))
    const best = found.length === 0 ? mostAlike(candidates, source, place) : candidates[0]
    if (!best) return null
    found.push([best.start, best.end])
  }
  return found
}

/** Where the words of a place stand in this text; null where they do not any more. */
export const located = (source: string, place: Place, record: Pick<MeetingRecord, 'utterances'>): Pieces | null => {
  const isThere = place.pieces.every(([start, end], i) => source.slice(start, end) === place.words[i])
  if (isThere && source.slice(Math.max(0, startOf(place.pieces) - context), startOf(place.pieces)) === place.before)
    return place.pieces
  return asUtterance(source, place, record) ?? asText(source, place)
}
