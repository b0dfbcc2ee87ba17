import type { Correction, Speaking } from '@rapporteur/reader/corrections/correction'
import { placeAt } from '@rapporteur/reader/corrections/place'
import type { Pieces } from '@rapporteur/reader/record'
import { trimRange } from '@rapporteur/reader/text/flow'
import type { Sql } from '../../database/sql.js'
import { ConflictingActError, InvalidActError, NotFoundActError } from '../errors.js'
import { checkText } from '../reason.js'

/** Words of the record: those of a remark, or those between two offsets of the document's text. */
export type GivenPlace = { remark: string } | { start: number; end: number; words: string | null }

/** Who speaks: somebody of the archive by id, or whoever has a name. */
export type GivenSpeaker =
  | { person: string }
  | { organization: string }
  | { name: string }
  | { body: string }
  | { role: string }

/** A correction as a curator gives it. */
export interface GivenCorrection {
  kind: 'SPEAKER'
  at: GivenPlace
  by: readonly GivenSpeaker[]
}

/** The meeting that corrections are about, and its text. */
export interface CorrectedMeeting {
  id: string
  text: string
}

/** In UTF-16 units. */
const longestName = 300

/**
 * A correction as it is stored: with the words and names that it is about.
 *
 * @param path of the correction in the input
 * @throws InvalidActError, NotFoundActError, ConflictingActError
 */
export async function resolved(
  sql: Sql,
  meeting: CorrectedMeeting,
  { kind, at, by }: GivenCorrection,
  path: string[],
): Promise<Correction> {
  const pieces = await piecesAt(sql, meeting, at, [...path, 'at'])
  const speakers: Speaking[] = []
  for (const [i, who] of by.entries()) speakers.push(await speaking(sql, who, [...path, 'speakers', String(i)]))
  return { kind, at: placeAt(meeting.text, pieces), by: speakers }
}

async function piecesAt(sql: Sql, { id, text }: CorrectedMeeting, at: GivenPlace, path: string[]): Promise<Pieces> {
  if ('remark' in at) {
    const [row] = await sql.query<{ pieces: number[] }>(
      `SELECT u."pieces" FROM "Remark" AS r JOIN "Utterance" AS u ON u."id" = r."utteranceId" WHERE r."id" = $1 AND r."meetingId" = $2`,
      [at.remark, id],
    )
    if (!row)
      throw new NotFoundActError(
        'The meeting has no remark with this id any more. Load the meeting again, and correct that.',
      )
    return pairs(row.pieces)
  }
  const range = at.start < at.end && at.end <= text.length ? trimRange(text, at.start, at.end) : null
  if (!range)
    throw new InvalidActError(
      path,
      `There are no words from ${at.start} to ${at.end}. The text has ${text.length} characters.`,
    )
  const words = text.slice(...range)
  if (at.words !== null && plain(at.words) !== plain(words))
    throw new ConflictingActError(
      `The record was read again meanwhile, and reads “${words.slice(0, 200)}” there. Load the meeting again, and correct that.`,
    )
  return [range]
}

const plain = (text: string) => text.replace(/\s+/gu, ' ').trim()
const pairs = (flat: readonly number[]) =>
  flat.flatMap((start, i): Pieces => (i % 2 === 0 ? [[start, flat[i + 1] ?? start]] : []))

async function speaking(sql: Sql, who: GivenSpeaker, path: string[]): Promise<Speaking> {
  if ('person' in who) return { person: await nameOf(sql, 'Person', who.person), ref: who.person }
  if ('organization' in who) return { body: await nameOf(sql, 'Organization', who.organization) }
  if ('name' in who) return { person: named(who.name, [...path, 'name']) }
  if ('body' in who) return { body: named(who.body, [...path, 'body']) }
  return { role: named(who.role, [...path, 'role']) }
}

async function nameOf(sql: Sql, table: 'Person' | 'Organization', id: string): Promise<string> {
  const [row] = await sql.query<{ name: string }>(`SELECT "name" FROM "${table}" WHERE "id" = $1`, [id])
  if (!row) throw new NotFoundActError(`There is no ${table.toLowerCase()} with this id any more.`)
  return row.name
}

/** @throws InvalidActError for what is no name */
function named(text: string, path: string[]): string {
  const name = checkText(path, text.trim().replace(/\s+/gu, ' '), longestName)
  if (!/\p{L}/u.test(name))
    throw new InvalidActError(path, 'It contains no letter. Give the name as it should be shown.')
  return name
}
