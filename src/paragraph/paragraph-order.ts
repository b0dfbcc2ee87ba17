import { byKey, byNumber } from '../schema/order.js'

/** The paragraphs of one meeting, in the order of the record. */
export const printedOrder = byNumber('paragraphs', 'position')

/** Paragraphs of several meetings: newest meeting first, undated last, then as the record has them. */
export const newestOrder = byKey('paragraphs of meetings', 'sortKey')
