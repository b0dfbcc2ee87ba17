import type { Prisma } from '../generated/prisma/client.js'
import { inSeries } from '../meeting/meeting-filter.js'
import { builder, type SchemaTypes } from '../schema/builder.js'
import { DateRange, meetingWithin } from '../schema/date-range.js'
import { inLanguage } from '../schema/language-filter.js'
import { byKey } from '../schema/order.js'
import { referredTo } from '../schema/reference.js'
import { containsText } from '../schema/text-filter.js'
import { DecisionResult, MotionResult, OutcomeKind } from './results.js'

type Fields = PothosSchemaTypes.InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, 'InputObject'>
export type OutcomeWhere = Prisma.OutcomeWhereInput

/** How lists of outcomes are ordered, in words. */
export const inOrder = 'newest meeting first, undated last; within a meeting in the order of the record.'

export const outcomeOrder = byKey('outcomes', 'sortKey')

/** What outcomes of every kind can be filtered by. */
export const placeFields = (t: Fields) => ({
  series: t.stringList({ description: 'At a meeting of one of these series.' }),
  meeting: t.stringList({ description: 'At one of these meetings.' }),
  theme: t.stringList({ description: 'On one of these themes.' }),
  date: t.field({
    type: DateRange,
    description: 'At a meeting with a day in this range; excludes undated meetings.',
  }),
  language: t.stringList({ description: 'In one of these languages, BCP 47: "en" also matches "en-GB".' }),
  text: t.string({ description: 'With this text in its words, ignoring case.' }),
})

const partyFields = (t: Fields, what: string) => ({
  person: t.stringList({ description: `${what} one of these people.` }),
  organization: t.stringList({ description: `${what} one of these bodies.` }),
})

export const matching = (rows: string) =>
  `${rows} that match all given conditions. A list matches any of its values; an empty list matches nothing. Accepts slugs and ids.`

const OutcomeFilter = builder.inputType('OutcomeFilter', {
  description: matching('Outcomes'),
  fields: (t) => ({
    kind: t.field({ type: [OutcomeKind], description: 'Of one of these types.' }),
    ...placeFields(t),
  }),
})

const DecisionFilter = builder.inputType('DecisionFilter', {
  description: matching('Decisions'),
  fields: (t) => ({
    result: t.field({ type: [DecisionResult], description: 'With one of these results.' }),
    ...partyFields(t, 'On a motion that was moved or seconded by'),
    ...placeFields(t),
  }),
})

const MotionFilter = builder.inputType('MotionFilter', {
  description: matching('Motions'),
  fields: (t) => ({
    result: t.field({ type: [MotionResult], description: 'With one of these results.' }),
    ...partyFields(t, 'Moved or seconded by'),
    ...placeFields(t),
  }),
})

const VoteEventFilter = builder.inputType('VoteEventFilter', {
  description: matching('Votes'),
  fields: (t) => ({
    result: t.field({ type: [MotionResult], description: 'With one of these results.' }),
    ...partyFields(t, 'With a vote of'),
    ...placeFields(t),
  }),
})

const ActionItemFilter = builder.inputType('ActionItemFilter', {
  description: matching('Action items'),
  fields: (t) => ({
    isDone: t.boolean({ description: 'Done as of the record, or open.' }),
    due: t.field({ type: DateRange, description: 'To be done by a day in this range; excludes those without a day.' }),
    ...partyFields(t, 'To be done by'),
    ...placeFields(t),
  }),
})

export const outcomeArgs = builder.args((t) => ({
  filter: t.field({ type: OutcomeFilter, description: 'Which outcomes; all of them if null.' }),
}))
export const decisionArgs = builder.args((t) => ({
  filter: t.field({ type: DecisionFilter, description: 'Which decisions; all of them if null.' }),
}))
export const motionArgs = builder.args((t) => ({
  filter: t.field({ type: MotionFilter, description: 'Which motions; all of them if null.' }),
}))
export const voteEventArgs = builder.args((t) => ({
  filter: t.field({ type: VoteEventFilter, description: 'Which votes; all of them if null.' }),
}))
export const actionItemArgs = builder.args((t) => ({
  filter: t.field({ type: ActionItemFilter, description: 'Which action items; all of them if null.' }),
}))

type Given<Filter extends { $inferInput: object }> = Filter['$inferInput'] | null | undefined

