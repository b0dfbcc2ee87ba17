import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import { correct } from '../curate/correct/correct.js'
import type { GivenCorrection } from '../curate/correct/given.js'
import { undoCorrection } from '../curate/correct/undo-correction.js'
import { Meeting } from '../meeting/meeting.js'
import { builder } from '../schema/builder.js'
import type { Context } from '../schema/context.js'
import { withSelect } from '../schema/with-select.js'
import { act, rowId } from './act.js'
import { actResult } from './act-result.js'
import { CorrectInput, givenCorrection } from './correction-input.js'
import { meetingSlug } from './named-row.js'

interface Done<Kind extends string> {
  kind: Kind
  meetingId: string
}

const meetingOf = ({ meetingId }: Done<string>, _args: object, context: Context, info: GraphQLResolveInfo) =>
  context.prisma.meeting.findUniqueOrThrow({
    ...withSelect<object>(queryFromInfo({ context, info })),
    where: { id: meetingId },
  })

const CorrectSuccess = builder.objectRef<Done<'CorrectSuccess'> & { ids: string[] }>('CorrectSuccess').implement({
  description: 'The corrections were made.',
  fields: (t) => ({
    corrections: t.field({
      type: ['Correction'],
      description: 'The corrections, in the order in which they were given.',
      resolve: async ({ ids }, _args, context, info) => {
        const rows = await context.prisma.correction.findMany({
          ...withSelect<object>(queryFromInfo({ context, info })),
          where: { id: { in: ids } },
        })
        return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
      },
    }),
    meeting: t.field({ type: Meeting, description: 'The meeting as it is now.', resolve: meetingOf }),
  }),
})

const UndoCorrectionSuccess = builder.objectRef<Done<'UndoCorrectionSuccess'>>('UndoCorrectionSuccess').implement({
  description: 'The correction was undone.',
  fields: (t) => ({
    meeting: t.field({ type: Meeting, description: 'The meeting as it is now.', resolve: meetingOf }),
  }),
})

const CorrectResult = actResult('CorrectResult', 'Corrections that were made, or why they were not.', CorrectSuccess)

const UndoCorrectionResult = actResult(
  'UndoCorrectionResult',
  'A correction that was undone, or why it was not.',
  UndoCorrectionSuccess,
)

const UndoCorrectionInput = builder.inputType('UndoCorrectionInput', {
  description: 'Which correction to undo, and why.',
  fields: (t) => ({
    correction: t.id({ required: true, description: 'The id of the correction.' }),
    reason: t.string({ required: true, description: 'Why it was wrong, in a sentence; published in the feed.' }),
  }),
})

builder.mutationFields((t) => ({
  correct: t.field({
    type: CorrectResult,
    description:
      'Corrects how the record of a meeting was read. A correction is about words and names, so that it stays in force when the record is read again: an edited copy, by a newer parser, by a model. Where it no longer fits there is a finding CORRECTION_LOST. Needs a key of scope write.',
    args: { input: t.arg({ type: CorrectInput, required: true, description: 'The corrections, and why.' }) },
    resolve: (_root, { input }, context) =>
      act(context, 'WRITE', input.reason, async (sql, by) => {
        const corrections: GivenCorrection[] = []
        for (const [i, one] of input.corrections.entries())
          corrections.push(await givenCorrection(sql, one, ['corrections', String(i)]))
        const seen = (input.seen ?? []).map((id, i) => rowId('Correction', id, ['seen', String(i)]))
        const done = await correct(sql, { ...by, slug: await meetingSlug(sql, input.meeting), corrections, seen })
        return { kind: 'CorrectSuccess' as const, ...done }
      }),
  }),
  undoCorrection: t.field({
    type: UndoCorrectionResult,
    description:
      'Undoes a correction; corrections can be undone in any order, and all others stay in force. Needs a key of scope write.',
    args: { input: t.arg({ type: UndoCorrectionInput, required: true, description: 'The correction, and why.' }) },
    resolve: (_root, { input }, context) =>
      act(context, 'WRITE', input.reason, async (sql, by) => {
        const correctionId = rowId('Correction', input.correction, ['correction'])
        return { kind: 'UndoCorrectionSuccess' as const, meetingId: await undoCorrection(sql, { ...by, correctionId }) }
      }),
  }),
}))
