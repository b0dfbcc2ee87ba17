import { byKey } from '../schema/order.js'

/** The votes of one voter: newest meeting first, undated last; within a meeting in the order of the record. */
export const voteOrder = byKey('votes', 'sortKey')
