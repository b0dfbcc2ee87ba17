import { isBody } from '../english/bodies.js'
import { holdsTitle, isTitleHead, isWholeTitle } from '../english/titles.js'
import { fold } from '../names.js'
import { type Flow, piecesOf } from '../text/flow.js'
import { joinCells, type Segment } from './segments.js'

type Range = readonly [start: number, end: number]
type Part = 'title' | 'body' | 'unknown'

/** What a part of a running entry is by its words: a title, a body, or neither for sure. */
export const partKind = (text: string): Part => {
  // "Roe & Poe Surveyors"
  if (/^\p{Lu}[\p{L}'’-]+\s(?:&|and)\s\p{Lu}[\p{L}'’-]+\s\p{Lu}[\p{L}'’-]+s$/u.test(text) && isWholeTitle(text))
    return 'body'
  // Nobody alone is "Sawmill Owners".
  const last =
    fold(text.split(/\s+(?:of|for|to|at|in)\s+|,/)[0] ?? '')
      .split(' ')
      .at(-1) ?? ''
  if (/\s/.test(text) && last.endsWith('s') && isTitleHead(last.slice(0, -1)) && /^\p{Lu}/u.test(text)) return 'body'
  if (isWholeTitle(text) || /^\p{Ll}/u.test(text)) return 'title'
  if (isBody(text)) return 'body'
  return holdsTitle(text) ? 'title' : 'unknown'
}

const segmentOf = (source: string, flow: Flow, [start, end]: Range): Segment[] => {
  const pieces = piecesOf(flow, start, end)
  if (pieces.length === 0) return []
  return [{ ...joinCells(pieces.map(([from, to]) => ({ text: source.slice(from, to) }))), pieces }]
}

/** Ranges of a text between separators. */
export const splitRange = (text: string, [start, end]: Range, separator: RegExp): Range[] => {
  const ranges: Range[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(separator)) {
    ranges.push([from, start + match.index])
    from = start + match.index + match[0].length
  }
  ranges.push([from, end])
  return ranges.filter(([a, b]) => text.slice(a, b).trim() !== '')
}

/** Where in "Title, Unit, Organization" the organization begins: an index into the parts; their number where none is named. */
export const bodyFrom = (kinds: readonly Part[], titleFirst = false): number => {
  if (kinds.length === 2 && kinds[0] === 'unknown' && titleFirst) return 1
  if (kinds.length === 1) return kinds[0] === 'title' ? 1 : 0
  if (kinds[0] !== 'title') return 0
  const first = kinds.indexOf('body', 1)
  return first > 0 ? first : kinds.lastIndexOf('unknown') > 0 ? kinds.length - 1 : kinds.length
}

const groupSegments = (
  source: string,
  flow: Flow,
  range: Range,
  lineBreaks: readonly Range[],
  titleFirst: boolean,
): [Segment[], Segment[]] => {
  const commas = splitRange(flow.text, range, /,\s+|\s{3,}/g)
  const parts =
    lineBreaks.length > 0
      ? lineBreaks.flatMap(([a, b]) => splitRange(flow.text, [Math.max(a, range[0]), Math.min(b, range[1])], /,\s+/g))
      : commas
  const kinds = parts.map(([a, b]) => partKind(flow.text.slice(a, b).trim()))
  const between = (from: number, to: number): Segment[] => {
    const [first, last] = [parts[from], parts[to - 1]]
    return first && last ? segmentOf(source, flow, [first[0], last[1]]) : []
  }
  // "ASSU    Convenor": a column for the body, and one for the title.
  const isInColumns = /^\S{2,12}\s{3,}/.test(flow.text.slice(...range).trimStart()) && kinds[0] !== 'title'
  if (isInColumns && kinds.length > 1 && kinds[1] !== 'body') return [between(1, parts.length), between(0, 1)]
  if (kinds[0] === 'body' && kinds.length === 2 && kinds[1] === 'title') return [between(1, 2), between(0, 1)]
  const at = bodyFrom(kinds, titleFirst)
  return [between(0, at), between(at, parts.length)]
}

/**
 * What stands after a name in running form ("Deputy Head, Coastal Programme, Sample Foundation"): titles and bodies, in
 * order. Semicolons part several; `titleFirst` says that the other entries of the list have a title before the body; `lineBreaks` are ranges that line ends part, where each line is a part of its own.
 */
export const tailSegments = (
  source: string,
  flow: Flow,
  range: Range,
  lineBreaks: readonly Range[] = [],
  titleFirst = false,
): [titles: Segment[], bodies: Segment[]] => {
  const groups = splitRange(flow.text, range, /;|\s\/\s|,\s+and\s+(?=\p{Lu})/gu)
  const found = groups.map((group) =>
    groupSegments(source, flow, group, groups.length === 1 ? lineBreaks : [], titleFirst),
  )
  return [found.flatMap(([titles]) => titles), found.flatMap(([, bodies]) => bodies)]
}
