import { outcomesOf } from '../outcome/outcome-lists.js'
import { printedOrder } from '../paragraph/paragraph-order.js'
import { builder } from '../schema/builder.js'
import { ParagraphConnection } from '../schema/connections.js'
import { idOf } from '../schema/ids.js'
import { pageOf } from '../schema/page-of.js'
import { spanOf } from '../schema/span.js'

builder.prismaObject('Section', {
  description: 'A part of a record under a heading of its own, as printed.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('Section')),
    position: t.exposeInt('position', { description: 'Its place among the sections of the meeting, from 1.' }),
    level: t.exposeInt('level', { description: 'How deep its heading is, from 1.' }),
    heading: t.exposeString('heading', { description: 'The heading, as printed.' }),
    parent: t.relation('parent', {
      nullable: true,
      description: 'The section that it is a part of; null at the top.',
    }),
    introduction: t.exposeString('introduction', {
      nullable: true,
      description: 'The words below the heading that belong to no paragraph and no speaker; null if there are none.',
    }),
    date: t.expose('date', {
      type: 'Date',
      nullable: true,
      description: 'The day of this sitting, if sections have days of their own; null if none is printed.',
    }),
    span: t.field(spanOf([], ['meeting', 'source'], 'The place of its heading and introduction in the record.')),
    meeting: t.relation('meeting', { description: 'The meeting whose record it is a part of.' }),
    paragraphs: t.field(
      pageOf('Section', 'paragraphs', {
        type: ParagraphConnection,
        description: 'The paragraphs directly in it, in the order of the record.',
        order: () => printedOrder,
      }),
    ),
    outcomes: t.field(outcomesOf.outcomes),
    decisions: t.field(outcomesOf.decisions),
    motions: t.field(outcomesOf.motions),
    voteEvents: t.field(outcomesOf.voteEvents),
    actionItems: t.field(outcomesOf.actionItems),
  }),
})
