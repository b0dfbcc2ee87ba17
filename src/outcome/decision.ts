import { builder } from '../schema/builder.js'
import { Outcome, outcomeColumns } from './outcome.js'
import { requiredPart } from './required-part.js'
import { DecisionResult } from './results.js'

export const Decision = builder.prismaObject('Outcome', {
  variant: 'Decision',
  description: 'What the meeting settled: "It was agreed that …", "RESOLVED: …".',
  interfaces: [builder.nodeInterfaceRef(), Outcome], // in this order: of fields of one name the last one's resolver is taken
  select: outcomeColumns,
  fields: (t) => ({
    result: t.field({
      type: DecisionResult,
      description: 'What it does with what was before the meeting.',
      extensions: { read: { column: ['decision', 'result'] } },
      select: { decision: { select: { result: true } } },
      resolve: ({ decision }) => requiredPart(decision).result,
    }),
    verb: t.string({
      nullable: true,
      description: 'The word that says so, as printed: "agreed", "RESOLVED"; null if none is printed.',
      extensions: { read: { column: ['decision', 'verb'] } },
      select: { decision: { select: { verb: true } } },
      resolve: ({ decision }) => requiredPart(decision).verb,
    }),
  }),
})
