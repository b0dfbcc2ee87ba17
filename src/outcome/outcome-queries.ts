import './action-item.js'
import './links.js'
import './vote.js'
import { builder } from '../schema/builder.js'
import {
  ActionItemConnection,
  DecisionConnection,
  MotionConnection,
  VoteEventConnection,
} from '../schema/connections.js'
import { pageOfAll } from '../schema/page-of-all.js'
import {
  actionItemArgs,
  actionItemWhere,
  decisionArgs,
  decisionWhere,
  inOrder,
  motionArgs,
  motionWhere,
  outcomeOrder,
  voteEventArgs,
  voteEventWhere,
} from './outcome-filter.js'

type Reads = Pick<Parameters<typeof pageOfAll<'Outcome', typeof DecisionConnection>>[1], 'rows' | 'count'>

const reads: Reads = {
  rows: (prisma, query) => prisma.outcome.findMany(query),
  count: (prisma, query) => prisma.outcome.count(query),
}

const list = { ...reads, order: () => outcomeOrder }

builder.queryFields((t) => ({
  decisions: t.field(
    pageOfAll('Outcome', {
      type: DecisionConnection,
      description: `What was settled in the whole archive: ${inOrder}`,
      args: decisionArgs,
      where: ({ filter }) => [decisionWhere(filter)],
      ...list,
    }),
  ),
  motions: t.field(
    pageOfAll('Outcome', {
      type: MotionConnection,
      description: `What was put to meetings in the whole archive: ${inOrder}`,
      args: motionArgs,
      where: ({ filter }) => [motionWhere(filter)],
      ...list,
    }),
  ),
  voteEvents: t.field(
    pageOfAll('Outcome', {
      type: VoteEventConnection,
      description: `The votes in the whole archive: ${inOrder}`,
      args: voteEventArgs,
      where: ({ filter }) => [voteEventWhere(filter)],
      ...list,
    }),
  ),
  actionItems: t.field(
    pageOfAll('Outcome', {
      type: ActionItemConnection,
      description: `What somebody is to do in the whole archive: ${inOrder}`,
      args: actionItemArgs,
      where: ({ filter }) => [actionItemWhere(filter)],
      ...list,
    }),
  ),
}))
