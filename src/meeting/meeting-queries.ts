import { builder } from '../schema/builder.js'
import { MeetingConnection, SeriesConnection } from '../schema/connections.js'
import { byText } from '../schema/order.js'
import { pageOfAll } from '../schema/page-of-all.js'
import { bySlug, readBySlug, slugArgs } from '../schema/slug.js'
import { withSelect } from '../schema/with-select.js'
import { Meeting } from './meeting.js'
import { meetingFilterArgs, meetingWhere } from './meeting-filter.js'
import { meetingOrder, meetingOrderArgs } from './meeting-order.js'
import { Series } from './series.js'

const seriesBySlug = byText('series', 'slug')

builder.queryFields((t) => ({
  series: t.prismaField({
    type: Series,
    nullable: true,
    description: 'The series with this slug; null if there is none.',
    args: slugArgs,
    extensions: readBySlug('SERIES'),
    resolve: async (query, _root, { slug }, { prisma }) => {
      const row = await prisma.slug.findUnique({ where: bySlug('SERIES', slug), select: { series: withSelect(query) } })
      return row?.series
    },
  }),
  allSeries: t.field(
    pageOfAll('Series', {
      type: SeriesConnection,
      description: 'The series of which there are meetings, by slug.',
      order: () => seriesBySlug,
      // One whose meetings are all retracted stays for them to come back to, and for its slug.
      where: () => [{ meetings: { some: {} } }],
      rows: (prisma, query) => prisma.series.findMany(query),
      count: (prisma, query) => prisma.series.count(query),
    }),
  ),
  meeting: t.prismaField({
    type: Meeting,
    nullable: true,
    description: 'The meeting with this slug; null if there is none.',
    args: slugArgs,
    extensions: readBySlug('MEETING'),
    resolve: async (query, _root, { slug }, { prisma }) => {
      const row = await prisma.slug.findUnique({
        where: bySlug('MEETING', slug),
        select: { meeting: withSelect(query) },
      })
      return row?.meeting
    },
  }),
  meetings: t.field(
    pageOfAll('Meeting', {
      type: MeetingConnection,
      description: 'The meetings of the archive; by default newest first and undated last.',
      args: { ...meetingFilterArgs, ...meetingOrderArgs },
      order: meetingOrder,
      where: ({ filter }) => [meetingWhere(filter)],
      rows: (prisma, query) => prisma.meeting.findMany(query),
      count: (prisma, query) => prisma.meeting.count(query),
    }),
  ),
}))
