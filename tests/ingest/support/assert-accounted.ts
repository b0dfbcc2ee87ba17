import { type Finding, findingCodes } from '@rapporteur/reader/findings'
import type { ReadRecord } from '@rapporteur/reader/read'
import type { MeetingRecord, Pieces } from '@rapporteur/reader/record'
import { expect } from 'vitest'

/** Findings that may be about the record as a whole, and so about no place in it. */
const aboutTheWhole: ReadonlySet<string> = new Set([
  'LANGUAGE_INFERRED',
  'TITLE_INFERRED',
  'NO_ATTENDEE_LIST',
  'NO_REMARKS',
  'YEAR_INFERRED',
  'NAME_VARIANT',
  'POSSIBLE_SAME_PERSON',
  'POSSIBLE_SAME_ORGANIZATION',
  'NOISE_DROPPED',
  'UNREAD_PAGE',
  'POSSIBLE_SAME_MEETING',
])

const piecesOfRows = (record: MeetingRecord): Pieces =>
  Object.values(record)
    .filter(Array.isArray)
    .flatMap((rows) => rows.flatMap((row: object): Pieces => ('pieces' in row ? (row.pieces as Pieces) : [])))

/** The characters that are no white space and that nothing accounts for, each with its offset. */
const unaccounted = (text: string, pieces: Pieces): string[] => {
  const covered = new Uint8Array(text.length)
  for (const [start, end] of pieces) covered.fill(1, start, end)
  return [...covered.entries()].flatMap(([at, is]) => {
    const character = text.charAt(at)
    return is || /\s/.test(character) ? [] : [`${at}: ${character}`]
  })
}

const isSentence = (message: string): boolean => /^["“\p{L}\p{N}]/u.test(message) && /[.!?”…)]$/.test(message.trim())

const wrongIn = (text: string, { code, message, severity, pieces }: Finding): string[] => [
  ...(findingCodes[code] === severity ? [] : [`${code} is no known code of severity ${severity}`]),
  ...(isSentence(message) ? [] : [`${code} says no sentence: ${message}`]),
  ...(pieces.length > 0 || aboutTheWhole.has(code) ? [] : [`${code} is about no place: ${message}`]),
  ...(pieces.every(([start, end]) => 0 <= start && start < end && end <= text.length)
    ? []
    : [`${code} lies outside of the text`]),
]

/**
 * Holds that a reading accounts for its source: each character that is no white space is in a row, in furniture of a named
 * kind, or in UNREAD_TEXT; findings stand in document order, each with a known code, a sentence and a place.
 */
export const assertAccounted = (text: string, { record, findings, furniture }: ReadRecord): void => {
  const unread = findings.filter(({ code }) => code === 'UNREAD_TEXT').flatMap(({ pieces }) => pieces)
  const kept = furniture.flatMap(({ pieces }) => pieces)
  expect(furniture.filter(({ kind }) => kind.trim() === '')).toEqual([])
  expect(unaccounted(text, [...piecesOfRows(record), ...kept, ...unread]).slice(0, 20)).toEqual([])
  expect(findings.flatMap((finding) => wrongIn(text, finding)).slice(0, 20)).toEqual([])
  const starts = findings.map(({ pieces }) => pieces[0]?.[0] ?? -1)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
}
