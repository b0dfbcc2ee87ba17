import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import { outcomesOf } from '../outcome/outcome-lists.js'
import { remarkArgs, remarkOrder, remarkWhere } from '../remark/remark-filter.js'
import { Response } from '../remark/response.js'
import { builder } from '../schema/builder.js'
import { citation } from '../schema/citation.js'
import { RemarkConnection } from '../schema/connections.js'
import type { Context } from '../schema/context.js'
import { idOf } from '../schema/ids.js'
import { nestedRows } from '../schema/nested-rows.js'
import { pageOf } from '../schema/page-of.js'
import { permalink } from '../schema/permalink.js'
import { spanOf } from '../schema/span.js'
import { withSelect } from '../schema/with-select.js'

/** `neighbour` for the compiled read path. */
const readNeighbour = (step: -1 | 1) => ({
  read: {
    joined: {
      model: 'Paragraph',
      on: (one: string, other: string) =>
        `${other}."meetingId" = ${one}."meetingId" and ${other}."position" = ${one}."position" + ${step}`,
    },
  },
})

export const Paragraph = builder.prismaObject('Paragraph', {
  description: 'A paragraph of a record, whole even if a page break divides it in print.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('Paragraph')),
    position: t.exposeInt('position', { description: 'Its place among the paragraphs of the meeting, from 1.' }),
    number: t.exposeString('number', {
      nullable: true,
      description: 'Its number, as printed; null if none is printed.',
    }),
    heading: t.exposeString('heading', {
      nullable: true,
      description: 'Its own heading, as printed, without the names after it; null if it has none.',
    }),
    text: t.exposeString('text', { description: 'Its words, including the heading but not the printed number.' }),
    span: t.field(spanOf([], ['meeting', 'source'], 'Where it stands.')),
    section: t.relation('section', {
      nullable: true,
      description: 'The section that directly contains it; null if there is none.',
    }),
    meeting: t.relation('meeting', { description: 'The meeting whose record it is a part of.' }),
    theme: t.relation('theme', {
      nullable: true,
      description:
        'What it is about, from its heading or that of the agenda item above it; null if neither names a theme.',
    }),
    speakers: t.field({
      type: ['Person'],
      description: 'Who raised it, in printed order, without people who only respond in it.',
      select: (_args, _context, nested) => ({
        remarks: { where: { kind: 'STATEMENT' }, orderBy: { sortKey: 'asc' }, select: { speaker: nested() } },
      }),
      ...nestedRows({ once: true }),
    }),
    remarks: t.field(
      pageOf('Paragraph', 'remarks', {
        type: RemarkConnection,
        description:
          'What is said in it, in the order of the record: one statement for each person who raised it, and the responses.',
        args: remarkArgs,
        order: () => remarkOrder,
        where: ({ filter }) => remarkWhere(filter),
      }),
    ),
    responses: t.field({
      type: [Response],
      description: 'The responses in it, in the order of the record.',
      select: (_args, _context, nested) => ({
        remarks: nested({ where: { kind: 'RESPONSE' }, orderBy: { sortKey: 'asc' } }),
      }),
      ...nestedRows(),
    }),
    outcomes: t.field(outcomesOf.outcomes),
    unattributed: t.relation('unattributed', {
      description: 'The passages in it that the record attributes to nobody by name, in its order.',
      query: { orderBy: { position: 'asc' } },
    }),
    previous: t.field({
      type: 'Paragraph',
      nullable: true,
      description: 'The paragraph before it in the record; null for the first.',
      extensions: readNeighbour(-1),
      select: { meetingId: true, position: true },
      resolve: (paragraph, _args, context, info) => neighbour(paragraph, -1, context, info),
    }),
    next: t.field({
      type: 'Paragraph',
      nullable: true,
      description: 'The paragraph after it in the record; null after the last.',
      extensions: readNeighbour(1),
      select: { meetingId: true, position: true },
      resolve: (paragraph, _args, context, info) => neighbour(paragraph, 1, context, info),
    }),
    permalink: t.field({
      type: 'URL',
      description: 'The URL of its place on the reading page of its meeting.',
      extensions: { read: { computed: true } },
      select: { id: true, meeting: { select: { slug: true } } },
      resolve: ({ id, meeting }, _args, { baseUrl }) => permalink(baseUrl, meeting.slug, { kind: 'paragraph', id }),
    }),
    citation: t.string({
      description: 'A citation for print: title, date or "undated", and the number.',
      extensions: { read: { computed: true } },
      select: {
        number: true,
        position: true,
        meeting: { select: { title: true, date: true, endDate: true } },
      },
      resolve: ({ meeting, ...paragraph }) => citation({ meeting, paragraph }),
    }),
  }),
})

/** Uses findUnique, because Prisma batches those of one tick into one statement. */
const neighbour = (
  { meetingId, position }: { meetingId: string; position: number },
  step: -1 | 1,
  context: Context,
  info: GraphQLResolveInfo,
) =>
  context.prisma.paragraph.findUnique({
    ...withSelect(queryFromInfo({ context, info, select: { id: true } })),
    where: { meetingId_position: { meetingId, position: position + step } },
  })
