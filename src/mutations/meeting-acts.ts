import { queryFromInfo } from '@pothos/plugin-prisma'
import { restoreMeeting } from '../curate/restore-meeting.js'
import { retractMeeting } from '../curate/retract-meeting.js'
import { Meeting } from '../meeting/meeting.js'
import { builder } from '../schema/builder.js'
import { withSelect } from '../schema/with-select.js'
import { act } from './act.js'
import { actResult } from './act-result.js'
import { meetingSlug } from './named-row.js'

const MeetingActInput = builder.inputType('MeetingActInput', {
  description: 'A meeting, and why it is retracted or restored.',
  fields: (t) => ({
    meeting: t.string({ required: true, description: 'The slug of the meeting, current or former, or its id.' }),
    reason: t.string({ required: true, description: 'Why, in a sentence; published in the feed.' }),
  }),
})

const RetractMeetingSuccess = builder
  .objectRef<{ kind: 'RetractMeetingSuccess'; slug: string }>('RetractMeetingSuccess')
  .implement({
    description: 'The meeting was withdrawn from every answer.',
    fields: (t) => ({
      slug: t.exposeString('slug', { description: 'Its slug: what `restoreMeeting` takes.' }),
    }),
  })

const RestoreMeetingSuccess = builder
  .objectRef<{ kind: 'RestoreMeetingSuccess'; id: string }>('RestoreMeetingSuccess')
  .implement({
    description: 'The meeting was restored.',
    fields: (t) => ({
      meeting: t.field({
        type: Meeting,
        description: 'The meeting, with the ids that its rows had.',
        resolve: ({ id }, _args, context, info) =>
          context.prisma.meeting.findUniqueOrThrow({
            ...withSelect<object>(queryFromInfo({ context, info })),
            where: { id },
          }),
      }),
    }),
  })

const RetractMeetingResult = actResult(
  'RetractMeetingResult',
  'A meeting that was retracted, or why it was not.',
  RetractMeetingSuccess,
)

const RestoreMeetingResult = actResult(
  'RestoreMeetingResult',
  'A meeting that was restored, or why it was not.',
  RestoreMeetingSuccess,
)

builder.mutationFields((t) => ({
  retractMeeting: t.field({
    type: RetractMeetingResult,
    description:
      'Withdraws a meeting from every answer, with the people, bodies and themes that no other record names. Its document and the ids of its rows are kept for `restoreMeeting`. Needs a key of scope write.',
    args: { input: t.arg({ type: MeetingActInput, required: true, description: 'Which meeting, and why.' }) },
    resolve: (_root, { input }, context) =>
      act(context, 'WRITE', input.reason, async (sql, by) => ({
        kind: 'RetractMeetingSuccess' as const,
        slug: await retractMeeting(sql, { ...by, slug: await meetingSlug(sql, input.meeting) }),
      })),
  }),
  restoreMeeting: t.field({
    type: RestoreMeetingResult,
    description: 'Restores a retracted meeting, under the merges and names now in force. Needs a key of scope admin.',
    args: { input: t.arg({ type: MeetingActInput, required: true, description: 'Which meeting, and why.' }) },
    resolve: (_root, { input }, context) =>
      act(context, 'ADMIN', input.reason, async (sql, by) => ({
        kind: 'RestoreMeetingSuccess' as const,
        id: await restoreMeeting(sql, { ...by, slug: await meetingSlug(sql, input.meeting) }),
      })),
  }),
}))
