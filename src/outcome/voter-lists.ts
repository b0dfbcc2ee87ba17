import { ActionItemConnection, MotionConnection, VoteConnection } from '../schema/connections.js'
import { pageOf, pageThrough } from '../schema/page-of.js'
import { actionItemArgs, actionItemWhere, motionArgs, motionWhere, outcomeOrder } from './outcome-filter.js'
import { voteArgs, voteOrder, voteWhere } from './vote-filter.js'

const through = { to: 'outcome', model: 'Outcome', id: 'outcomeId', copies: ['sortKey'] } as const
const order = () => outcomeOrder

/** What a person or a body had a part in: both have the relations `outcomeParts` and `votes`. */
export const partsOf = {
  moved: pageThrough(
    'Person',
    'outcomeParts',
    { ...through, only: { role: 'MOVER', counted: true } },
    {
      type: MotionConnection,
      description: 'The motions that they moved: newest meeting first, undated last.',
      args: motionArgs,
      order,
      where: ({ filter }) => motionWhere(filter),
    },
  ),
  seconded: pageThrough(
    'Person',
    'outcomeParts',
    { ...through, only: { role: 'SECONDER', counted: true } },
    {
      type: MotionConnection,
      description: 'The motions that they seconded: newest meeting first, undated last.',
      args: motionArgs,
      order,
      where: ({ filter }) => motionWhere(filter),
    },
  ),
  actionItems: pageThrough(
    'Person',
    'outcomeParts',
    { ...through, only: { role: 'ASSIGNEE', counted: true } },
    {
      type: ActionItemConnection,
      description: 'What they are to do: newest meeting first, undated last.',
      args: actionItemArgs,
      order,
      where: ({ filter }) => actionItemWhere(filter),
    },
  ),
  votes: pageOf('Person', 'votes', {
    type: VoteConnection,
    description: 'How they voted: newest meeting first, undated last.',
    args: voteArgs,
    order: () => voteOrder,
    where: ({ filter }) => voteWhere(filter),
  }),
}
