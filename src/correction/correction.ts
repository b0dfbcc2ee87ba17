import type { Prisma } from '../generated/prisma/client.js'
import * as enums from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { described } from '../schema/described.js'
import { idOf } from '../schema/ids.js'
import { byNumber } from '../schema/order.js'
import { spanOrNullOf } from '../schema/span.js'

/** The corrections of one meeting, the first first. */
export const madeOrder = byNumber('corrections', 'position')

const CorrectionKind = builder.enumType('CorrectionKind', {
  description: 'What a correction is about.',
  values: described(enums.CorrectionKind, {
    SPEAKER: 'Who says its words: a person, a body or a role, or several jointly.',
    NOBODY: 'That nobody by name says its words.',
    NO_REMARK: 'That its words are no remark.',
    REMARK_KIND: 'Whether a remark raises something or responds.',
    ANSWERS: 'Which remarks a remark answers.',
    ON_BEHALF_OF: 'For which bodies a remark is made.',
    THEME: 'What its words are about.',
    SPLIT: 'That another remark begins with its words.',
    JOIN: 'That its words are one remark.',
    PRESENT: 'Who was there, remotely or not at all, and in which role.',
    POST: 'What somebody was as of the meeting, and where.',
    NAME: 'How the name of somebody is written.',
    MEETING: 'Facts of the meeting: title, days, times, place, language.',
    RIGHT: 'That its words were read rightly, where a finding doubts it.',
  }),
})

export const correctionArgs = builder.args((t) => ({
  inForce: t.boolean({ description: 'Only those in force, or only those undone; all of them if null.' }),
}))

export const correctionWhere = ({
  inForce,
}: {
  inForce?: boolean | null | undefined
}): Prisma.CorrectionWhereInput | undefined =>
  inForce == null ? undefined : inForce ? { undoneAt: null } : { undoneAt: { not: null } }

builder.prismaObject('Correction', {
  description:
    'What a curator says of a record that was read wrongly. It stays in force until it is undone, whoever reads the record again.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('Correction')),
    kind: t.expose('kind', { type: CorrectionKind, description: 'What it is about.' }),
    summary: t.exposeString('summary', { description: 'What it says, in a sentence.' }),
    meeting: t.relation('meeting', { description: 'The meeting whose record it corrects.' }),
    span: t.field(
      spanOrNullOf(
        [],
        ['meeting', 'source'],
        'Where its words stand in the record; null if it is about none, or undone, or if they are no longer there.',
      ),
    ),
    lost: t.exposeString('lost', {
      nullable: true,
      description:
        'Why it does not fit the record as it was read last, so that it changes nothing; null if it is applied. There is a finding CORRECTION_LOST, too.',
    }),
    reason: t.exposeString('reason', { description: 'Why, in the words of the curator.' }),
    by: t.exposeString('by', { description: 'Who made it: the name of their API key.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was made.' }),
    undoneAt: t.expose('undoneAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was undone; null while it is in force.',
    }),
    undoneBy: t.exposeString('undoneBy', { nullable: true, description: 'Who undid it; null while it is in force.' }),
    undoneReason: t.exposeString('undoneReason', {
      nullable: true,
      description: 'Why it was undone; null while it is in force.',
    }),
  }),
})
