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

/** The Prisma condition that a row has one of these slugs, current or former. */
interface HasSlug {
  slugs: { some: { kind: SlugKind; text: { in: string[] } } }
}

/** The conditions for "one of these rows" by id and by slug. */
interface ReferenceConditions<Where> {
  ids: (ids: { in: string[] }) => Where
  slugs: (row: HasSlug) => Where
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * The condition for one of the rows that these slugs and ids name; matches nothing if the list is empty. Ids and slugs are distinct:
 * every id begins with a capital letter and no slug contains one. If all values are of one kind there is no OR, with which Postgres
 * would not start from the named rows. Throws BAD_USER_INPUT for a value that is neither a slug nor an id of this kind of row.
 */
export function referredTo<Where extends object>(
  kind: SlugKind,
  values: readonly string[],
  argument: ArgumentPath,
  { ids, slugs }: ReferenceConditions<Where>,
): Where | { OR: Where[] } {
  const found = { ids: [] as string[], slugs: [] as string[] }
  for (const [i, value] of values.entries()) {
    const id = decodeId(value)
    if (id && id.table !== tables[kind])
      throw badInput(`This is the id of a ${id.table}, but the id of a ${tables[kind]} is needed.`, [...argument, i])
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
