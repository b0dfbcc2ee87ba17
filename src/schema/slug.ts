import type { Prisma } from '../generated/prisma/client.js'
import type { SlugKind } from '../generated/prisma/enums.js'
import { builder } from './builder.js'

export const slugArgs = builder.args((t) => ({
  slug: t.string({ required: true, description: 'The short name in URLs, current or former.' }),
}))

/** The key of the table Slug, in which every slug ever given leads to its current row. */
export const bySlug = (kind: SlugKind, text: string) => ({ kind_text: { kind, text } })

const relations = {
  SERIES: 'series',
  MEETING: 'meeting',
  PERSON: 'person',
  ORGANIZATION: 'organization',
  THEME: 'theme',
} as const satisfies Record<SlugKind, keyof Prisma.SlugInclude>

/** `bySlug` for the compiled read path. */
export const readBySlug = (kind: SlugKind) => ({
  read: {
    row: { model: 'Slug', where: ({ slug }: { slug: string }) => ({ kind, text: slug }), through: relations[kind] },
  },
})
