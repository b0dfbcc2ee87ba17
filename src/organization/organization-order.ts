import { byText } from '../schema/order.js'
import { byRemarks, orderInput } from '../schema/order-input.js'

export const byName = byText('organizations by name', 'sortName')

export const { args: organizationOrderArgs, orderOf: organizationOrder } = orderInput('Organization', {
  rows: 'organizations',
  byDefault: { description: 'by name', order: byName },
  fields: {
    NAME: { description: 'The name, ignoring case and diacritics.', order: byName, direction: 'ASC' },
    REMARKS: byRemarks('organizations', 'Its'),
  },
})
