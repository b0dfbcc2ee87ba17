import type { ListsOfThosePresent } from '../../attendees/attendees.js'
import type { SourceText } from '../../source.js'
import type { Furniture } from '../format.js'
import type { Outline } from './outline.js'

/** What stands in a record and is no content: page furniture, printed numbers, heads of tables, stray marks. */
export const furnitureOf = (outline: Outline, lists: ListsOfThosePresent, source: SourceText): Furniture[] => {
  const furniture: Furniture[] = []
  for (const [i, kind] of outline.furniture) {
    const line = source.lines[i]
    if (line && line.start < line.end) furniture.push({ kind, pieces: [[line.start, line.end]] })
  }
  for (const { marker } of outline.paragraphs)
    if (marker) furniture.push({ kind: 'paragraph number', pieces: [[marker.start, marker.end]] })
  furniture.push(
    { kind: 'heading of a list', pieces: lists.headings },
    { kind: 'list of those present', pieces: lists.furniture },
    { kind: 'stray mark', pieces: lists.noise },
  )
  return furniture
}
