import { builder } from '../schema/builder.js'
import { MeetingConnection } from '../schema/connections.js'
import { idOf } from '../schema/ids.js'
import { pageOf } from '../schema/page-of.js'
import { meetingOrder, meetingOrderArgs } from './meeting-order.js'

export const Series = builder.prismaObject('Series', {
  description: 'A body, or a series of meetings, whose records belong together. Named when a record is ingested.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('Series')),
    slug: t.exposeString('slug', { description: 'Its short name in URLs; it never changes.' }),
    title: t.exposeString('title', { description: 'Its name for readers.' }),
    meetings: t.field(
      pageOf('Series', 'meetings', {
        type: MeetingConnection,
        description: 'The meetings of the series; by default newest first.',
        args: meetingOrderArgs,
        order: meetingOrder,
      }),
    ),
  }),
})
