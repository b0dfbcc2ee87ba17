import { builder } from './builder.js'
import { byLargest, type Order, reversed } from './order.js'

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

interface AskedOrder<Field extends string> {
  field: Field
  direction: typeof OrderDirection.$inferType
}

interface OrderOptions<Column extends string, Field extends string> {
  /** The plural of the rows, as in "An order of people." */
  rows: string
  /** Described, as in "The order; by sort name by default." */
  byDefault: { description: string; order: Order<Column> }
  fields: Readonly<Record<Field, OrderField<Column>>>
}

/** By the number of remarks that is kept with each row: `byRemarks('people', 'Their')`. */
export const byRemarks = (rows: string, whose: 'Its' | 'Their'): OrderField<'remarkTotal'> => ({
  description: `${whose} number of remarks in the whole archive, whatever the filter.`,
  order: byLargest(`${rows} by remarks`, 'remarkTotal'),
  direction: 'DESC',
})

/**
 * The argument `orderBy` of a list, and the order that it asks for: the input `NAMEOrder` has the enum `NAMEOrderField` and a
 * direction. `orderInput('Theme', { rows: 'themes', byDefault: …, fields: { TITLE: { description, order, direction: 'ASC' } } })`
 */
export function orderInput<Column extends string, Field extends string>(
  name: string,
  { rows, byDefault, fields }: OrderOptions<Column, Field>,
) {
  const Field = builder.enumType(`${name}OrderField`, {
    description: `What ${rows} can be ordered by.`,
    values: describedOf(fields),
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
  const orderOf = ({ orderBy }: { orderBy?: AskedOrder<Field> | null | undefined }): Order<Column> => {
    if (!orderBy) return byDefault.order
    const asked = fields[orderBy.field]
    return orderBy.direction === asked.direction ? asked.order : reversed(asked.order)
  }
  return { args, orderOf }
}

/** The values of an enum, without what else is known of them. */
const describedOf = <Field extends string>(fields: Readonly<Record<Field, { description: string }>>) =>
  Object.fromEntries(
    Object.entries<{ description: string }>(fields).map(([field, { description }]) => [field, { description }]),
  ) as Record<Field, { description: string }>
