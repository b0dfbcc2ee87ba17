import { partsOf } from '../outcome/voter-lists.js'
import { personFilterArgs, personWhere } from '../person/person-filter.js'
import { byName } from '../person/person-order.js'
import { remarkArgs, remarkOrder, remarkWhere } from '../remark/remark-filter.js'
import { builder } from '../schema/builder.js'
import { PersonConnection, RemarkConnection } from '../schema/connections.js'
import { formerSlugs } from '../schema/former-slugs.js'
import { idOf } from '../schema/ids.js'
import { pageThrough } from '../schema/page-of.js'

export const Organization = builder.prismaObject('Organization', {
  description: 'A body or country that records name: an institution, a ministry, a delegation.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('Organization')),
    slug: t.exposeString('slug', { description: 'Its short name in URLs; it never changes.' }),
    name: t.exposeString('name', { description: 'Its name, as printed.' }),
    aliases: t.exposeStringList('aliases', {
      description: 'Other forms of the name that records define: abbreviations and the like.',
    }),
    parent: t.relation('parent', {
      nullable: true,
      description: 'The body that it is a part of, according to a record or its register; otherwise null.',
    }),
    mergedInto: t.relation('mergedInto', {
      nullable: true,
      description:
        'The body into which a curator merged this one, and which now has all its data; null if it is not merged. A merged body can only be reached by its id: its slugs lead to the other.',
    }),
    people: t.field(
      pageThrough(
        'Organization',
        'personList',
        { to: 'person', model: 'Person', id: 'personId', copies: ['sortName'] },
        {
          type: PersonConnection,
          description:
            'Everyone for whom any record states an affiliation with it, including former and incoming ones, by sort name. See their "affiliations" for which.',
          args: personFilterArgs,
          order: () => byName,
          where: ({ filter }) => personWhere(filter),
        },
      ),
    ),
    remarks: t.field(
      pageThrough(
        'Organization',
        'spokenFor',
        { to: 'remark', model: 'Remark', id: 'remarkId', copies: ['sortKey'], only: { counted: true } },
        {
          type: RemarkConnection,
          description:
            'What was said by it as a party, or by people with a CURRENT affiliation to it at that meeting: newest meeting first, undated last; within a meeting in the order of the record.',
          args: remarkArgs,
          order: () => remarkOrder,
          where: ({ filter }) => remarkWhere(filter),
        },
      ),
    ),
    votes: t.field(partsOf.votes),
    actionItems: t.field(partsOf.actionItems),
    formerSlugs: t.stringList(
      formerSlugs('Slugs that once belonged to others and now lead to this organization.', 'organizationId'),
    ),
  }),
})
