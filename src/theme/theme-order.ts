import { byLargest, byText } from '../schema/order.js'
import { orderInput } from '../schema/order-input.js'

/** Themes by their folded title. */
export const byTitle = byText('themes by title', 'sortTitle')

export const { args: themeOrderArgs, orderOf: themeOrder } = orderInput('Theme', {
  rows: 'themes',
  byDefault: { description: 'by title', order: byTitle },
  fields: {
    TITLE: { description: 'The title, ignoring case and diacritics.', order: byTitle, direction: 'ASC' },
    REMARKS: {
      description: 'Its number of remarks in the whole archive, whatever the filter.',
      order: byLargest('themes by remarks', 'remarkTotal'),
      direction: 'DESC',
    },
  },
})
