import { byLargest, byText } from '../schema/order.js'
import { orderInput } from '../schema/order-input.js'

/** People by their sort name. */
export const byName = byText('people by name', 'sortName')

export const { args: personOrderArgs, orderOf: personOrder } = orderInput('Person', {
  rows: 'people',
  byDefault: { description: 'by sort name', order: byName },
  fields: {
    NAME: { description: 'The sort name: family name first.', order: byName, direction: 'ASC' },
    REMARKS: {
      description: 'Their number of remarks in the whole archive, whatever the filter.',
      order: byLargest('people by remarks', 'remarkTotal'),
      direction: 'DESC',
    },
  },
})
