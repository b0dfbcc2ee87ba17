import { queryFromInfo } from '@pothos/plugin-prisma'
import { requireScope } from '../access/access.js'
import { Finding } from '../document/finding.js'
import type { ModelProgress } from '../ingest/model/progress.js'
import type { ModelUse } from '../ingest/model/usage.js'
import type { Counts } from '../ingest/write/counts.js'
import { Meeting } from '../meeting/meeting.js'
import { builder } from '../schema/builder.js'
import { badInput } from '../schema/errors.js'
import { ConflictError, InvalidInputError } from '../schema/user-errors.js'
import { withSelect } from '../schema/with-select.js'
import { IngestDocumentInput } from './input.js'
import type { Success } from './outcome.js'
import { DocumentNotRecognizedError, FormatVerdictType, type UserError } from './user-errors.js'

const IngestStatus = builder.enumType('IngestStatus', {
  description: 'What ingesting a document did.',
  values: {
    CREATED: { description: 'Its meeting was added.' },
    UPDATED: { description: 'Its meeting was already in the archive, and is now as this reading has it.' },
    UNCHANGED: { description: 'The same document had been read in the same way before: nothing was written.' },
    DRY_RUN: { description: 'Nothing was written, as requested.' },
  } as const,
})

const IngestCounts = builder.objectRef<Counts>('IngestCounts').implement({
  description: 'What happened to the rows that the record states, not counting what is derived from them.',
  fields: (t) => ({
    created: t.exposeInt('created', { description: 'Rows that are new.' }),
    updated: t.exposeInt('updated', { description: 'Rows that changed and kept their ids.' }),
    removed: t.exposeInt('removed', { description: 'Rows that the new reading no longer has.' }),
    unchanged: t.exposeInt('unchanged', { description: 'Rows that stayed as they were.' }),
  }),
})

const IngestTotals = builder.objectRef<Success['totals']>('IngestTotals').implement({
  description: 'What the record of a document contains.',
  fields: (t) => ({
    people: t.exposeInt('people', { description: 'The people whom it names, including those only cited.' }),
    remarks: t.exposeInt('remarks', { description: 'Its remarks: one for each raiser of the same words.' }),
    decisions: t.exposeInt('decisions', { description: 'What the meeting settled.' }),
    motions: t.exposeInt('motions', { description: 'What was put to it.' }),
    voteEvents: t.exposeInt('voteEvents', { description: 'Its votes.' }),
    actionItems: t.exposeInt('actionItems', { description: 'What somebody is to do.' }),
  }),
})

const ModelUseType = builder.objectRef<ModelUse>('ModelUse').implement({
  description: 'What a language model takes to read a document.',
  fields: (t) => ({
    model: t.exposeString('model', { description: 'The model, as its endpoint names it.' }),
    asked: t.exposeInt('asked', { description: 'Tokens of what it is asked.' }),
    answered: t.exposeInt('answered', { description: 'Tokens of what it answers.' }),
    parts: t.exposeInt('parts', { description: 'In how many parts, for its context, it reads the document.' }),
    wasAsked: t.exposeBoolean('wasAsked', {
      description: 'Whether it was asked; if not, the numbers are estimates of what it would take.',
    }),
  }),
})

const ReadingProgress = builder.objectRef<ModelProgress>('ReadingProgress').implement({
  description: 'How far a language model has read a document.',
  fields: (t) => ({
    done: t.exposeInt('done', { description: 'Sentences that it has read.' }),
    total: t.exposeInt('total', { description: 'Sentences that the document has.' }),
  }),
})

builder.queryField('readingProgress', (t) =>
  t.field({
    type: ReadingProgress,
    nullable: true,
    description:
      'How far a language model has read a document that is being ingested by this server now; null if none reads it here. Needs a key of scope write.',
    args: {
      document: t.arg.string({ required: true, description: 'SHA-256 of the bytes: 64 hexadecimal digits.' }),
    },
    resolve: (_root, { document }, context) => {
      requireScope(context, 'WRITE')
      return context.underWay.get(document.toLowerCase())
    },
  }),
)

