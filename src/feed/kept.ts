import type { PrismaClient } from '../generated/prisma/client.js'

/** A place in the feed: behind the change of this number. 0 is the beginning. */
export interface FeedPlace {
  sequence: bigint
  /** The uuid of that change; without it any will do. */
  id?: string
}

/** What the feed holds. Numbers begin at 1, and the oldest are removed after some time. */
export interface Kept {
  /** The number of the oldest change that is there; null for an empty feed. */
  oldest: bigint | null
  /** The number of the newest; 0 for an empty feed. */
  newest: bigint
  /** Whether everything behind the place is there. */
  follows: boolean
}

interface Row {
  oldest: bigint | null
  newest: bigint | null
  id: string | null
}

/**
 * What the feed holds, and whether it can be gone on with from a place without a gap. It cannot where changes behind the place
 * were removed, nor where the place is one of another feed: of a database that was put back to an earlier state since, which
 * gives the same numbers to other changes.
 */
export async function keptBehind(prisma: PrismaClient, place: FeedPlace): Promise<Kept> {
  const [row] = await prisma.$queryRaw<Row[]>`
    SELECT (SELECT min("sequence") FROM "Change") AS oldest, (SELECT max("sequence") FROM "Change") AS newest,
      (SELECT "id"::text FROM "Change" WHERE "sequence" = ${place.sequence}) AS id`
  const { oldest = null, newest = null, id = null } = row ?? {}
  const sameFeed = place.sequence <= (newest ?? 0n) && (!place.id || id === null || id === place.id)
  const noGap = oldest === null || place.sequence >= oldest - 1n
  return { oldest, newest: newest ?? 0n, follows: sameFeed && noGap && place.sequence >= 0n }
}
