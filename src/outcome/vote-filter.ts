import type { Prisma } from '../generated/prisma/client.js'
import { builder } from '../schema/builder.js'
import { byKey } from '../schema/order.js'
import { matching, placeConditions, placeFields } from './outcome-filter.js'
import { MotionResult, VoteOption } from './results.js'

const VoteFilter = builder.inputType('VoteFilter', {
  description: matching('Votes of voters'),
  fields: (t) => ({
    option: t.field({ type: [VoteOption], description: 'Given so.' }),
    result: t.field({ type: [MotionResult], description: 'In a vote with one of these results.' }),
    ...placeFields(t),
  }),
})

export const voteArgs = builder.args((t) => ({
  filter: t.field({ type: VoteFilter, description: 'Which votes; all of them if null.' }),
}))

/** The votes of one voter: newest meeting first, undated last; within a meeting in the order of the record. */
export const voteOrder = byKey('votes', 'sortKey')

/** A filter of votes as a Prisma condition. Throws BAD_USER_INPUT, see `referredTo`. */
export const voteWhere = (filter: typeof VoteFilter.$inferInput | null | undefined): Prisma.VoteWhereInput => {
  const { option, result, ...place } = filter ?? {}
  const event = [...(result ? [{ voteEvent: { result: { in: result } } }] : []), ...placeConditions(place)]
  return {
    AND: [
      ...(option ? [{ option: { in: option } }] : []),
      ...(event.length > 0 ? [{ voteEvent: { AND: event } }] : []),
    ],
  }
}
