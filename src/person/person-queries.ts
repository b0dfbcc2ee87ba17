import { builder } from '../schema/builder.js'
import { PersonConnection } from '../schema/connections.js'
import { pageOfAll } from '../schema/page-of-all.js'
import { bySlug, readBySlug, slugArgs } from '../schema/slug.js'
import { withSelect } from '../schema/with-select.js'
import { Person } from './person.js'
import { personFilterArgs, personWhere, unlessCited } from './person-filter.js'
import { personOrder, personOrderArgs } from './person-order.js'

builder.queryFields((t) => ({
  person: t.prismaField({
    type: Person,
    nullable: true,
    description:
      'The person with this slug, current or former, or that of somebody merged into them; null if there is none.',
    args: slugArgs,
    extensions: readBySlug('PERSON'),
    resolve: async (query, _root, { slug }, { prisma }) => {
      const row = await prisma.slug.findUnique({ where: bySlug('PERSON', slug), select: { person: withSelect(query) } })
      return row?.person
    },
  }),
  people: t.field(
    pageOfAll('Person', {
      type: PersonConnection,
      description:
        'The people of the archive; by default in order of sort name; without those whom records only cite, unless the filter says "includeCited".',
      args: { ...personFilterArgs, ...personOrderArgs },
      order: personOrder,
      where: ({ filter }) => [{ mergedIntoId: null }, unlessCited(filter), personWhere(filter)],
      rows: (prisma, query) => prisma.person.findMany(query),
      count: (prisma, query) => prisma.person.count(query),
    }),
  ),
}))
