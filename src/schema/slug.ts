import type { SlugKind } from '../generated/prisma/enums.js'
import { builder } from './builder.js'

export const slugArgs = builder.args((t) => ({
  slug: t.string({ required: true, description: 'The short name in addresses, present or former.' }),
}))

/** The key of Slug, where every slug ever given leads to the row that it means now. */
export const bySlug = (kind: SlugKind, text: string) => ({ kind_text: { kind, text } })
