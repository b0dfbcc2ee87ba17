import { builder } from '../schema/builder.js'
import { byKey, byText, type Order } from '../schema/order.js'
import { inDirection, OrderDirection } from '../schema/order-direction.js'

const MeetingOrderField = builder.enumType('MeetingOrderField', {
  description: 'What meetings can be ordered by.',
  values: {
    DATE: { description: 'The first day. DESC is newest first, undated last; ASC is the reverse, undated first.' },
    TITLE: { description: 'The title, ignoring case and diacritics.' },
  } as const,
})

const MeetingOrder = builder.inputType('MeetingOrder', {
  description: 'An order of meetings.',
  fields: (t) => ({
    field: t.field({ type: MeetingOrderField, required: true, description: 'What to order by.' }),
    direction: t.field({ type: OrderDirection, required: true, description: 'Which end comes first.' }),
  }),
})

export const meetingOrderArgs = builder.args((t) => ({
  orderBy: t.field({ type: MeetingOrder, description: 'The order; newest first by default.' }),
}))

const newestFirst = byKey('meetings by date', 'sortKey')
const byTitle = byText('meetings by title', 'sortTitle')

/** The stored sort key ascends from the newest meeting to the undated ones, which is the order DATE DESC. */
export function meetingOrder({
  orderBy,
}: {
  orderBy?: typeof MeetingOrder.$inferInput | null | undefined
}): Order<'sortKey' | 'sortTitle'> {
  if (!orderBy) return newestFirst
  return orderBy.field === 'DATE'
    ? inDirection(newestFirst, 'DESC', orderBy.direction)
    : inDirection(byTitle, 'ASC', orderBy.direction)
}
