import type { Place } from './cursor.js'
import { opposite } from './order.js'
import type { Page } from './page.js'
import { along, type RelationPath } from './relation-path.js'

/** Where the order's columns lie, seen from the rows that are read: a path of relations that ends in a column. */
export interface OrderPlaces {
  column: RelationPath
  id: RelationPath
}

/** A page as Prisma takes it: one row more than asked for, from one range of the order's index. */
export interface Keyset {
  where: object[]
  orderBy: object[]
  take: number
}

export function keyset(page: Page, { column, id }: OrderPlaces): Keyset {
  const { order, size, backward, after, before } = page
  const inOrder = (direction: typeof order.direction) => (backward ? opposite(direction) : direction)
  return {
    where: [
      ...(after ? [beyond(page, after, 'after', column, id)] : []),
      ...(before ? [beyond(page, before, 'before', column, id)] : []),
    ],
    orderBy: [along(column, inOrder(order.direction)), along(id, inOrder(order.idDirection))],
    take: size + 1,
  }
}

/**
 * `(column, id)` beyond the cursor's. The first condition says nothing new, but it makes the index read one range: with the
 * OR alone Postgres reads and drops every row before it.
 */
function beyond(
  { order }: Page,
  { value, id }: Place,
  side: 'after' | 'before',
  column: RelationPath,
  idPath: RelationPath,
) {
  const later = (direction: typeof order.direction) => (direction === 'asc') === (side === 'after')
  return {
    AND: [
      along(column, { [later(order.direction) ? 'gte' : 'lte']: value }),
      {
        OR: [
          along(column, { [later(order.direction) ? 'gt' : 'lt']: value }),
          along(idPath, { [later(order.idDirection) ? 'gt' : 'lt']: id }),
        ],
      },
    ],
  }
}
