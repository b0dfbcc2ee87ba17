import type { Line } from '../../text/lines.js'

/** A printed paragraph number at the start of a line: "- 5.", "(5)", "5)", "¶ 5", "2.3". */
export interface Marker {
  readonly line: number
  /** As printed, without what stands around it. */
  readonly number: string
  /** Numbers to count by: "2.3" is [2, 3], "4a" is [4, 1]. */
  readonly counts: readonly number[]
  /** Markers of one style look alike, whatever bullet stands before them. */
  readonly style: string
  /** `[start, end)` of the marker in the source. */
  readonly start: number
  readonly end: number
}

const pattern =
  /^(#{1,6}\s+)?(?:[-–—*•·+]\s+)?(?:\*\*|__)?(¶¶?\s*|§\s*|para(?:graph)?\.?\s+|item\s+)?([([])?(\d{1,6})([a-z])?((?:\.\d{1,3}){0,3})(\\?[.)\]:]|\s*[–—-](?=\s))?(?:\*\*|__)?(?=\s|$|\*\*|__)/iu

const month =
  /^\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)\b/iu

/** What a line with a marker begins with. */
const beginnings = '0123456789#-–—*•·+_¶§([pPiI'

const markerOf = (line: Line, index: number): Marker | null => {
  const match = beginnings.includes(line.text.charAt(0)) ? pattern.exec(line.text) : null
  if (!match) return null
  const [all, hash = '', sign = '', open = '', digits = '', letter = '', deeper = '', close = ''] = match
  const rest = line.text.slice(all.length)
  if (month.test(rest)) return null
  const bare = close === '' && sign === '' && open === ''
  // A number with nothing around it is a marker only before a tab or a gap, or as "2.3".
  if (bare && deeper === '' && !/^(?:\t| {2,}|\*\*|$)/.test(rest)) return null
  if (bare && deeper === '' && rest.trim() === '') return null
  const depth = deeper === '' ? 1 : deeper.split('.').length
  const shape = `${hash.trim()}${sign.trim().toLowerCase().replace(/\.$/, '')}${open}${depth === 1 ? close.replace('\\', '').trim() : ''}`
  const counts = [digits, ...deeper.split('.').slice(1)].map(Number)
  if (letter !== '') counts.push(letter.toLowerCase().charCodeAt(0) - 96)
  return {
    line: index,
    number: `${digits}${letter}${deeper}`,
    counts,
    style: `${shape}/${depth}`,
    start: line.start,
    end: line.start + all.length,
  }
}

/** Every line that begins with what may be a paragraph number, in order. */
export const markersOf = (lines: readonly Line[], isText: (index: number) => boolean): Marker[] =>
  lines.flatMap((line, i) => (isText(i) ? (markerOf(line, i) ?? []) : []))

const compare = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Whether `next` may be printed right after `last`: the number after it, the first below it, or a few left out. */
const follows = (last: readonly number[], next: readonly number[]): boolean => {
  if (compare(next, last) <= 0) return false
  const at = next.findIndex((count, i) => count !== (last[i] ?? 0))
  const isFirstBelow = next.slice(at + 1).every((count) => count <= 1)
  return (next[at] ?? 0) - (last[at] ?? 0) <= 5 && isFirstBelow
}

/**
 * The markers of one style that number the paragraphs of the record: ascending, a number printed twice allowed, and a new
 * start at 1 only where `restarts` says that a new part of the record begins. Others are lists inside a paragraph.
 */
const inSequence = (markers: readonly Marker[], restarts: (from: Marker, to: Marker) => boolean): Marker[] => {
  const kept: Marker[] = []
  for (const [i, marker] of markers.entries()) {
    const last = kept.at(-1)
    const next = markers[i + 1]
    const isDoubled =
      last && compare(marker.counts, last.counts) === 0 && (!next || follows(marker.counts, next.counts))
    if (!last || follows(last.counts, marker.counts) || isDoubled || restarts(last, marker)) kept.push(marker)
  }
  return kept
}

/** How much text stands under a marker, in characters up to a few lines' worth; next markers of any style end it. */
const weights = (lines: readonly Line[], markers: readonly Marker[]): Map<Marker, number> =>
  new Map(
    markers.map((marker, i) => {
      const end = markers[i + 1]?.start ?? lines.at(-1)?.to ?? marker.end
      return [marker, Math.min(400, end - marker.end)]
    }),
  )

/** The markers that number the paragraphs of a record, of whichever style carries most of its text. */
export const paragraphMarkers = (
  lines: readonly Line[],
  candidates: readonly Marker[],
  restarts: (from: Marker, to: Marker) => boolean,
): Marker[] => {
  const weight = weights(lines, candidates)
  const styles = new Map<string, Marker[]>()
  for (const marker of candidates) {
    const same = styles.get(marker.style)
    if (same) same.push(marker)
    else styles.set(marker.style, [marker])
  }
  let best: Marker[] = []
  let most = 0
  for (const markers of styles.values()) {
    const kept = inSequence(markers, restarts)
    const total = kept.reduce((sum, marker) => sum + (weight.get(marker) ?? 0), 0)
    if (total > most) [best, most] = [kept, total]
  }
  return best
}
