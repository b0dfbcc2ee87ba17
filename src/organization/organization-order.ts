import { byLargest, byText } from '../schema/order.js'
import { orderInput } from '../schema/order-input.js'

const byName = byText('organizations by name', 'sortName')

export const { args: organizationOrderArgs, orderOf: organizationOrder } = orderInput('Organization', {
  rows: 'organizations',
  byDefault: { description: 'by name', order: byName },
  fields: {
    NAME: { description: 'The name, ignoring case and diacritics.', order: byName, direction: 'ASC' },
    REMARKS: {
      description: 'Its number of remarks in the whole archive, whatever the filter.',
      order: byLargest('organizations by remarks', 'remarkTotal'),
      direction: 'DESC',
    },
  },
})
