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

/** The Prisma condition that a row is the one to which one of these slugs leads, current or former. */
interface LedTo {
  slugs: { some: { kind: SlugKind; text: { in: string[] } } | { kind: SlugKind; ownerId: { in: string[] } } }
}

/** The conditions for "one of these rows" that referring rows meet. */
interface ReferenceConditions<Where> {
  /** By the slugs of the row. */
  row: (row: LedTo) => Where
  /** By its id alone, which is enough where rows are never merged. */
  id?: (ids: { in: string[] }) => Where
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Whether a text has the form of a slug, which no id has. */
export const isSlug = (text: string): boolean => slug.test(text)

/**
 * The condition for one of the rows that these slugs and ids name; matches nothing if the list is empty. Ids and slugs are distinct:
 * every id begins with a capital letter and no slug contains one. Both mean the row as merged: the slug that an absorbed row was given
 * leads to it. If all values are of one kind there is no OR, with which Postgres would not start from the named rows. Throws
 * BAD_USER_INPUT for a value that is neither a slug nor an id of this kind of row.
 */
export function referredTo<Where extends object>(
  kind: SlugKind,
  values: readonly string[],
  argument: ArgumentPath,
  { row, id }: ReferenceConditions<Where>,
): Where | { OR: Where[] } {
  const found = sorted(kind, values, argument)
  const bySlug = () => row({ slugs: { some: { kind, text: { in: found.slugs } } } })
  const byId = () => (id ? id({ in: found.ids }) : row({ slugs: { some: { kind, ownerId: { in: found.ids } } } }))
  if (found.slugs.length === 0) return byId()
  if (found.ids.length === 0) return bySlug()
  return { OR: [byId(), bySlug()] }
}

function sorted(kind: SlugKind, values: readonly string[], argument: ArgumentPath) {
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
  return found
}
