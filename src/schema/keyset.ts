import type { ListPosition } from './cursor.js'
import { opposite } from './order.js'
import type { Page } from './page.js'
import { along, type RelationPath } from './relation-path.js'

/** The paths from the rows that are read to the order's columns. */
export interface OrderPaths {
  column: RelationPath
  id: RelationPath
}

/** A page as a Prisma query: one row more than requested, from one range of the order's index. */
export interface Keyset {
  where: object[]
  orderBy: object[]
  take: number
}

/** The Prisma query of a page, whose rows have the order's columns at the end of these paths. */
export function keyset(page: Page, { column, id }: OrderPaths): Keyset {
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
 * The condition that `(column, id)` lies beyond the cursor. Its first part is redundant, but makes Postgres read one range of the
 * index: with the OR alone it reads and discards every row before the cursor.
 */
function beyond(
  { order }: Page,
  { value, id }: ListPosition,
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
