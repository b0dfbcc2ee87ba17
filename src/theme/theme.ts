import { meetingOrder, meetingOrderArgs } from '../meeting/meeting-order.js'
import { outcomesOf } from '../outcome/outcome-lists.js'
import { newestOrder } from '../paragraph/paragraph-order.js'
import { byName } from '../person/person-order.js'
import { remarkArgs, remarkOrder, remarkWhere } from '../remark/remark-filter.js'
import { builder } from '../schema/builder.js'
import { MeetingConnection, ParagraphConnection, PersonConnection, RemarkConnection } from '../schema/connections.js'
import { idOf } from '../schema/ids.js'
import { pageOf, pageThrough } from '../schema/page-of.js'

export const Theme = builder.prismaObject('Theme', {
  description:
    'A subject named in the headings of paragraphs. Meetings of one series that print the same heading share it. Structural headings (opening, any other business) are not themes.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('Theme')),
    slug: t.exposeString('slug', { description: 'Its short name in URLs; it never changes.' }),
    title: t.exposeString('title', { description: 'The heading, as printed, without the names after it.' }),
    series: t.relation('series', {
      nullable: true,
      description: 'The series whose meetings share it; null for a theme of one meeting without a series.',
    }),
    mergedInto: t.relation('mergedInto', {
      nullable: true,
      description:
        'The theme into which a curator merged this one, and which now has all its data; null if it is not merged. A merged one can only be reached by its id: its slugs lead to the other.',
    }),
    remarks: t.field(
      pageOf('Theme', 'remarks', {
        type: RemarkConnection,
        description:
          'What was said on it: newest meeting first, undated last; within a meeting in the order of the record.',
        args: remarkArgs,
        order: () => remarkOrder,
        where: ({ filter }) => remarkWhere(filter),
      }),
    ),
    outcomes: t.field(outcomesOf.outcomes),
    decisions: t.field(outcomesOf.decisions),
    motions: t.field(outcomesOf.motions),
    voteEvents: t.field(outcomesOf.voteEvents),
    actionItems: t.field(outcomesOf.actionItems),
    paragraphs: t.field(
      pageOf('Theme', 'paragraphs', {
        type: ParagraphConnection,
        description:
          'The paragraphs on it: newest meeting first, undated last; within a meeting in the order of the record.',
        order: () => newestOrder,
      }),
    ),
    meetings: t.field(
      pageThrough(
        'Theme',
        'meetingList',
        { to: 'meeting', model: 'Meeting', id: 'meetingId', copies: ['sortKey'] },
        {
          type: MeetingConnection,
          description: 'The meetings with a paragraph on it; by default newest first.',
          args: meetingOrderArgs,
          order: meetingOrder,
        },
      ),
    ),
    speakers: t.field(
      pageThrough(
        'Theme',
        'speakerList',
        { to: 'person', model: 'Person', id: 'personId', copies: ['sortName'], only: { raised: true } },
        {
          type: PersonConnection,
          description: 'Who raised it, at any meeting, by sort name; without people who only responded.',
          order: () => byName,
        },
      ),
    ),
  }),
})
