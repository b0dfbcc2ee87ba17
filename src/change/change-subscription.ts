import { unauthenticated } from '../access/access.js'
import { isRevoked } from '../access/keys.js'
import { EndedError, FeedGapError } from '../feed/feed.js'
import { newestChange } from '../feed/kept.js'
import { builder } from '../schema/builder.js'
import type { Context } from '../schema/context.js'
import { Change } from './change.js'
import { asCursor, cursorExpired, requireKept } from './change-cursor.js'

const argument = ['after'] as const

builder.subscriptionType({ description: 'Events as they happen, over server-sent events.' })

builder.subscriptionFields((t) => ({
  changes: t.field({
    type: Change,
    description:
      'Every change from now on, or all changes after "after" and then new ones: each exactly once, in order, whichever server of the archive it is asked from. If the stream breaks off, subscribe again with the last "sequence" received. If changes after the cursor were already deleted, the error is CURSOR_EXPIRED.',
    args: {
      after: t.arg.string({
        description:
          'The last change that was seen: its "sequence", or its cursor in "changes". "0" starts from the beginning.',
      }),
    },
    subscribe: async (_root, { after }, context) => follow(context, await startOf(context, after)),
    resolve: (change) => change,
  }),
}))

async function startOf({ prisma }: Context, after: string | null | undefined): Promise<bigint> {
  const cursor = asCursor(after)
  return cursor === undefined ? newestChange(prisma) : (await requireKept(prisma, cursor, argument)).sequence
}

async function* follow({ prisma, feed, signal, access: { key } }: Context, after: bigint) {
  try {
    yield* feed.follow(after, signal, key ? () => isRevoked(prisma, key.id) : undefined)
  } catch (error) {
    if (error instanceof EndedError) throw unauthenticated('This key was revoked.')
    throw error instanceof FeedGapError ? await cursorExpired(prisma, argument) : error
  }
}
