import * as enums from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { FindingConnection } from '../schema/connections.js'
import { described } from '../schema/described.js'
import { idOf } from '../schema/ids.js'
import { pageOf } from '../schema/page-of.js'
import { withSelect } from '../schema/with-select.js'
import { findingArgs, findingWhere, printedOrder } from './finding.js'

const SourceDocument = builder.prismaObject('SourceDocument', {
  description: 'A document as it was ingested.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('SourceDocument')),
    fileName: t.exposeString('fileName', { description: 'The name of the file, without its folder.' }),
    mediaType: t.exposeString('mediaType', { description: 'The media type of the bytes: text/plain.' }),
    sha256: t.exposeString('sha256', { description: 'The SHA-256 of the bytes, 64 hexadecimal digits in lower case.' }),
    text: t.exposeString('text', {
      description: 'The text extracted from the bytes. All span offsets point into it, in UTF-16 units.',
    }),
    format: t.exposeString('format', { description: 'The kind of record that it was read as: summary.' }),
    formatVersion: t.exposeString('formatVersion', { description: 'The version of the rules by which it was read.' }),
    ingestedAt: t.expose('ingestedAt', { type: 'DateTime', description: 'When it was first read into the archive.' }),
    meetings: t.relation('meetings', {
      description: 'The meetings whose records it contains, in the order of the document.',
      query: { orderBy: { sequence: 'asc' } },
    }),
    findings: t.field(
      pageOf('SourceDocument', 'findings', {
        type: FindingConnection,
        description: 'The doubts, repairs and inferences of reading it, in the order of the text.',
        args: findingArgs,
        order: () => printedOrder,
        where: findingWhere,
      }),
    ),
  }),
})

const ReadingSource = builder.enumType('ReadingSource', {
  description: 'Who read a record.',
  values: described(enums.ReadingSource, {
    MARKUP: 'The marks of its own format: Akoma Ntoso, TEI, a MeetingRecord.',
    RULES: "The program's own rules.",
    MODEL: 'A language model; what it answered was checked against the text.',
    PERSON: 'A person, by a proposal that was checked against the text.',
  }),
})

/** How the record of a meeting was read: the same row as its document. */
export const Reading = builder.prismaObject('SourceDocument', {
  variant: 'Reading',
  description: 'How the record of a meeting was read.',
  select: { id: true },
  fields: (t) => ({
    by: t.field({
      type: ReadingSource,
      description: 'Who read it.',
      extensions: { read: { column: ['readBy'] } },
      select: { readBy: true },
      resolve: ({ readBy }) => readBy,
    }),
    model: t.field({
      type: 'String',
      nullable: true,
      description: 'The language model that read it, as its endpoint names it; null if none did.',
      extensions: { read: { column: ['readModel'] } },
      select: { readModel: true },
      resolve: ({ readModel }) => readModel,
    }),
    at: t.field({
      type: 'DateTime',
      description: 'When it was read as it is now.',
      extensions: { read: { column: ['readAt'] } },
      select: { readAt: true },
      resolve: ({ readAt }) => readAt,
    }),
    instructions: t.exposeString('instructions', {
      nullable: true,
      description: 'The version of the instructions that the model or person was given; null if none were.',
    }),
  }),
})

builder.queryField('document', (t) =>
  t.prismaField({
    type: SourceDocument,
    nullable: true,
    description: 'A document by the hash of its bytes; null if the archive has no such document.',
    args: {
      sha256: t.arg.string({ required: true, description: 'SHA-256 of the bytes: 64 hexadecimal digits.' }),
    },
    extensions: {
      read: {
        row: { model: 'SourceDocument', where: ({ sha256 }) => ({ sha256: sha256.toLowerCase() }) },
      },
    },
    resolve: (query, _root, { sha256 }, { prisma }) =>
      prisma.sourceDocument.findUnique({ ...withSelect(query), where: { sha256: sha256.toLowerCase() } }),
  }),
)
