import type { SlugKind } from '../generated/prisma/enums.js'
import { type ArgumentPath, badInput } from './errors.js'
import { decodeId, type NodeTable } from './ids.js'

const tables = {
  SERIES: 'Series',
  MEETING: 'Meeting',
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  THEME: 'Theme',
} as const satisfies Record<SlugKind, NodeTable>

/** As Prisma filters a row that has one of these slugs, now or formerly. */
interface HasSlug {
  slugs: { some: { kind: SlugKind; text: { in: string[] } } }
}

/** Two ways to say "one of these rows", for the ids and for the slugs among the values. */
interface Ways<Where> {
  ids: (ids: { in: string[] }) => Where
  slugs: (row: HasSlug) => Where
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Filter: one of the rows that these slugs and ids name; none for an empty list. Every id begins with a capital and no slug
 * has one. There is no OR where one kind is missing, for with it Postgres does not start at the named rows.
 * Throws BAD_USER_INPUT for what is neither a slug nor an id of this kind of row.
 */
export function referredTo<Where extends object>(
  kind: SlugKind,
  values: readonly string[],
  argument: ArgumentPath,
  { ids, slugs }: Ways<Where>,
): Where | { OR: Where[] } {
  const found = { ids: [] as string[], slugs: [] as string[] }
  for (const [i, value] of values.entries()) {
    const id = decodeId(value)
    if (id && id.table !== tables[kind])
      throw badInput(`This is the id of a ${id.table}, where a ${tables[kind]} is asked for.`, [...argument, i])
    if (!id && !slug.test(value))
      throw badInput(`${JSON.stringify(value)} is neither a slug nor an id of a ${tables[kind]}.`, [...argument, i])
    if (id) found.ids.push(id.id)
    else found.slugs.push(value)
  }
  const bySlug = () => slugs({ slugs: { some: { kind, text: { in: found.slugs } } } })
  if (found.slugs.length === 0) return ids({ in: found.ids })
  if (found.ids.length === 0) return bySlug()
  return { OR: [ids({ in: found.ids }), bySlug()] }
}
