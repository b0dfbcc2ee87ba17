import {
  actionItemWhere,
  decisionWhere,
  motionWhere,
  type OutcomeWhere,
  type PartFilter,
  voteEventWhere,
} from '../outcome/outcome-filter.js'
import { rowFits } from '../read/archive-tables.js'
import type { RemarkFilterInput } from '../remark/remark-filter.js'
import type { Binding } from '../schema/read-as.js'

/** The outcomes to count under a filter that they share with remarks. */
const counts = {
  decisions: decisionWhere,
  motions: motionWhere,
  voteEvents: voteEventWhere,
  actionItems: actionItemWhere,
  openActionItems: (filter: PartFilter) => actionItemWhere({ ...filter, isDone: false }),
} satisfies Record<string, (filter: PartFilter) => OutcomeWhere>

/** A count of outcomes. */
export type OutcomeCount = keyof typeof counts

export const isOutcomeCount = (name: string): name is OutcomeCount => Object.hasOwn(counts, name)

/**
 * SQL: how many outcomes fit a filter of remarks, which are as many as the API lists under the same conditions. `kind` and
 * `attribution` are of remarks alone, and are passed over.
 */
export function outcomeCount(count: OutcomeCount, filter: RemarkFilterInput, bind: Binding): string {
  const { kind: _, attribution: __, ...shared } = filter ?? {}
  return `select count(*)::int from "Outcome" o where ${rowFits('Outcome', 'o', counts[count](shared), bind)}`
}
