import { builder } from '../schema/builder.js'
import { byLargest, byText, type Order } from '../schema/order.js'
import { inDirection, OrderDirection } from '../schema/order-direction.js'

const PersonOrderField = builder.enumType('PersonOrderField', {
  description: 'What people can be ordered by.',
  values: {
    NAME: { description: 'The sort name: family name first.' },
    REMARKS: { description: 'Their number of remarks in the whole archive, whatever the filter.' },
  } as const,
})

const PersonOrder = builder.inputType('PersonOrder', {
  description: 'An order of people.',
  fields: (t) => ({
    field: t.field({ type: PersonOrderField, required: true, description: 'What to order by.' }),
    direction: t.field({ type: OrderDirection, required: true, description: 'Which end comes first.' }),
  }),
})

export const personOrderArgs = builder.args((t) => ({
  orderBy: t.field({ type: PersonOrder, description: 'The order; by sort name by default.' }),
}))

/** People by their sort name. */
export const byName = byText('people by name', 'sortName')
const byRemarks = byLargest('people by remarks', 'remarkTotal')

export function personOrder({
  orderBy,
}: {
  orderBy?: typeof PersonOrder.$inferInput | null | undefined
}): Order<'sortName' | 'remarkTotal'> {
  if (!orderBy) return byName
  return orderBy.field === 'NAME'
    ? inDirection(byName, 'ASC', orderBy.direction)
    : inDirection(byRemarks, 'DESC', orderBy.direction)
}
