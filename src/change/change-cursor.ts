import { GraphQLError } from 'graphql'
import { type FeedPlace, keptBehind, oldestChange } from '../feed/kept.js'
import type { PrismaClient } from '../generated/prisma/client.js'
import { decodeCursor, encodeCursor } from '../schema/cursor.js'
import type { ErrorCode } from '../schema/error-codes.js'
import type { ArgumentPath } from '../schema/errors.js'
import { byKey } from '../schema/order.js'
import type { Parameter } from '../schema/read-as.js'

export const changeOrder = byKey('changes', 'sequence')

/** Of any change with this number: later than every real one. */
const anyId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** A cursor as the connection knows it, of one or of a change's `sequence`; undefined where none is given. */
export function asCursor(given: string | null | undefined): string | undefined {
  if (given == null) return undefined
  return /^\d{1,19}$/.test(given) ? encodeCursor(changeOrder, { value: BigInt(given), id: anyId }) : given
}

/** The place in the feed that a cursor names. Throws BAD_USER_INPUT for what is no cursor of the feed. */
export function placeOf(cursor: string, argument: ArgumentPath): FeedPlace {
  const { value, id } = decodeCursor(changeOrder, cursor, argument)
  return { sequence: BigInt(value), ...(id === anyId ? {} : { id }) }
}

/** As `keptBehind`, as SQL. */
export function isKeptSql({ sequence, id }: FeedPlace, parameter: Parameter): string {
  const number = `${parameter(String(sequence))}::text::bigint`
  const another = id ? ` and "id" <> ${parameter(id)}::text::uuid` : ' and false'
  return `(select ${number} between coalesce(min("sequence"), 1) - 1 and coalesce(max("sequence"), 0) from "Change")
    and not exists (select from "Change" where "sequence" = ${number}${another})`
}

/**
 * The place in the feed that a cursor names.
 *
 * @throws GraphQLError BAD_USER_INPUT for what is no cursor of the feed; CURSOR_EXPIRED where something behind it is gone.
 */
export async function requireKept(prisma: PrismaClient, cursor: string, argument: ArgumentPath): Promise<FeedPlace> {
  const place = placeOf(cursor, argument)
  if (await keptBehind(prisma, place)) return place
  throw await cursorExpired(prisma, argument)
}

/** Says so, with `oldest`: the number of the oldest change that is there; null for none. */
export async function cursorExpired(prisma: PrismaClient, argument: ArgumentPath): Promise<GraphQLError> {
  const oldest = await oldestChange(prisma)
  return new GraphQLError(
    'The feed no longer holds all that follows this cursor. Read the archive anew, and follow the feed from its newest change.',
    {
      extensions: {
        code: 'CURSOR_EXPIRED' satisfies ErrorCode,
        argument,
        oldest: oldest === null ? null : String(oldest),
      },
    },
  )
}
