import { byText } from '../schema/order.js'
import { byRemarks, orderInput } from '../schema/order-input.js'

/** People by their sort name. */
export const byName = byText('people by name', 'sortName')

export const { args: personOrderArgs, orderOf: personOrder } = orderInput('Person', {
  rows: 'people',
  byDefault: { description: 'by sort name', order: byName },
  fields: {
    NAME: { description: 'The sort name: family name first.', order: byName, direction: 'ASC' },
    REMARKS: byRemarks('people', 'Their'),
  },
})
