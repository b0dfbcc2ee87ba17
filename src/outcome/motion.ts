import type { PartyRole } from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { nestedRows } from '../schema/nested-rows.js'
import { Outcome, outcomeColumns } from './outcome.js'
import { OutcomeParty } from './party.js'
import { requiredPart } from './required-part.js'
import { MotionResult } from './results.js'

const byPosition = { position: 'asc' } as const
const withRole = (role: PartyRole) => ({ where: { role }, orderBy: byPosition })

export const Motion = builder.prismaObject('Outcome', {
  variant: 'Motion',
  description: 'A proposal that was put to the meeting.',
  interfaces: [builder.nodeInterfaceRef(), Outcome], // in this order: of fields of one name the last one's resolver is taken
  select: outcomeColumns,
  fields: (t) => ({
    movers: t.field({
      type: [OutcomeParty],
      description: 'Who moved it, as printed; empty if the record does not say.',
      select: (_args, _context, nested) => ({ parties: nested(withRole('MOVER')) }),
      ...nestedRows(),
    }),
    seconders: t.field({
      type: [OutcomeParty],
      description: 'Who seconded it, as printed; empty if the record does not say.',
      select: (_args, _context, nested) => ({ parties: nested(withRole('SECONDER')) }),
      ...nestedRows(),
    }),
    requirement: t.string({
      nullable: true,
      description: 'The majority that it needs, as printed: "two thirds"; null if none is printed.',
      extensions: { read: { column: ['motion', 'requirement'] } },
      select: { motion: { select: { requirement: true } } },
      resolve: ({ motion }) => requiredPart(motion).requirement,
    }),
    result: t.field({
      type: MotionResult,
      nullable: true,
      description: 'What became of it; null if the record does not say.',
      extensions: { read: { column: ['motion', 'result'] } },
      select: { motion: { select: { result: true } } },
      resolve: ({ motion }) => requiredPart(motion).result,
    }),
  }),
})
