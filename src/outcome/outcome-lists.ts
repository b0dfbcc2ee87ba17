import {
  ActionItemConnection,
  DecisionConnection,
  MotionConnection,
  OutcomeConnection,
  VoteEventConnection,
} from '../schema/connections.js'
import { pageOf } from '../schema/page-of.js'
import {
  actionItemArgs,
  actionItemWhere,
  decisionArgs,
  decisionWhere,
  inOrder,
  motionArgs,
  motionWhere,
  outcomeArgs,
  outcomeOrder,
  outcomeWhere,
  voteEventArgs,
  voteEventWhere,
} from './outcome-filter.js'

const order = () => outcomeOrder

/** The lists of outcomes of whatever has a relation `outcomes`: a meeting, a section, a paragraph, a theme. */
export const outcomesOf = {
  outcomes: pageOf('Meeting', 'outcomes', {
    type: OutcomeConnection,
    description: `Its decisions, motions, votes and action items: ${inOrder}`,
    args: outcomeArgs,
    order,
    where: ({ filter }) => outcomeWhere(filter),
  }),
  decisions: pageOf('Meeting', 'outcomes', {
    type: DecisionConnection,
    description: `What was settled: ${inOrder}`,
    args: decisionArgs,
    order,
    where: ({ filter }) => decisionWhere(filter),
  }),
  motions: pageOf('Meeting', 'outcomes', {
    type: MotionConnection,
    description: `What was put to meetings: ${inOrder}`,
    args: motionArgs,
    order,
    where: ({ filter }) => motionWhere(filter),
  }),
  voteEvents: pageOf('Meeting', 'outcomes', {
    type: VoteEventConnection,
    description: `The votes: ${inOrder}`,
    args: voteEventArgs,
    order,
    where: ({ filter }) => voteEventWhere(filter),
  }),
  actionItems: pageOf('Meeting', 'outcomes', {
    type: ActionItemConnection,
    description: `What somebody is to do: ${inOrder}`,
    args: actionItemArgs,
    order,
    where: ({ filter }) => actionItemWhere(filter),
  }),
}
