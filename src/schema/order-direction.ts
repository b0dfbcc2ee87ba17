import { builder } from './builder.js'
import { type Order, reversed } from './order.js'

export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which end of an order comes first.',
  values: {
    ASC: { description: 'The earliest, the smallest, A before Z.' },
    DESC: { description: 'The latest, the largest, Z before A.' },
  } as const,
})

/** The order, reversed if `direction` differs from the order's `own` direction. */
export const inDirection = <Column extends string>(
  order: Order<Column>,
  own: typeof OrderDirection.$inferType,
  direction: typeof OrderDirection.$inferType,
): Order<Column> => (direction === own ? order : reversed(order))
