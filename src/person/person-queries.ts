import { builder } from '../schema/builder.js'
import { PersonConnection } from '../schema/connections.js'
import { pageOfAll } from '../schema/page-of-all.js'
import { picked } from '../schema/picked.js'
import { bySlug, readBySlug, slugArgs } from '../schema/slug.js'
import { Person } from './person.js'
import { personFilterArgs, personWhere, unlessCited } from './person-filter.js'
import { personOrder, personOrderArgs } from './person-order.js'

builder.queryFields((t) => ({
  person: t.prismaField({
    type: Person,
    nullable: true,
    description: 'A person by slug, also by a former one or that of somebody joined with them; null where none has it.',
    args: slugArgs,
    extensions: readBySlug('PERSON'),
    resolve: async (query, _root, { slug }, { prisma }) => {
      const row = await prisma.slug.findUnique({ where: bySlug('PERSON', slug), select: { person: picked(query) } })
      return row?.person
    },
  }),
  people: t.field(
    pageOfAll('Person', {
      type: PersonConnection,
      description:
        'The people of the archive, by sort name unless another order is asked for; without those whom records only cite, unless the filter says "includeCited".',
      args: { ...personFilterArgs, ...personOrderArgs },
      order: personOrder,
      where: ({ filter }) => [{ mergedIntoId: null }, unlessCited(filter), personWhere(filter)],
      rows: (prisma, query) => prisma.person.findMany(query),
      count: (prisma, query) => prisma.person.count(query),
    }),
  ),
}))
