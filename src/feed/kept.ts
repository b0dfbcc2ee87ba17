import type { PrismaClient } from '../generated/prisma/client.js'

/** A place in the feed: behind the change of this number. 0 is the beginning. */
export interface FeedPlace {
  sequence: bigint
  /** The uuid of that change; without it any will do. */
  id?: string
}

/** The number of the oldest change that is there; null for an empty feed. */
export async function oldestChange({ change }: PrismaClient): Promise<bigint | null> {
  const oldest = await change.findFirst({ orderBy: { sequence: 'asc' }, select: { sequence: true } })
  return oldest?.sequence ?? null
}

/** The number of the newest change; 0 for an empty feed. */
export async function newestChange({ change }: PrismaClient): Promise<bigint> {
  const newest = await change.findFirst({ orderBy: { sequence: 'desc' }, select: { sequence: true } })
  return newest?.sequence ?? 0n
}

/**
 * Whether everything behind a place is there. It is not where changes were removed since, nor where the place is one of
 * another feed: of a database that was put back to an earlier state, which gives the same numbers to other changes.
 */
export async function keptBehind(prisma: PrismaClient, { sequence, id }: FeedPlace): Promise<boolean> {
  const [row] = await prisma.$queryRaw<{ oldest: bigint | null; newest: bigint | null; id: string | null }[]>`
    SELECT (SELECT min("sequence") FROM "Change") AS oldest, (SELECT max("sequence") FROM "Change") AS newest,
      (SELECT "id"::text FROM "Change" WHERE "sequence" = ${sequence}) AS id`
  const { oldest = null, newest = null, id: found = null } = row ?? {}
  const sameFeed = sequence <= (newest ?? 0n) && (!id || found === null || found === id)
  return sameFeed && sequence >= (oldest ?? 1n) - 1n
}