/** What filters of all kinds of outcomes have in common, but for that of all outcomes. */
export type PartFilter = Pick<typeof DecisionFilter.$inferInput, 'person' | 'organization'> &
  Omit<typeof OutcomeFilter.$inferInput, 'kind'>

/** These filters as Prisma conditions. All throw BAD_USER_INPUT, see `referredTo`. */
export const outcomeWhere = (filter: Given<typeof OutcomeFilter>): OutcomeWhere => ({
  AND: [...(filter?.kind ? [{ kind: { in: filter.kind } }] : []), ...placeConditions(filter)],
})

export const decisionWhere = (filter: Given<typeof DecisionFilter>): OutcomeWhere => ({
  kind: 'DECISION',
  AND: [
    ...(filter?.result ? [{ decision: { result: { in: filter.result } } }] : []),
    ...partyConditions(filter, (party) => ({ decision: { motion: { parties: { some: party } } } })),
    ...placeConditions(filter),
  ],
})

export const motionWhere = (filter: Given<typeof MotionFilter>): OutcomeWhere => ({
  kind: 'MOTION',
  AND: [
    ...(filter?.result ? [{ motion: { result: { in: filter.result } } }] : []),
    ...partyConditions(filter, (party) => ({ parties: { some: party } })),
    ...placeConditions(filter),
  ],
})

export const voteEventWhere = (filter: Given<typeof VoteEventFilter>): OutcomeWhere => ({
  kind: 'VOTE_EVENT',
  AND: [
    ...(filter?.result ? [{ voteEvent: { result: { in: filter.result } } }] : []),
    ...partyConditions(filter, (voter) => ({ votes: { some: voter } })),
    ...placeConditions(filter),
  ],
})

export const actionItemWhere = (filter: Given<typeof ActionItemFilter>): OutcomeWhere => ({
  kind: 'ACTION_ITEM',
  AND: [
    ...(filter?.isDone == null ? [] : [{ actionItem: { isDone: filter.isDone } }]),
    ...(filter?.due ? [{ actionItem: { due: dayWithin(filter.due) } }] : []),
    ...partyConditions(filter, (party) => ({ parties: { some: party } })),
    ...placeConditions(filter),
  ],
})

/** Those without a day never fit. */
const dayWithin = ({ from, to }: typeof DateRange.$inferInput) => ({
  not: null,
  ...(from ? { gte: from } : {}),
  ...(to ? { lte: to } : {}),
})

export function placeConditions(filter: Given<typeof OutcomeFilter>): OutcomeWhere[] {
  const { series, meeting, theme, date, language, text } = filter ?? {}
  return [
    ...(series ? [{ meeting: inSeries(series) }] : []),
    ...(meeting ? [atMeeting(meeting)] : []),
    ...(theme ? [onTheme(theme)] : []),
    ...(date ? [{ meeting: meetingWithin(date) }] : []),
    ...(language ? [{ meeting: inLanguage(language) }] : []),
    ...(text == null ? [] : [{ text: containsText(text) }]),
  ]
}

const atMeeting = (meetings: readonly string[]) =>
  referredTo<OutcomeWhere>('MEETING', meetings, ['filter', 'meeting'], {
    id: (meetingId) => ({ meetingId }),
    row: (meeting) => ({ meeting }),
  })

const onTheme = (themes: readonly string[]) =>
  referredTo<OutcomeWhere>('THEME', themes, ['filter', 'theme'], { row: (theme) => ({ theme }) })

/** A condition on a row with a person and a body. */
type Party = { person: Prisma.PersonWhereInput } | { organization: Prisma.OrganizationWhereInput }

interface Parties {
  person?: readonly string[] | null | undefined
  organization?: readonly string[] | null | undefined
}

function partyConditions(filter: Parties | null | undefined, at: (party: Party) => OutcomeWhere): OutcomeWhere[] {
  const { person, organization } = filter ?? {}
  return [
    ...(person
      ? [
          referredTo<OutcomeWhere>('PERSON', person, ['filter', 'person'], {
            row: (row) => at({ person: row }),
          }),
        ]
      : []),
    ...(organization
      ? [
          referredTo<OutcomeWhere>('ORGANIZATION', organization, ['filter', 'organization'], {
            row: (row) => at({ organization: row }),
          }),
        ]
      : []),
  ]
}
