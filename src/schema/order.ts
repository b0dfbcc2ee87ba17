export type Direction = 'asc' | 'desc'

/**
 * A total order of a list: one stored column that is never null, then the id. Both ways are the same index, so the order
 * backwards turns both.
 */
export interface Order<Column extends string = string> {
  /** Stands in each cursor, so that a cursor of one order is no cursor of another. */
  readonly name: string
  readonly column: Column
  readonly kind: 'bigint' | 'int' | 'text'
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
/** By a text, in the collation of its column. */
export const byText = ascending('text')

/** From the largest number down; rows of one number still by ascending id. */
export const byLargest = <Column extends string>(name: string, column: Column): Order<Column> => ({
  ...byNumber(name, column),
  direction: 'desc',
})

export const opposite = (direction: Direction): Direction => (direction === 'asc' ? 'desc' : 'asc')

/** The same list from its end. It has a name of its own: a cursor says "behind this", and behind is now elsewhere. */
export const reversed = <Column extends string>(order: Order<Column>): Order<Column> => ({
  ...order,
  name: `${order.name} reversed`,
  direction: opposite(order.direction),
  idDirection: opposite(order.idDirection),
})
