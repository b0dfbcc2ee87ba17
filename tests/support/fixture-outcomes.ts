import type { Prisma } from '../../src/generated/prisma/client.js'

const uuid = (n: number) => `00000000-0000-7000-8000-1${String(n).padStart(11, '0')}`

/** Ids of outcomes. */
export const outcomeId = {
  motion: uuid(1),
  amendment: uuid(2),
  rollCall: uuid(3),
  decision: uuid(4),
  action: uuid(5),
  laterDecision: uuid(6),
  poll: uuid(7),
  doneAction: uuid(8),
  lindVote: uuid(9),
  okoroVote: uuid(10),
  norlandVote: uuid(11),
  laterVote: uuid(12),
}

type Name = 'fairness' | 'night' | 'lind' | 'lindt' | 'okoro' | 'valdez' | 'brandt' | 'norland' | 'authority'
type Place = 'meeting2031' | 'meeting2032' | 'fairnessParagraph' | 'nightParagraph' | 'discussion'

interface Parts {
  id: Readonly<Record<Name | Place, string>>
  /** Sort keys at the two meetings with dates. */
  key2031(place: number): bigint
  key2032(place: number): bigint
}

/** Outcomes of the fixture's meetings: a motion with an amendment and a roll call, decisions, a poll and action items. */
export function outcomeRows({ id, key2031, key2032 }: Parts) {
  const voter = (personId: string | null, organizationId: string | null = null) => ({
    ...{ personId, personReadId: personId, organizationId, organizationReadId: organizationId },
  })
  const at2031 = (place: number, rest: object = {}) => ({
    meetingId: id.meeting2031,
    sectionId: id.discussion,
    paragraphId: id.fairnessParagraph,
    ...{ themeId: id.fairness, themeReadId: id.fairness },
    ...{ sortKey: key2031(place), language: 'en', pieces: [10 * place, 10 * place + 5] },
    ...rest,
  })
  const at2032 = (place: number) => ({
    meetingId: id.meeting2032,
    ...{ sortKey: key2032(place), language: 'en', pieces: [10 * place, 10 * place + 5] },
  })
  const { motion, amendment, rollCall, decision, action, laterDecision, poll, doneAction } = outcomeId
  const outcomes: Prisma.OutcomeCreateManyInput[] = [
    { id: motion, kind: 'MOTION', position: 1, text: 'That the dues of small boats be halved.', ...at2031(1) },
    { id: amendment, kind: 'MOTION', position: 2, text: 'To put "capped" for "halved".', ...at2031(2) },
    { id: rollCall, kind: 'VOTE_EVENT', position: 1, text: 'The motion was put to the vote.', ...at2031(3) },
    { id: decision, kind: 'DECISION', position: 1, text: 'It was agreed that dues are capped.', ...at2031(4) },
    {
      ...{ id: action, kind: 'ACTION_ITEM', position: 1, text: 'The Chair to write to the Port Authority.' },
      ...at2031(5, { paragraphId: id.nightParagraph, themeId: id.night, themeReadId: id.night }),
    },
    { id: laterDecision, kind: 'DECISION', position: 1, text: 'The minutes were approved.', ...at2032(1) },
    { id: poll, kind: 'VOTE_EVENT', position: 1, text: 'Poll on the day of the ferry.', ...at2032(2) },
    { id: doneAction, kind: 'ACTION_ITEM', position: 1, text: 'Mara Lind wrote.', ...at2032(3) },
  ]
  const party = (
    outcome: string,
    role: Prisma.OutcomePartyCreateManyInput['role'],
    position: number,
    who: ReturnType<typeof voter>,
    asPrinted: string,
    counted = true,
  ): Prisma.OutcomePartyCreateManyInput => {
    const sortKey = outcomes.find((row) => row.id === outcome)?.sortKey ?? 0n
    return { outcomeId: outcome, role, position, ...who, asPrinted, counted, sortKey }
  }
  const vote = (voteId: string, position: number, who: ReturnType<typeof voter>, rest: object) => ({
    ...{ id: voteId, meetingId: id.meeting2031, voteEventId: rollCall, position, ...who },
    ...{ pieces: [100 + position, 101 + position], sortKey: key2031(position), nameAsPrinted: 'A name' },
    option: 'YES' as const,
    ...rest,
  })
  return {
    outcomes,
    decisions: [
      { outcomeId: decision, result: 'AGREED', verb: 'agreed', motionId: motion },
      { outcomeId: laterDecision, result: 'APPROVED', verb: 'approved' },
    ] satisfies Prisma.DecisionCreateManyInput[],
    motions: [
      { outcomeId: motion, requirement: 'two thirds', result: 'PASSED' },
      { outcomeId: amendment, amendsId: motion },
    ] satisfies Prisma.MotionCreateManyInput[],
    voteEvents: [
      { outcomeId: rollCall, kind: 'ROLL_CALL', result: 'PASSED', motionId: motion, decisionId: decision },
      { outcomeId: poll, kind: 'POLL' },
    ] satisfies Prisma.VoteEventCreateManyInput[],
    actionItems: [
      { outcomeId: action, due: new Date('2031-04-01'), dueAsPrinted: 'by April', isDone: false },
      { outcomeId: doneAction, isDone: true },
    ] satisfies Prisma.ActionItemCreateManyInput[],
    parties: [
      party(motion, 'MOVER', 1, voter(id.lind), 'Ms. Lind'),
      party(motion, 'MOVER', 2, { ...voter(id.lind), personReadId: id.lindt }, 'M. Lindt', false),
      party(motion, 'SECONDER', 1, voter(null, id.norland), 'Norland'),
      party(amendment, 'MOVER', 1, voter(id.okoro), 'Mr. Okoro'),
      party(action, 'ASSIGNEE', 1, voter(null), 'The Chair'),
      party(action, 'ASSIGNEE', 2, voter(null, id.authority), 'Port Authority'),
      party(doneAction, 'ASSIGNEE', 1, voter(id.lind), 'Mara Lind'),
    ],
    voteCounts: [
      { voteEventId: rollCall, position: 1, option: 'YES', count: 3 },
      { voteEventId: rollCall, position: 2, option: 'NO', count: 1 },
      { voteEventId: poll, position: 1, option: 'OTHER', optionAsPrinted: 'Monday', count: 4 },
    ] satisfies Prisma.VoteCountCreateManyInput[],
    votes: [
      vote(outcomeId.lindVote, 1, voter(id.lind), { nameAsPrinted: 'Lind', optionAsPrinted: 'aye' }),
      vote(outcomeId.okoroVote, 2, voter(id.okoro), { option: 'NO' }),
      vote(outcomeId.norlandVote, 3, voter(null, id.norland), { option: 'ABSTAIN' }),
      vote(outcomeId.laterVote, 1, voter(id.lind), {
        ...{ meetingId: id.meeting2032, voteEventId: poll, option: 'OTHER', optionAsPrinted: 'Monday' },
        sortKey: key2032(1),
      }),
    ] satisfies Prisma.VoteCreateManyInput[],
  }
}
