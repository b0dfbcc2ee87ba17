import { encodeCursor } from '../schema/cursor.js'
import type { Order } from '../schema/order.js'
import { type Html, html } from './html.js'
import { addressOf, type Narrowed } from './narrowing.js'

const letters = [...'abcdefghijklmnopqrstuvwxyz']

/** Before every row: no row has this id. */
const firstId = '00000000-0000-0000-0000-000000000000'

/** Links to where each letter begins in a list that is sorted by name. */
export const letterRow = (path: string, narrowed: Narrowed, order: Order): Html => html`
<nav class="letters noprint" aria-label="By letter">${letters.map((letter) => {
  const after = encodeCursor(order, { value: letter, id: firstId })
  return html`<a href="${addressOf(path, narrowed, { after })}">${letter.toUpperCase()}</a> `
})}</nav>`
