import { builder } from '../schema/builder.js'
import { nestedRows } from '../schema/nested-rows.js'
import { Decision } from './decision.js'
import { Motion } from './motion.js'
import { VoteEvent } from './vote-event.js'

// How motions, the votes on them and what settles them lead to each other.

/** In the order of the record. */
const inOrder = { outcome: { sortKey: 'asc' } } as const

builder.prismaObjectFields(Decision, (t) => ({
  motion: t.field({
    type: Motion,
    nullable: true,
    description: 'The motion that it settles; null if the record has none.',
    extensions: { read: { nested: {} } },
    select: (_args, _context, nested) => ({ decision: { select: { motion: nested() } } }),
    resolve: ({ decision }) => decision?.motion,
  }),
  voteEvents: t.field({
    type: [VoteEvent],
    description: 'The votes on it, in the order of the record.',
    select: (_args, _context, nested) => ({
      confirming: { orderBy: inOrder, select: { outcome: nested() } },
    }),
    ...nestedRows(),
  }),
}))

builder.prismaObjectFields(Motion, (t) => ({
  amends: t.field({
    type: Motion,
    nullable: true,
    description: 'The motion that it is an amendment of; null if it is none.',
    extensions: { read: { nested: {} } },
    select: (_args, _context, nested) => ({ motion: { select: { amends: nested() } } }),
    resolve: ({ motion }) => motion?.amends,
  }),
  amendments: t.field({
    type: [Motion],
    description: 'The motions to amend it, in the order of the record.',
    select: (_args, _context, nested) => ({ amendments: { orderBy: inOrder, select: { outcome: nested() } } }),
    ...nestedRows(),
  }),
  voteEvents: t.field({
    type: [VoteEvent],
    description: 'The votes on it, in the order of the record.',
    select: (_args, _context, nested) => ({ votesOn: { orderBy: inOrder, select: { outcome: nested() } } }),
    ...nestedRows(),
  }),
  decisions: t.field({
    type: [Decision],
    description: 'The decisions that settle it, in the order of the record.',
    select: (_args, _context, nested) => ({ settledBy: { orderBy: inOrder, select: { outcome: nested() } } }),
    ...nestedRows(),
  }),
}))

builder.prismaObjectFields(VoteEvent, (t) => ({
  motion: t.field({
    type: Motion,
    nullable: true,
    description: 'The motion that was voted on; null if the record has none.',
    extensions: { read: { nested: {} } },
    select: (_args, _context, nested) => ({ voteEvent: { select: { motion: nested() } } }),
    resolve: ({ voteEvent }) => voteEvent?.motion,
  }),
  decision: t.field({
    type: Decision,
    nullable: true,
    description: 'The decision that was voted on; null if the record has none.',
    extensions: { read: { nested: {} } },
    select: (_args, _context, nested) => ({ voteEvent: { select: { decision: nested() } } }),
    resolve: ({ voteEvent }) => voteEvent?.decision,
  }),
}))
