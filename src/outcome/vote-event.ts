import * as enums from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { VoteConnection } from '../schema/connections.js'
import { described } from '../schema/described.js'
import { nestedRows } from '../schema/nested-rows.js'
import { byNumber } from '../schema/order.js'
import { pageOf } from '../schema/page-of.js'
import { Outcome, outcomeColumns } from './outcome.js'
import { requiredPart } from './required-part.js'
import { MotionResult, VoteOption } from './results.js'
import { voteArgs, voteWhere } from './vote-filter.js'

const VoteKind = builder.enumType('VoteKind', {
  description: 'How a vote was taken.',
  values: described(enums.VoteKind, {
    VOICE: 'By voice.',
    HANDS: 'By show of hands.',
    ROLL_CALL: 'By names, one after the other.',
    BALLOT: 'By ballot.',
    POLL: 'A poll: of choices, or to see what those present think.',
    UNANIMOUS: 'The record says that it was unanimous, and no more.',
    OTHER: 'Otherwise, or the record does not say.',
  }),
})

const VoteCount = builder.prismaObject('VoteCount', {
  description: 'How many voted so.',
  select: { voteEventId: true, position: true },
  fields: (t) => ({
    option: t.expose('option', { type: VoteOption, description: 'How they voted; OTHER for a choice of a poll.' }),
    optionAsPrinted: t.exposeString('optionAsPrinted', {
      nullable: true,
      description: 'The choice, as printed; null if only a number is printed.',
    }),
    count: t.exposeInt('count', { description: 'The number, as printed.' }),
  }),
})

export const VoteEvent = builder.prismaObject('Outcome', {
  variant: 'VoteEvent',
  description: 'A vote on a motion, on a decision, or a poll.',
  interfaces: [builder.nodeInterfaceRef(), Outcome], // in this order: of fields of one name the last one's resolver is taken
  select: outcomeColumns,
  fields: (t) => ({
    kind: t.field({
      type: VoteKind,
      description: 'How it was taken.',
      extensions: { read: { column: ['voteEvent', 'kind'] } },
      select: { voteEvent: { select: { kind: true } } },
      resolve: ({ voteEvent }) => requiredPart(voteEvent).kind,
    }),
    result: t.field({
      type: MotionResult,
      nullable: true,
      description: 'How it ended; null if the record does not say.',
      extensions: { read: { column: ['voteEvent', 'result'] } },
      select: { voteEvent: { select: { result: true } } },
      resolve: ({ voteEvent }) => requiredPart(voteEvent).result,
    }),
    counts: t.field({
      type: [VoteCount],
      description: 'The numbers, as printed. The votes that are printed need not add up to them.',
      select: (_args, _context, nested) => ({ counts: nested({ orderBy: { position: 'asc' } }) }),
      ...nestedRows(),
    }),
    votes: t.field(
      pageOf('Outcome', 'votes', {
        type: VoteConnection,
        description: 'The votes of those whose names are printed, in the order of the record.',
        args: voteArgs,
        order: () => byNumber('votes of a vote', 'position'),
        where: ({ filter }) => voteWhere(filter),
      }),
    ),
  }),
})
