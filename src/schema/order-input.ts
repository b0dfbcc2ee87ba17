import { builder } from './builder.js'
import { type Order, reversed } from './order.js'

const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which end of an order comes first.',
  values: {
    ASC: { description: 'The earliest, the smallest, A before Z.' },
    DESC: { description: 'The latest, the largest, Z before A.' },
  } as const,
})

/** One of the orders that a client can ask for. */
interface OrderField<Column extends string> {
  description: string
  /** Listed in this direction; the other one is its reverse. */
  order: Order<Column>
  direction: typeof OrderDirection.$inferType
}

interface OrderOptions<Column extends string> {
  /** The plural of the rows, as in "An order of people." */
  rows: string
  /** Described, as in "The order; by sort name by default." */
  byDefault: { description: string; order: Order<Column> }
  fields: Readonly<Record<string, OrderField<Column>>>
}

/**
 * The argument `orderBy` of a list, and the order that it asks for: the input `NAMEOrder` has the enum `NAMEOrderField` and a
 * direction. `orderInput('Theme', { rows: 'themes', byDefault: …, fields: { TITLE: { description, order, direction: 'ASC' } } })`
 */
export function orderInput<Column extends string>(name: string, { rows, byDefault, fields }: OrderOptions<Column>) {
  const Field = builder.enumType(`${name}OrderField`, {
    description: `What ${rows} can be ordered by.`,
    values: Object.fromEntries(Object.entries(fields).map(([field, { description }]) => [field, { description }])),
  })
  const Input = builder.inputType(`${name}Order`, {
    description: `An order of ${rows}.`,
    fields: (t) => ({
      field: t.field({ type: Field, required: true, description: 'What to order by.' }),
      direction: t.field({ type: OrderDirection, required: true, description: 'Which end comes first.' }),
    }),
  })
  const args = builder.args((t) => ({
    orderBy: t.field({ type: Input, description: `The order; ${byDefault.description} by default.` }),
  }))
  const orderOf = ({ orderBy }: { orderBy?: typeof Input.$inferInput | null | undefined }): Order<Column> => {
    const asked = orderBy && fields[orderBy.field]
    if (!asked) return byDefault.order
    return orderBy.direction === asked.direction ? asked.order : reversed(asked.order)
  }
  return { args, orderOf }
}
