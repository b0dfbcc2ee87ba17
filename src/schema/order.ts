/** As in SQL. */
export type Direction = 'asc' | 'desc'

/**
 * A total order of a list: by one stored column that is never null, then by id. One index serves both directions, so reversing an
 * order reverses both columns.
 */
export interface Order<Column extends string = string> {
  /** Part of each cursor, so that a cursor of one order is not valid in another. */
  readonly name: string
  readonly column: Column
  readonly kind: 'bigint' | 'int' | 'text' | 'uuid'
  readonly direction: Direction
  readonly idDirection: Direction
}

const ascending = (kind: Order['kind']) => {
  return <Column extends string>(name: string, column: Column): Order<Column> => ({
    name,
    column,
    kind,
    direction: 'asc',
    idDirection: 'asc',
  })
}

/** By a 64-bit key: `byKey('remarks', 'sortKey')`. */
export const byKey = ascending('bigint')
/** By a 32-bit number. */
export const byNumber = ascending('int')
/** By text, in the column's collation. */
export const byText = ascending('text')

/** By when rows were made, newest first: by their ids, which are UUIDs of version 7. */
export const byNewest = (name: string): Order<'id'> => ({
  name,
  column: 'id',
  kind: 'uuid',
  direction: 'desc',
  idDirection: 'desc',
})

/** By number, largest first; equal numbers are ordered by ascending id. */
export const byLargest = <Column extends string>(name: string, column: Column): Order<Column> => ({
  ...byNumber(name, column),
  direction: 'desc',
})

/** The other direction. */
export const opposite = (direction: Direction): Direction => (direction === 'asc' ? 'desc' : 'asc')

/** The reverse order. It has its own name, because a cursor means "after this row" and after is now the other side. */
export const reversed = <Column extends string>(order: Order<Column>): Order<Column> => ({
  ...order,
  name: `${order.name} reversed`,
  direction: opposite(order.direction),
  idDirection: opposite(order.idDirection),
})
