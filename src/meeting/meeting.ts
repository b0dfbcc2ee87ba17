import { correctionArgs, madeOrder as correctionOrder, correctionWhere } from '../correction/correction.js'
import { findingArgs, printedOrder as findingOrder, findingWhere } from '../document/finding.js'
import { Reading } from '../document/source-document.js'
import * as enums from '../generated/prisma/enums.js'
import { outcomesOf } from '../outcome/outcome-lists.js'
import { paragraphArgs, paragraphWhere } from '../paragraph/paragraph-filter.js'
import { printedOrder as paragraphOrder } from '../paragraph/paragraph-order.js'
import { printedOrder as passageOrder } from '../paragraph/unattributed-passage.js'
import { remarkArgs, remarkOrder, remarkWhere } from '../remark/remark-filter.js'
import { builder } from '../schema/builder.js'
import {
  AttendanceConnection,
  CorrectionConnection,
  FindingConnection,
  MentionConnection,
  ParagraphConnection,
  RemarkConnection,
  ThemeConnection,
  UnattributedPassageConnection,
} from '../schema/connections.js'
import { described } from '../schema/described.js'
import { idOf } from '../schema/ids.js'
import { byNumber } from '../schema/order.js'
import { pageOf, pageThrough } from '../schema/page-of.js'
import { permalink } from '../schema/permalink.js'
import { printedOrder as attendanceOrder } from './attendance.js'
import { printedOrder as mentionOrder } from './mention.js'

const DateCertainty = builder.enumType('DateCertainty', {
  description: 'How certain the date of a meeting is.',
  values: described(enums.DateCertainty, {
    EXACT: 'Printed in full.',
    INFERRED_YEAR: 'Day and month are printed; the year was inferred from elsewhere in the record.',
    UNKNOWN: 'The record does not say.',
  }),
})

export const Meeting = builder.prismaObject('Meeting', {
  description: 'One meeting, as described by its record.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('Meeting')),
    slug: t.exposeString('slug', {
      description: 'Its short name in URLs, made from title and date; it never changes.',
    }),
    title: t.exposeString('title', { description: 'The title of the record, as printed.' }),
    series: t.relation('series', {
      nullable: true,
      description: 'The body or series of meetings that it belongs to; null if none was given.',
    }),
    date: t.expose('date', {
      type: 'Date',
      nullable: true,
      description: 'Its first day; null if the record does not say. See dateCertainty.',
    }),
    endDate: t.expose('endDate', {
      type: 'Date',
      nullable: true,
      description: 'The last day of a meeting of several days; null for a meeting of one day.',
    }),
    dateText: t.exposeString('dateText', {
      nullable: true,
      description: 'The date as printed; null if none is printed.',
    }),
    dateCertainty: t.expose('dateCertainty', { type: DateCertainty, description: 'How certain the date is.' }),
    startTime: t.expose('startTime', {
      type: 'LocalTime',
      nullable: true,
      description: 'When it began, in local time; null if the record does not say.',
    }),
    endTime: t.expose('endTime', {
      type: 'LocalTime',
      nullable: true,
      description: 'When it ended, in local time; null if the record does not say.',
    }),
    venue: t.exposeString('venue', {
      nullable: true,
      description: 'Where it was held, as printed; null if the record does not say.',
    }),
    language: t.exposeString('language', {
      nullable: true,
      description: 'The language of the record, BCP 47, as given or detected; null if neither.',
    }),
    sections: t.relation('sections', {
      description: 'The parts of the record under headings, in its order; empty if it has none.',
      query: { orderBy: { position: 'asc' } },
    }),
    paragraphs: t.field(
      pageOf('Meeting', 'paragraphs', {
        type: ParagraphConnection,
        description: 'The paragraphs of the record, in its order.',
        args: paragraphArgs,
        order: () => paragraphOrder,
        where: ({ filter }) => paragraphWhere(filter),
      }),
    ),
    attendances: t.field(
      pageOf('Meeting', 'attendances', {
        type: AttendanceConnection,
        description: 'The list of those present, as printed; empty if the record has none.',
        order: () => attendanceOrder,
      }),
    ),
    themes: t.field(
      pageThrough(
        'Meeting',
        'themeList',
        { to: 'theme', model: 'Theme', id: 'themeId', copies: ['position'] },
        {
          type: ThemeConnection,
          description: 'The themes of its paragraphs, in the order of their first appearance.',
          order: () => byNumber('themes of a meeting', 'position'),
        },
      ),
    ),
    remarks: t.field(
      pageOf('Meeting', 'remarks', {
        type: RemarkConnection,
        description: 'What was said, in the order of the record.',
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
    mentions: t.field(
      pageOf('Meeting', 'mentions', {
        type: MentionConnection,
        description: 'The places that name people who neither attended nor spoke, in the order of the record.',
        order: () => mentionOrder,
      }),
    ),
    unattributed: t.field(
      pageOf('Meeting', 'unattributed', {
        type: UnattributedPassageConnection,
        description: 'The passages that the record attributes to nobody by name, in its order.',
        order: () => passageOrder,
      }),
    ),
    findings: t.field(
      pageOf('Meeting', 'findings', {
        type: FindingConnection,
        description: 'The doubts, repairs and inferences of reading this record, in the order of the text.',
        args: findingArgs,
        order: () => findingOrder,
        where: findingWhere,
      }),
    ),
    corrections: t.field(
      pageOf('Meeting', 'corrections', {
        type: CorrectionConnection,
        description:
          'What curators have said of how the record was read, in force or undone, in the order in which they said it.',
        args: correctionArgs,
        order: () => correctionOrder,
        where: correctionWhere,
      }),
    ),
    source: t.relation('source', { description: 'The document that its record was read from.' }),
    reading: t.relation('source', { type: Reading, description: 'How its record was read, and by whom.' }),
    permalink: t.field({
      type: 'URL',
      description: 'The address of its reading page on this server.',
      extensions: { read: { computed: true } },
      select: { slug: true },
      resolve: ({ slug }, _args, { baseUrl }) => permalink(baseUrl, slug),
    }),
  }),
})
