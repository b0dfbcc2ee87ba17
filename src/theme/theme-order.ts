import { byText } from '../schema/order.js'
import { byRemarks, orderInput } from '../schema/order-input.js'

/** Themes by their folded title. */
export const byTitle = byText('themes by title', 'sortTitle')

export const { args: themeOrderArgs, orderOf: themeOrder } = orderInput('Theme', {
  rows: 'themes',
  byDefault: { description: 'by title', order: byTitle },
  fields: {
    TITLE: { description: 'The title, ignoring case and diacritics.', order: byTitle, direction: 'ASC' },
    REMARKS: byRemarks('themes', 'Its'),
  },
})
