import { byKey, byText } from '../schema/order.js'
import { orderInput } from '../schema/order-input.js'

/** The stored sort key ascends from the newest meeting to the undated ones, which is the order DATE DESC. */
const newestFirst = byKey('meetings by date', 'sortKey')

export const { args: meetingOrderArgs, orderOf: meetingOrder } = orderInput('Meeting', {
  rows: 'meetings',
  byDefault: { description: 'newest first', order: newestFirst },
  fields: {
    DATE: {
      description: 'The first day. DESC is newest first, undated last; ASC is the reverse, undated first.',
      order: newestFirst,
      direction: 'DESC',
    },
    TITLE: {
      description: 'The title, ignoring case and diacritics.',
      order: byText('meetings by title', 'sortTitle'),
      direction: 'ASC',
    },
  },
})
