import type { Prisma } from '../generated/prisma/client.js'
import * as enums from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { described } from '../schema/described.js'
import { nestedRows } from '../schema/nested-rows.js'
import { Remark, remarkColumns } from './remark.js'

const StatementScope = builder.enumType('StatementScope', {
  description: 'How much of its paragraph a statement is.',
  values: described(enums.StatementScope, {
    WHOLE: 'All of it, raised by one alone.',
    JOINT: 'All of it, raised by several: each has a statement, over the same words.',
    SPAN: 'A part of it.',
  }),
})

export const Statement = builder.prismaObject('Remark', {
  variant: 'Statement',
  description:
    "The words of somebody who raised a paragraph, without the responses in it; in prose the sentences that are reported of one speaker; in a transcript a speaker's turn.",
  interfaces: [builder.nodeInterfaceRef(), Remark], // in this order: of fields of one name the last one's resolver is taken
  select: remarkColumns,
})

/** Fields over the same relation with the same arguments are one join. */
const joint = {
  where: { kind: 'STATEMENT' },
  orderBy: { sortKey: 'asc' },
} as const satisfies Prisma.Utterance$remarksArgs

builder.prismaObjectFields(Statement, (t) => ({
  scope: t.field({
    type: StatementScope,
    description: 'How much of its paragraph it is.',
    extensions: { read: { column: ['scope'] } },
    select: { scope: true },
    resolve: ({ scope }) => {
      if (!scope) throw new Error('A statement without a scope.') // a CHECK of the database rules it out
      return scope
    },
  }),
  coSpeakers: t.field({
    type: ['Person'],
    description: 'The other people who raised the same words, in printed order.',
    select: (_args, _context, nested) => ({
      speakerId: true,
      utterance: { select: { remarks: { ...joint, select: { id: true, speaker: nested() } } } },
    }),
    ...nestedRows({ once: true, except: 'speakerId' }),
  }),
  jointWith: t.field({
    type: [Statement],
    description: 'Their statements, and those of bodies that raised the same words with them, in printed order.',
    select: (_args, _context, nested) => ({ id: true, utterance: { select: { remarks: nested(joint) } } }),
    ...nestedRows({ except: 'id' }),
  }),
  unattributed: t.field({
    type: ['UnattributedPassage'],
    description:
      "The passages inside its words that the record leaves without a name: there they are not its speaker's.",
    select: (_args, _context, nested) => ({
      utterance: { select: { unattributed: nested({ orderBy: { position: 'asc' } }) } },
    }),
    ...nestedRows(),
  }),
}))
