import type { MeetingRecord, Pieces } from '@rapporteur/reader/record'
import { outcomeLists } from '../write/outcomes-in-order.js'
import { refuse } from './invalid.js'

/** Between the words of one row and those of the next: no offset needs it. */
const blank = ' '
/** In UTF-16 units; a book has a million. */
const longest = 2 ** 25

/**
 * The text that the offsets of a record point into, as far as the record itself tells it: the words of each row at its
 * place, blanks elsewhere.
 *
 * @throws InvalidMeetingRecordError where a row's words do not fit its pieces, or those of another row at the same place
 */
export function laidOut(record: MeetingRecord): string {
  const end = allPieces(record).reduce((last, [, to]) => Math.max(last, to), 0)
  if (end > longest) refuse([], `A piece ends at ${end}, and no text longer than ${longest} characters is taken.`)
  const units: (string | undefined)[] = new Array(end)
  for (const list of ['paragraphs', 'utterances', 'unattributed', ...outcomeLists] as const)
    for (const [i, { text, pieces }] of record[list].entries()) place(units, text, pieces, [list, i])
  for (const [i, { heading, pieces }] of record.sections.entries()) placeWhole(units, heading, pieces, i)
  return Array.from(units, (unit) => unit ?? blank).join('')
}

/** Every piece of every row. */
const allPieces = (record: MeetingRecord): Pieces =>
  [
    record.sections,
    record.attendances,
    record.affiliations,
    record.paragraphs,
    record.utterances,
    record.remarks.flatMap(({ acts }) => acts),
    record.unattributed,
    record.mentions,
    record.votes,
    ...outcomeLists.map((list) => record[list]),
  ].flatMap((rows) => rows.flatMap(({ pieces }) => pieces))

/** A row's text is its pieces joined by one space. */
function place(units: (string | undefined)[], text: string, pieces: Pieces, path: (string | number)[]): void {
  const length = pieces.reduce((sum, [start, end]) => sum + end - start, pieces.length - 1)
  if (length !== text.length)
    refuse(
      [...path, 'pieces'],
      `The pieces, joined by spaces, have ${length} characters, and the text has ${text.length}. Where a record joins words otherwise, send it with its source, as an export has it.`,
    )
  let at = 0
  for (const [start, end] of pieces) {
    put(units, start, text.slice(at, at + end - start), [...path, 'text'])
    at += end - start + 1
  }
}

/** A heading may have been printed with more than its words, such as a number: it is placed only where it fits. */
function placeWhole(units: (string | undefined)[], heading: string, pieces: Pieces, i: number): void {
  const [first] = pieces
  if (pieces.length === 1 && first && first[1] - first[0] === heading.length)
    put(units, first[0], heading, ['sections', i, 'heading'])
}

function put(units: (string | undefined)[], start: number, words: string, path: (string | number)[]): void {
  for (let i = 0; i < words.length; i++) {
    const known = units[start + i]
    if (known !== undefined && known !== words[i])
      refuse(
        path,
        `At offset ${start + i} it has ${JSON.stringify(words[i])}, where another row has ${JSON.stringify(known)}.`,
      )
    units[start + i] = words[i]
  }
}
