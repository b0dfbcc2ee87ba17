import * as enums from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { described } from '../schema/described.js'

export const OutcomeKind = builder.enumType('OutcomeKind', {
  description: 'The types of outcomes.',
  values: described(enums.OutcomeKind, {
    DECISION: 'What the meeting settled.',
    MOTION: 'What was put to it.',
    VOTE_EVENT: 'A vote.',
    ACTION_ITEM: 'What somebody is to do.',
  }),
})

export const DecisionResult = builder.enumType('DecisionResult', {
  description: 'What a decision does with what was before the meeting.',
  values: described(enums.DecisionResult, {
    ADOPTED: 'Adopts it: a resolution, an agenda.',
    AGREED: 'Agrees to it.',
    APPROVED: 'Approves it: minutes, accounts, an application.',
    REJECTED: 'Rejects it.',
    DEFERRED: 'Puts it off, or refers it to others.',
    WITHDRAWN: 'Records that it was withdrawn.',
    NOTED: 'Takes note of it.',
    OTHER: 'Something else.',
  }),
})

export const MotionResult = builder.enumType('MotionResult', {
  description: 'What became of a motion, or how a vote ended.',
  values: described(enums.MotionResult, {
    PASSED: 'Carried.',
    FAILED: 'Lost.',
    WITHDRAWN: 'Withdrawn before it was settled.',
    DEFERRED: 'Put off, or referred to others.',
  }),
})

export const VoteOption = builder.enumType('VoteOption', {
  description: 'How somebody voted.',
  values: described(enums.VoteOption, {
    YES: 'For it.',
    NO: 'Against it.',
    ABSTAIN: 'Abstained.',
    ABSENT: 'Was absent.',
    NOT_VOTING: 'Was present and did not vote.',
    OTHER: 'A choice of a poll, or something else that is printed.',
  }),
})
