import type { Pieces } from '../record.js'
import type { Row } from './rows.js'

/** Rows of subtitles (WebVTT, SubRip) without what is there for the player. */
export interface Cues {
  readonly rows: readonly Row[]
  /** Cue numbers, times, the header, tags that close a voice. */
  readonly codes: Pieces
}

const timing = /^(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3}\s+-->\s+(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3}/
const isFile = /^\uFEFF?(?:WEBVTT\b|\s*\d{1,4}\s*\n|\s*(?:\d{1,2}:)?\d{2}:\d{2}[.,]\d{3} -->)/
const endOfVoice = '</v>'

/** Takes the codes of subtitles out of the rows of a source; null for a source that is none. */
export const cuesIn = (source: string, rows: readonly Row[]): Cues | null => {
  if (!isFile.test(source.slice(0, 200)) || !source.slice(0, 4000).includes('-->')) return null
  const kept: Row[] = []
  const codes: Pieces = []
  let isFirst = true
  for (const [i, row] of rows.entries()) {
    const words = source.slice(row.start, Math.min(row.end, row.start + 200))
    const next = rows[i + 1]
    const isNumber = /^\d{1,6}$/.test(words) && next !== undefined && timing.test(source.slice(next.start, next.end))
    if (isNumber || timing.test(words) || /^(?:WEBVTT|NOTE|STYLE)\b/.test(words)) {
      codes.push([row.start, row.end])
      isFirst = true
      continue
    }
    const isClosed = source.slice(row.start, row.end).endsWith(endOfVoice)
    const end = isClosed ? row.end - endOfVoice.length : row.end
    if (isClosed) codes.push([end, row.end])
    if (row.start < end) kept.push({ ...row, kind: 'text', end, isApart: isFirst })
    isFirst = false
  }
  return { rows: kept, codes }
}
