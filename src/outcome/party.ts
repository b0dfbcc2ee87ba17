import { builder } from '../schema/builder.js'

export const OutcomeParty = builder.prismaObject('OutcomeParty', {
  description: 'Who moves or seconds a motion, or is to do something.',
  select: { outcomeId: true, role: true, position: true },
  fields: (t) => ({
    person: t.relation('person', {
      nullable: true,
      description: 'The person; null for a body, and for a role whose holder the record does not name.',
    }),
    organization: t.relation('organization', { nullable: true, description: 'The body, if it is one.' }),
    asPrinted: t.exposeString('asPrinted', { description: 'The name, body or role, as printed.' }),
  }),
})
