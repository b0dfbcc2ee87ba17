import type { FieldExtensions } from '../schema/extensions.js'
import { nestedSteps } from '../schema/nested-rows.js'
import type { Args } from './planning.js'
import { Unsupported } from './unsupported.js'

/** One relation on the way to the rows of a field. */
export interface Step {
  relation: string
  where: object | undefined
  orderBy: readonly object[]
}

/** The relations from a field's row to the rows that it gives, with the filter and the order of each, as its `select` says. */
export function stepsTo({ pothosPrismaSelect: select }: FieldExtensions<Args>, args: Args, context: object): Step[] {
  const steps = typeof select === 'function' ? nestedSteps(select, args, context) : undefined
  if (!steps) throw new Unsupported('rows without a nested selection')
  return steps.map(({ relation, query }) => stepOf(relation, query))
}

/** What a nested query selects beside is for the resolver, which is known to need it for nothing else. */
function stepOf(relation: string, { where, orderBy, select: _, ...others }: Readonly<Record<string, unknown>>): Step {
  const [other] = Object.keys(others)
  if (other) throw new Unsupported(`${other} of a relation`)
  const order = Array.isArray(orderBy) ? orderBy : orderBy ? [orderBy] : []
  return { relation, where: where ? Object(where) : undefined, orderBy: order }
}
