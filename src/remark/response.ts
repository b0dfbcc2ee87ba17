import * as enums from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { described } from '../schema/described.js'
import { nestedRows } from '../schema/nested-rows.js'
import { spanOf } from '../schema/span.js'
import { Remark, remarkColumns } from './remark.js'

const ActKind = builder.enumType('ActKind', {
  description: 'What a response does, according to the verb by which the record reports it.',
  values: described(enums.ActKind, {
    ANSWER: 'Replies to a question.',
    AGREE: 'Says that what was said is right.',
    DISAGREE: 'Says that what was said is wrong.',
    ACKNOWLEDGE: 'Takes note of what was said.',
    COMMENT: 'Comments on what was said.',
    EXPLAIN: 'Explains something.',
    ADD: 'Adds something to what was said.',
    ASK: 'Asks a question in return.',
    PROPOSE: 'Suggests something.',
    OTHER: 'Something else, reported by another verb.',
  }),
})

const Stance = builder.enumType('Stance', {
  description: 'For or against what a response answers, as its verbs say.',
  values: described(enums.Stance, {
    SUPPORTS: 'For it.',
    OPPOSES: 'Against it.',
    MIXED: 'For some of it and against some.',
  }),
})

const ResponseAct = builder.prismaObject('ResponseAct', {
  description: 'One thing that a response does.',
  select: { remarkId: true, position: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: ActKind, description: 'What it does.' }),
    verb: t.exposeString('verb', { description: 'The verb, as printed.' }),
    span: t.field(spanOf([], ['response', 'remark', 'meeting', 'source'], 'Where the verb stands.')),
  }),
})

const AnsweredRemark = builder.prismaObject('ResponseTarget', {
  name: 'AnsweredRemark',
  description: 'A remark that a response answers, and whether the response is for or against it.',
  select: { responseId: true, targetId: true },
  fields: (t) => ({
    remark: t.relation('target', { type: Remark, description: 'What is answered.' }),
    stance: t.expose('stance', {
      type: Stance,
      nullable: true,
      description:
        'For or against this remark; null where no verb states it, or where it states it of something else that is answered: who disagrees with one speaker is not against all whom they answer.',
    }),
  }),
})

export const Response = builder.prismaObject('Remark', {
  variant: 'Response',
  description: "A turn inside somebody else's paragraph, as of a panel: all that one speaker says without a break.",
  interfaces: [builder.nodeInterfaceRef(), Remark], // in this order: of fields of one name the last one's resolver is taken
  select: remarkColumns,
  fields: (t) => ({
    acts: t.field({
      type: [ResponseAct],
      description: 'What it does, by the verbs that report it, in the order of the record.',
      select: (_args, _context, nested) => ({
        response: { select: { acts: nested({ orderBy: { position: 'asc' } }) } },
      }),
      ...nestedRows(),
    }),
    stance: t.field({
      type: Stance,
      nullable: true,
      description:
        'For or against something that it answers, all its verbs together; `answered` says for or against what. Null unless a verb states it.',
      extensions: { read: { column: ['response', 'stance'] } },
      select: { response: { select: { stance: true } } },
      resolve: ({ response }) => response?.stance,
    }),
    answered: t.field({
      type: [AnsweredRemark],
      description: 'What it answers, as `inResponseTo` has it, with whether it is for or against each.',
      select: (_args, _context, nested) => ({ targets: nested({ orderBy: { target: { sortKey: 'asc' } } }) }),
      ...nestedRows(),
    }),
    inResponseTo: t.field({
      type: [Remark],
      description:
        'What it answers: the statements of those who raised the paragraph unless its words name one of them, and the remark that it takes up. In transcripts only where the record says so.',
      select: (_args, _context, nested) => ({
        targets: { orderBy: { target: { sortKey: 'asc' } }, select: { target: nested() } },
      }),
      ...nestedRows(),
    }),
  }),
})

builder.prismaInterfaceField(Remark, 'responses', (t) =>
  t.field({
    type: [Response],
    description: 'The responses that answer it, in the order of the record.',
    select: (_args, _context, nested) => ({
      answers: { orderBy: { response: { sortKey: 'asc' } }, select: { response: nested() } },
    }),
    ...nestedRows(),
  }),
)
