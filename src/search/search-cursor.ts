import { createHash } from 'node:crypto'
import { cellsOf } from '../schema/cursor.js'
import { badInput } from '../schema/errors.js'

/** The position of a result: by score, best first, then by key, then by id. */
export interface SearchPlace {
  score: number
  /** A 64-bit number in decimal digits. */
  key: string
  /** A uuid. */
  id: string
}

/** The name of a list of results, part of each of its cursors, because scores of different queries are not comparable. */
export const searchName = (asked: readonly unknown[]): string =>
  `search ${createHash('sha256').update(JSON.stringify(asked)).digest('base64url').slice(0, 16)}`

/** A cursor: the name of the search and the place of a result in it, as opaque text. */
export const encodeSearchCursor = (name: string, { score, key, id }: SearchPlace): string =>
  Buffer.from(JSON.stringify([name, score, key, id])).toString('base64url')

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const isBigint = (digits: string) => /^-?\d{1,19}$/.test(digits) && BigInt.asIntN(64, BigInt(digits)) === BigInt(digits)

/** Throws BAD_USER_INPUT for a cursor that does not belong to this search. */
export function decodeSearchCursor(name: string, cursor: string): SearchPlace {
  const [given, score, key, id, ...rest] = cellsOf(cursor)
  if (
    given !== name ||
    typeof score !== 'number' ||
    typeof key !== 'string' ||
    !isBigint(key) ||
    typeof id !== 'string' ||
    !uuid.test(id) ||
    rest.length > 0
  )
    throw badInput(
      'This cursor does not belong to this search. Give a "cursor" or "endCursor" of the same "query", "in", "filter" and "orderBy".',
      ['after'],
    )
  return { score, key, id }
}
