import { endsInBody } from '../english/bodies.js'
import { endsOpen, isWholeTitle } from '../english/titles.js'
import type { Pieces } from '../record.js'
import { type Flow, flowOf, piecesOf } from '../text/flow.js'
import type { Cell } from './cells.js'

/** A part of a row's title or organization: the words, hyphens at line ends rejoined, and where they stand. */
export interface Segment {
  readonly text: string
  readonly pieces: Pieces
  /** A hyphen at the end of a line was joined to the next one. */
  readonly rejoined: boolean
}

/** The text of several cells of one column; a word that a hyphen breaks at the line's end is put together again. */
export const joinCells = (cells: readonly { text: string }[]): { text: string; rejoined: boolean } => {
  let text = ''
  let rejoined = false
  for (const cell of cells) {
    const broken = /\p{L}[-‐]$/u.test(text)
    rejoined ||= broken
    text += text === '' || broken ? cell.text : ` ${cell.text}`
  }
  return { text, rejoined }
}

const segmentOf = (flow: Flow, source: string, start: number, end: number): Segment | null => {
  const pieces = piecesOf(flow, start, end)
  if (pieces.length === 0) return null
  return { ...joinCells(pieces.map(([from, to]) => ({ text: source.slice(from, to) }))), pieces }
}

/** Where the text of a column's cells is cut: at the offsets of `cuts`, each as long as its separator. */
const cutAt = (
  source: string,
  cells: readonly Cell[],
  cuts: (text: string) => readonly (readonly [number, number])[],
): Segment[] => {
  const flow = flowOf(
    source,
    cells.map(({ start, end }) => [start, end]),
  )
  const segments: Segment[] = []
  let from = 0
  for (const [start, end] of [...cuts(flow.text), [flow.text.length, flow.text.length] as const]) {
    const segment = segmentOf(flow, source, from, start)
    if (segment) segments.push(segment)
    from = end
  }
  return segments
}

const separatorsOf = (text: string, pattern: RegExp): [number, number][] =>
  [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length])

// A slash parts two bodies or titles where white space stands beside it; "HIV/AIDS" is one word.
const explicit = /;|\/\s+|\s\//g
const explicitOrStatus =
  /;|\/\s+|\s\/|(?:,|\band\b|&)\s*(?=(?:former(?:ly)?|ex-|acting|retired|outgoing|incoming|previously)\b)/gi

const statusWord = /^(?:former(?:ly)?|ex-|acting|retired|outgoing|incoming|previously)\b/i

/** The groups of lines of a title column that each are a whole title: "Senior Lecturer" over "Deputy Dean". */
export const stackedTitles = (cells: readonly Cell[]): Cell[][] => {
  const groups: Cell[][] = []
  for (const cell of cells) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const isNew = before && !endsOpen(before.text) && (statusWord.test(cell.text) || isWholeTitle(cell.text))
    if (group && before && !(isNew && isWholeTitle(before.text))) group.push(cell)
    else groups.push([cell])
  }
  return groups
}

/**
 * The groups of lines of an organization column that were broken by hand: the next word would have fit into the column, whose
 * width is that of its longest line.
 */
export const stackedOrganizations = (cells: readonly Cell[], width: number): Cell[][] => {
  const groups: Cell[][] = []
  for (const cell of cells) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const next = cell.text.split(/\s/)[0] ?? ''
    const fits = before !== undefined && before.text.length + 1 + next.length <= width
    if (
      group &&
      before &&
      (!fits || endsOpen(before.text) || !/^[\p{Lu}\p{N}]/u.test(cell.text) || /^and\b/i.test(cell.text))
    )
      group.push(cell)
    else groups.push([cell])
  }
  return groups
}

/** The titles that a row states, in printed order. */
export const titleSegments = (source: string, cells: readonly Cell[]): Segment[] =>
  stackedTitles(cells).flatMap((group) => cutAt(source, group, (text) => separatorsOf(text, explicitOrStatus)))

const joined = (cells: readonly Cell[]): string => joinCells(cells).text

/** The groups of lines of an organization column that each end in a body's own word ("… Trust" over "… Museum"). */
const wholeBodies = (cells: readonly Cell[]): Cell[][] => {
  const groups: Cell[][] = []
  for (const [i, cell] of cells.entries()) {
    const group = groups.at(-1)
    if (group && !(endsInBody(joined(group)) && endsInBody(joined(cells.slice(i))))) group.push(cell)
    else groups.push([cell])
  }
  return groups
}

/** The organizations that a row states. Lines alone part them only where the row has as many titles, one over the other. */
export const organizationSegments = (
  source: string,
  cells: readonly Cell[],
  width: number,
  titles: number,
): Segment[] => {
  const separated = cutAt(source, cells, (text) => separatorsOf(text, explicit))
  if (separated.length > 1 || titles < 2) return separated
  const stacked = [stackedOrganizations(cells, width), wholeBodies(cells)].find((some) => some.length === titles)
  return stacked ? stacked.flatMap((group) => cutAt(source, group, () => [])) : separated
}

/** A part of a segment's text by offsets into it; the pieces are the whole segment's where they cannot be told apart. */
export const partOf = (source: string, segment: Segment, start: number, end: number): Segment | null => {
  if (segment.rejoined) return { ...segment, text: segment.text.slice(start, end).trim() }
  return segmentOf(flowOf(source, segment.pieces), source, start, end)
}
