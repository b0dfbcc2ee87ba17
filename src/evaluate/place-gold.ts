import type { Pieces } from '@rapporteur/reader/record'
import { alignTexts, type Match } from './align-texts.js'
import { type Gold, piecesOf, type Spanned, spanOf } from './gold.js'

/**
 * Maps a gold reading's offsets from its source to another form of that text, by aligning the two. `lost` counts the spans of which
 * no word was found; they stay in the gold with an empty span, which nothing can match.
 */
export function placeGold(gold: Gold, source: string, text: string): { gold: Gold; lost: number } {
  const matches = alignTexts(source, text)
  let lost = 0
  const place = <Row extends Spanned>(row: Row): Row => {
    const placed = piecesOf(row).flatMap((piece) => placePiece(piece, matches, source, text))
    if (placed.length === 0) lost++
    return { ...row, pieces: undefined, ...spanOf(placed) }
  }
  const placed = {
    ...gold,
    ...(gold.range ? { range: place(gold.range) } : {}),
    ...(gold.paragraphs ? { paragraphs: gold.paragraphs.map(place) } : {}),
    ...(gold.statements ? { statements: gold.statements.map(place) } : {}),
    ...(gold.responses ? { responses: gold.responses.map(place) } : {}),
    ...(gold.unattributed ? { unattributed: gold.unattributed.map(place) } : {}),
    ...(gold.mentions ? { mentions: gold.mentions.map(place) } : {}),
  }
  return { gold: placed, lost }
}

/** Maps a piece to stretches of the other text that consist of the piece's words with no other words in between. */
function placePiece([start, end]: [number, number], matches: Match[], source: string, text: string): Pieces {
  const inside = matches.slice(
    first(matches, (match) => match.from[0] >= start),
    first(matches, (match) => match.from[1] > end),
  )
  const pieces: Pieces = []
  for (const { to } of inside) {
    const last = pieces.at(-1)
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(last[1], to[0]))) last[1] = to[1]
    else pieces.push([to[0], to[1]])
  }
  const [opening, closing] = [inside[0], inside.at(-1)]
  const [head, tail] = [pieces[0], pieces.at(-1)]
  if (opening && head) head[0] -= sameBefore(source, start, opening.from[0], text, head[0])
  if (closing && tail) tail[1] += sameAfter(source, closing.from[1], end, text, tail[1])
  return pieces
}

/** Binary search: the index of the first match for which `holds` is true. */
function first(matches: Match[], holds: (match: Match) => boolean): number {
  let [low, high] = [0, matches.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const match = matches[middle]
    if (match && holds(match)) high = middle
    else low = middle + 1
  }
  return low
}

/** The number of equal characters before a position in both texts, down to `start` in the source. */
function sameBefore(source: string, start: number, at: number, text: string, there: number): number {
  let count = 0
  while (at - count > start && source[at - count - 1] === text[there - count - 1]) count++
  return count
}

/** The number of equal characters after a position in both texts, up to `end` in the source. */
function sameAfter(source: string, at: number, end: number, text: string, there: number): number {
  let count = 0
  while (at + count < end && source[at + count] === text[there + count]) count++
  return count
}
