import { builder } from '../schema/builder.js'
import { nestedRows } from '../schema/nested-rows.js'
import { Outcome, outcomeColumns } from './outcome.js'
import { OutcomeParty } from './party.js'
import { requiredPart } from './required-part.js'

builder.prismaObject('Outcome', {
  variant: 'ActionItem',
  description: 'What somebody is to do.',
  interfaces: [builder.nodeInterfaceRef(), Outcome], // in this order: of fields of one name the last one's resolver is taken
  select: outcomeColumns,
  fields: (t) => ({
    assignees: t.field({
      type: [OutcomeParty],
      description: 'Who is to do it, as printed; empty if the record does not say.',
      select: (_args, _context, nested) => ({
        parties: nested({ where: { role: 'ASSIGNEE' }, orderBy: { position: 'asc' } }),
      }),
      ...nestedRows(),
    }),
    due: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day by which it is to be done; null if none is printed that is a day.',
      extensions: { read: { column: ['actionItem', 'due'] } },
      select: { actionItem: { select: { due: true } } },
      resolve: ({ actionItem }) => requiredPart(actionItem).due,
    }),
    dueAsPrinted: t.string({
      nullable: true,
      description: 'By when it is to be done, as printed: "before the next meeting"; null if nothing is printed.',
      extensions: { read: { column: ['actionItem', 'dueAsPrinted'] } },
      select: { actionItem: { select: { dueAsPrinted: true } } },
      resolve: ({ actionItem }) => requiredPart(actionItem).dueAsPrinted,
    }),
    isDone: t.boolean({
      description: 'Whether the record has it as done. A later record may say otherwise.',
      extensions: { read: { column: ['actionItem', 'isDone'] } },
      select: { actionItem: { select: { isDone: true } } },
      resolve: ({ actionItem }) => requiredPart(actionItem).isDone,
    }),
  }),
})
