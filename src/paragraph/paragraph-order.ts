import { byKey, byNumber } from '../schema/order.js'

/** Paragraphs of one meeting, as the record has them. */
export const printedOrder = byNumber('paragraphs', 'position')

/** Paragraphs of several meetings: newest meeting first, undated last, then as the record has them. */
export const newestOrder = byKey('paragraphs of meetings', 'sortKey')