const IngestDocumentSuccess = builder.objectRef<Success>('IngestDocumentSuccess').implement({
  description: 'The document was read.',
  fields: (t) => ({
    status: t.field({ type: IngestStatus, description: 'What ingesting it did.', resolve: ({ status }) => status }),
    meetings: t.field({
      type: [Meeting],
      description: 'The meetings whose records it contains; in a dry run, only those already in the archive.',
      resolve: ({ meeting }, _args, context, info) =>
        context.prisma.meeting.findMany({ ...withSelect(queryFromInfo({ context, info })), where: { id: meeting.id } }),
    }),
    record: t.field({
      type: 'JSON',
      description: 'The record as it was read, in the format of import and export (MeetingRecord).',
      resolve: async ({ read }) => (await read()).record,
    }),
    format: t.field({
      type: FormatVerdictType,
      description: 'The format that it was read by, and why.',
      resolve: async ({ read }) => (await read()).format,
    }),
    findings: t.field({
      type: [Finding],
      description: 'The doubts, repairs and inferences of reading it. In a dry run their spans have no document.',
      resolve: async ({ status, findings }, _args, context, info) => {
        const query = withSelect(queryFromInfo({ context, info }))
        if (status === 'DRY_RUN') return findings.map(unstored)
        const ids = findings.map(({ id }) => id)
        return context.prisma.finding.findMany({ ...query, where: { id: { in: ids } }, orderBy: { position: 'asc' } })
      },
    }),
    totals: t.field({ type: IngestTotals, description: 'What the record contains.', resolve: ({ totals }) => totals }),
    modelUse: t.field({
      type: ModelUseType,
      nullable: true,
      description:
        'What a language model took to read it, or in a dry run would take; null if none has to do with it, or if its answer was stored.',
      resolve: ({ use }) => use,
    }),
    proposal: t.string({
      nullable: true,
      description:
        'What a model or a person answered, as JSON lines; null if neither read it. After a dry run, the input with this as "proposal" writes the same without asking the model again.',
      resolve: async ({ read }) => (await read()).source.reading?.proposal,
    }),
    counts: t.field({ type: IngestCounts, description: 'What happened to its rows.', resolve: ({ counts }) => counts }),
    removedSample: t.boolean({
      description:
        'Whether the sample was removed, because this is the first record of your own; in a dry run, whether it would be.',
      resolve: ({ removed }) => removed !== null,
    }),
  }),
})

/**
 * A finding that is not stored, in the shape of a row; Pothos takes it as loaded, for its fields have been planned. Its document
 * is an error, which a query that selects it returns.
 */
const unstored = ({ pieces, ...finding }: Success['findings'][number]) => ({
  ...finding,
  pieces: pieces.flat(),
  document: badInput('A dry run stores no document. Leave out "document" of the span.', []),
})

const IngestDocumentResult = builder.unionType('IngestDocumentResult', {
  description: 'A document that was read, or why it was not.',
  types: [IngestDocumentSuccess, DocumentNotRecognizedError, InvalidInputError, ConflictError],
  resolveType: (result) => result.kind,
})

builder.mutationField('ingestDocument', (t) =>
  t.field({
    type: IngestDocumentResult,
    description:
      'Reads the record of a meeting into the archive, all of it or nothing. The same document again changes nothing; an edited one keeps the ids of what stayed. Needs a key of scope write.',
    args: { input: t.arg({ type: IngestDocumentInput, required: true, description: 'The document.' }) },
    resolve: async (_root, { input }, context): Promise<Success | UserError> => {
      requireScope(context, 'WRITE')
      const { ingestGiven } = await import('./ingest-given.js') // loads the formats, which nothing but an ingest needs
      return ingestGiven(input, context)
    },
  }),
)
