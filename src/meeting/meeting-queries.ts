import { builder } from '../schema/builder.js'
import { MeetingConnection, SeriesConnection } from '../schema/connections.js'
import { byText } from '../schema/order.js'
import { pageOfAll } from '../schema/page-of-all.js'
import { picked } from '../schema/picked.js'
import { bySlug, readBySlug, slugArgs } from '../schema/slug.js'
import { Meeting } from './meeting.js'
import { meetingFilterArgs, meetingWhere } from './meeting-filter.js'
import { meetingOrder, meetingOrderArgs } from './meeting-order.js'
import { Series } from './series.js'

const seriesBySlug = byText('series', 'slug')

builder.queryFields((t) => ({
  series: t.prismaField({
    type: Series,
    nullable: true,
    description: 'A series by its slug; null where none has it.',
    args: slugArgs,
    extensions: readBySlug('SERIES'),
    resolve: async (query, _root, { slug }, { prisma }) => {
      const row = await prisma.slug.findUnique({ where: bySlug('SERIES', slug), select: { series: picked(query) } })
      return row?.series
    },
  }),
  allSeries: t.field(
    pageOfAll('Series', {
      type: SeriesConnection,
      description: 'The series of the archive, by slug.',
      order: () => seriesBySlug,
      rows: (prisma, query) => prisma.series.findMany(query),
      count: (prisma, query) => prisma.series.count(query),
    }),
  ),
  meeting: t.prismaField({
    type: Meeting,
    nullable: true,
    description: 'A meeting by its slug; null where none has it.',
    args: slugArgs,
    extensions: readBySlug('MEETING'),
    resolve: async (query, _root, { slug }, { prisma }) => {
      const row = await prisma.slug.findUnique({ where: bySlug('MEETING', slug), select: { meeting: picked(query) } })
      return row?.meeting
    },
  }),
  meetings: t.field(
    pageOfAll('Meeting', {
      type: MeetingConnection,
      description: 'The meetings of the archive, newest first and undated last unless another order is asked for.',
      args: { ...meetingFilterArgs, ...meetingOrderArgs },
      order: meetingOrder,
      where: ({ filter }) => [meetingWhere(filter)],
      rows: (prisma, query) => prisma.meeting.findMany(query),
      count: (prisma, query) => prisma.meeting.count(query),
    }),
  ),
}))
