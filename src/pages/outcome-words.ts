import type { DecisionResult, MotionResult, OutcomeKind, VoteKind, VoteOption } from '../generated/prisma/enums.js'
import { type Html, html } from './html.js'
import { bodyLink, joined, type Named, personLink } from './links.js'

// Outcomes in words for readers: of the API's answers and of the reading page.

/** Who moves, seconds or is to act, as merged; a role has neither a person nor a body. */
export interface Party {
  person: Named | null
  organization: Named | null
  asPrinted: string
}

export interface Count {
  option: VoteOption
  optionAsPrinted: string | null
  count: number
}

export type Result = DecisionResult | MotionResult

export const kindNames: Record<OutcomeKind, string> = {
  DECISION: 'decision',
  MOTION: 'motion',
  VOTE_EVENT: 'vote',
  ACTION_ITEM: 'action item',
}

/** What became of it; null where there is no word for that. */
export const resultNames: Record<Result, string | null> = {
  ADOPTED: 'adopted',
  AGREED: 'agreed',
  APPROVED: 'approved',
  REJECTED: 'rejected',
  DEFERRED: 'deferred',
  WITHDRAWN: 'withdrawn',
  NOTED: 'noted',
  OTHER: null,
  PASSED: 'carried',
  FAILED: 'lost',
}

export const voteKindNames: Record<VoteKind, string | null> = {
  VOICE: 'by voice',
  HANDS: 'by show of hands',
  ROLL_CALL: 'by roll call',
  BALLOT: 'by ballot',
  POLL: 'poll',
  UNANIMOUS: 'unanimous',
  OTHER: null,
}

const optionNames: Record<VoteOption, string> = {
  YES: 'for',
  NO: 'against',
  ABSTAIN: 'abstaining',
  ABSENT: 'absent',
  NOT_VOTING: 'not voting',
  OTHER: 'other',
}

/** An option in words: the choice of a poll as printed. */
export const optionName = ({ option, optionAsPrinted }: Omit<Count, 'count'>): string =>
  option === 'OTHER' ? (optionAsPrinted ?? optionNames.OTHER) : optionNames[option]

/** "5 for, 1 against"; of a poll "Monday 4, Friday 2". */
export const countWords = (counts: readonly Count[]): string =>
  counts
    .map((each) =>
      each.option === 'OTHER' ? `${optionName(each)} ${each.count}` : `${each.count} ${optionName(each)}`,
    )
    .join(', ')

export const partyLink = ({ person, organization, asPrinted }: Party): Html =>
  person ? personLink(person) : organization ? bodyLink(organization) : html`${asPrinted}`

/** "moved by Ada Moss, seconded by Bo Lind"; null where the record says neither. */
export function movedBy(movers: readonly Party[], seconders: readonly Party[]): Html | null {
  const parts = [
    movers.length > 0 ? html`moved by ${joined(movers.map(partyLink))}` : null,
    seconders.length > 0 ? html`seconded by ${joined(seconders.map(partyLink))}` : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? html`${joined(parts)}` : null
}

/** "Ada Moss, the Clerk, by 2021-05-01 (before the storms)"; null where the record says neither who nor when. */
export function toBeDone(assignees: readonly Party[], due: string | null, dueAsPrinted: string | null): Html | null {
  const parts = [
    ...(assignees.length > 0 ? [html`${joined(assignees.map(partyLink))}`] : []),
    ...dueWords(due, dueAsPrinted),
  ]
  return parts.length > 0 ? html`${joined(parts)}` : null
}

function dueWords(due: string | null, dueAsPrinted: string | null): Html[] {
  if (due === null) return dueAsPrinted === null ? [] : [html`${dueAsPrinted}`]
  const printed = dueAsPrinted === null || dueAsPrinted === due ? '' : ` (${dueAsPrinted})`
  return [html`by <time datetime="${due}">${due}</time>${printed}`]
}

/** Joins what is said of an outcome with dots in the middle. */
export const dotted = (parts: readonly (Html | string | null)[]): Html[] =>
  parts.filter((part) => part !== null && part !== '').map((part, i) => html`${i > 0 ? ' · ' : ''}${part}`)
