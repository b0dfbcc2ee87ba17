import { builder } from '../schema/builder.js'
import { byLargest, byText, type Order } from '../schema/order.js'
import { inDirection, OrderDirection } from '../schema/order-direction.js'

const OrganizationOrderField = builder.enumType('OrganizationOrderField', {
  description: 'What organizations can be ordered by.',
  values: {
    NAME: { description: 'The name, ignoring case and diacritics.' },
    REMARKS: { description: 'Its number of remarks in the whole archive, whatever the filter.' },
  } as const,
})

const OrganizationOrder = builder.inputType('OrganizationOrder', {
  description: 'An order of organizations.',
  fields: (t) => ({
    field: t.field({ type: OrganizationOrderField, required: true, description: 'What to order by.' }),
    direction: t.field({ type: OrderDirection, required: true, description: 'Which end comes first.' }),
  }),
})

export const organizationOrderArgs = builder.args((t) => ({
  orderBy: t.field({ type: OrganizationOrder, description: 'The order; by name by default.' }),
}))

const byName = byText('organizations by name', 'sortName')
const byRemarks = byLargest('organizations by remarks', 'remarkTotal')

export function organizationOrder({
  orderBy,
}: {
  orderBy?: typeof OrganizationOrder.$inferInput | null | undefined
}): Order<'sortName' | 'remarkTotal'> {
  if (!orderBy) return byName
  return orderBy.field === 'NAME'
    ? inDirection(byName, 'ASC', orderBy.direction)
    : inDirection(byRemarks, 'DESC', orderBy.direction)
}
