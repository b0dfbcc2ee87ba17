import { builder } from '../schema/builder.js'
import { OrganizationConnection } from '../schema/connections.js'
import { pageOfAll } from '../schema/page-of-all.js'
import { bySlug, readBySlug, slugArgs } from '../schema/slug.js'
import { withSelect } from '../schema/with-select.js'
import { Organization } from './organization.js'
import { organizationFilterArgs, organizationWhere } from './organization-filter.js'
import { organizationOrder, organizationOrderArgs } from './organization-order.js'

builder.queryFields((t) => ({
  organization: t.prismaField({
    type: Organization,
    nullable: true,
    description:
      'The organization with this slug, current or former, or that of one merged into it; null if there is none.',
    args: slugArgs,
    extensions: readBySlug('ORGANIZATION'),
    resolve: async (query, _root, { slug }, { prisma }) => {
      const select = { organization: withSelect(query) }
      const row = await prisma.slug.findUnique({ where: bySlug('ORGANIZATION', slug), select })
      return row?.organization
    },
  }),
  organizations: t.field(
    pageOfAll('Organization', {
      type: OrganizationConnection,
      description: 'The organizations of the archive; by default in order of name.',
      args: { ...organizationFilterArgs, ...organizationOrderArgs },
      order: organizationOrder,
      where: ({ filter }) => [{ mergedIntoId: null }, organizationWhere(filter)],
      rows: (prisma, query) => prisma.organization.findMany(query),
      count: (prisma, query) => prisma.organization.count(query),
    }),
  ),
}))
