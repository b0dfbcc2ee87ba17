import * as enums from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { described } from '../schema/described.js'
import { idOf } from '../schema/ids.js'
import { spanOrNullOf } from '../schema/span.js'

export const AffiliationStatus = builder.enumType('AffiliationStatus', {
  description: 'Whether an affiliation held when it was stated.',
  values: described(enums.AffiliationStatus, {
    CURRENT: 'It held.',
    INCOMING: 'It was to begin: "from March".',
    FORMER: 'It had ended: "Former Judge".',
  }),
})

builder.prismaObject('Affiliation', {
  description: 'What somebody is, and where, as records state it: one title at one body, with one status.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('Affiliation')),
    person: t.relation('person', { description: 'Whose it is.' }),
    organization: t.relation('organization', {
      nullable: true,
      description: 'The body; null if only a title is stated.',
    }),
    title: t.exposeString('title', {
      nullable: true,
      description: 'The title, as printed; null if only a body is stated.',
    }),
    status: t.expose('status', { type: AffiliationStatus, description: 'Whether it held when it was stated.' }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'What is printed beside it, "from March"; null if nothing is printed.',
    }),
    firstStated: t.expose('firstStated', {
      type: 'Date',
      nullable: true,
      description: 'The day of the first record that states it; null if none that does has a date.',
    }),
    lastStated: t.expose('lastStated', {
      type: 'Date',
      nullable: true,
      description: 'The day of the latest record that states it; null if none that does has a date.',
    }),
    span: t.field(
      spanOrNullOf([], ['document'], 'Where the latest record states it; null if it has no place of its own.'),
    ),
  }),
})
