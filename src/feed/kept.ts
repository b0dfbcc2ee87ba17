import type { PrismaClient } from '../generated/prisma/client.js'

/** A position in the feed: after the change with this sequence number; 0 is the beginning. */
export interface FeedPlace {
  sequence: bigint
  /** The uuid of that change, if known, to detect a different feed with the same numbers. */
  id?: string
}

/** The sequence number of the oldest change still kept; null if the feed is empty. */
export async function oldestChange({ change }: PrismaClient): Promise<bigint | null> {
  const oldest = await change.findFirst({ orderBy: { sequence: 'asc' }, select: { sequence: true } })
  return oldest?.sequence ?? null
}

/** The sequence number of the newest change; 0 if the feed is empty. */
export async function newestChange({ change }: PrismaClient): Promise<bigint> {
  const newest = await change.findFirst({ orderBy: { sequence: 'desc' }, select: { sequence: true } })
  return newest?.sequence ?? 0n
}

/**
 * Whether all changes after a position are still kept. False if some were deleted, or if the position belongs to another feed: a
 * database restored to an earlier state gives the same numbers to different changes.
 */
export async function keptBehind(prisma: PrismaClient, { sequence, id }: FeedPlace): Promise<boolean> {
  const [row] = await prisma.$queryRaw<{ oldest: bigint | null; newest: bigint | null; id: string | null }[]>`
    SELECT (SELECT min("sequence") FROM "Change") AS oldest, (SELECT max("sequence") FROM "Change") AS newest,
      (SELECT "id"::text FROM "Change" WHERE "sequence" = ${sequence}) AS id`
  const { oldest = null, newest = null, id: found = null } = row ?? {}
  const sameFeed = sequence <= (newest ?? 0n) && (!id || found === null || found === id)
  return sameFeed && sequence >= (oldest ?? 1n) - 1n
}
