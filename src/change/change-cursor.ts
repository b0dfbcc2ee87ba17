import { GraphQLError } from 'graphql'
import { type FeedPlace, keptBehind, oldestChange } from '../feed/kept.js'
import type { PrismaClient } from '../generated/prisma/client.js'
import { decodeCursor, encodeCursor } from '../schema/cursor.js'
import type { ErrorCode } from '../schema/error-codes.js'
import type { ArgumentPath } from '../schema/errors.js'
import type { Parameter } from '../schema/list.js'
import { byKey } from '../schema/order.js'

/** The order of the feed, oldest first. */
export const changeOrder = byKey('changes', 'sequence')

/** Stands for the id in a cursor made from a `sequence` alone; sorts after every real id. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** The connection cursor for what a client gave: a cursor or a change's `sequence`; undefined if nothing was given. */
export function asCursor(given: string | null | undefined): string | undefined {
  if (given == null) return undefined
  return /^\d{1,19}$/.test(given) ? encodeCursor(changeOrder, { value: BigInt(given), id: LAST_ID }) : given
}

/** The position in the feed that a cursor names. @throws GraphQLError BAD_USER_INPUT if it is not a cursor of the feed. */
export function placeOf(cursor: string, argument: ArgumentPath): FeedPlace {
  const { value, id } = decodeCursor(changeOrder, cursor, argument)
  return { sequence: BigInt(value), ...(id === LAST_ID ? {} : { id }) }
}

/** The SQL equivalent of `keptBehind`. */
export function isKeptSql({ sequence, id }: FeedPlace, parameter: Parameter): string {
  const number = `${parameter(String(sequence))}::text::bigint`
  const another = id ? ` and "id" <> ${parameter(id)}::text::uuid` : ' and false'
  return `(select ${number} between coalesce(min("sequence"), 1) - 1 and coalesce(max("sequence"), 0) from "Change")
    and not exists (select from "Change" where "sequence" = ${number}${another})`
}

/**
 * The position in the feed that a cursor names.
 *
 * @throws GraphQLError BAD_USER_INPUT if it is not a cursor of the feed; CURSOR_EXPIRED if changes after it were deleted.
 */
export async function requireKept(prisma: PrismaClient, cursor: string, argument: ArgumentPath): Promise<FeedPlace> {
  const place = placeOf(cursor, argument)
  if (await keptBehind(prisma, place)) return place
  throw await cursorExpired(prisma, argument)
}

/** The CURSOR_EXPIRED error; its `oldest` is the sequence of the oldest change still kept, null if there is none. */
export async function cursorExpired(prisma: PrismaClient, argument: ArgumentPath): Promise<GraphQLError> {
  const oldest = await oldestChange(prisma)
  return new GraphQLError(
    'The feed no longer holds everything after this cursor. Read the archive again, then follow the feed from its newest change.',
    {
      extensions: {
        code: 'CURSOR_EXPIRED' satisfies ErrorCode,
        argument,
        oldest: oldest === null ? null : String(oldest),
      },
    },
  )
}
