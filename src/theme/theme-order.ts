import { builder } from '../schema/builder.js'
import { byLargest, byText, type Order } from '../schema/order.js'
import { inDirection, OrderDirection } from '../schema/order-direction.js'

const ThemeOrderField = builder.enumType('ThemeOrderField', {
  description: 'What themes can be ordered by.',
  values: {
    TITLE: { description: 'The title, ignoring case and diacritics.' },
    REMARKS: { description: 'Its number of remarks in the whole archive, whatever the filter.' },
  } as const,
})

const ThemeOrder = builder.inputType('ThemeOrder', {
  description: 'An order of themes.',
  fields: (t) => ({
    field: t.field({ type: ThemeOrderField, required: true, description: 'What to order by.' }),
    direction: t.field({ type: OrderDirection, required: true, description: 'Which end comes first.' }),
  }),
})

export const themeOrderArgs = builder.args((t) => ({
  orderBy: t.field({ type: ThemeOrder, description: 'The order; by title by default.' }),
}))

/** Themes by their folded title. */
export const byTitle = byText('themes by title', 'sortTitle')
const byRemarks = byLargest('themes by remarks', 'remarkTotal')

export function themeOrder({
  orderBy,
}: {
  orderBy?: typeof ThemeOrder.$inferInput | null | undefined
}): Order<'sortTitle' | 'remarkTotal'> {
  if (!orderBy) return byTitle
  return orderBy.field === 'TITLE'
    ? inDirection(byTitle, 'ASC', orderBy.direction)
    : inDirection(byRemarks, 'DESC', orderBy.direction)
}
