import { builder } from '../schema/builder.js'
import { ThemeConnection } from '../schema/connections.js'
import { pageOfAll } from '../schema/page-of-all.js'
import { bySlug, readBySlug, slugArgs } from '../schema/slug.js'
import { withSelect } from '../schema/with-select.js'
import { Theme } from './theme.js'
import { themeFilterArgs, themeWhere } from './theme-filter.js'
import { themeOrder, themeOrderArgs } from './theme-order.js'

builder.queryFields((t) => ({
  theme: t.prismaField({
    type: Theme,
    nullable: true,
    description: 'The theme with this slug, current or former; null if there is none.',
    args: slugArgs,
    extensions: readBySlug('THEME'),
    resolve: async (query, _root, { slug }, { prisma }) => {
      const row = await prisma.slug.findUnique({ where: bySlug('THEME', slug), select: { theme: withSelect(query) } })
      return row?.theme
    },
  }),
  themes: t.field(
    pageOfAll('Theme', {
      type: ThemeConnection,
      description: 'The themes of the archive; by default in order of title.',
      args: { ...themeFilterArgs, ...themeOrderArgs },
      order: themeOrder,
      where: ({ filter }) => [{ mergedIntoId: null }, themeWhere(filter)],
      rows: (prisma, query) => prisma.theme.findMany(query),
      count: (prisma, query) => prisma.theme.count(query),
    }),
  ),
}))
