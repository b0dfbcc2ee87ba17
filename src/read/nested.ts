import type { FieldExtensions } from './extensions.js'
import type { Args } from './planning.js'
import { Unsupported } from './unsupported.js'

/** One relation on the way to the rows of a field. */
export interface Step {
  relation: string
  where: object | undefined
  orderBy: readonly object[]
}

/** Stands where the selection beneath a field would be, and keeps the query that was given with it. */
class NestedSelection {
  constructor(readonly query: Readonly<Record<string, unknown>>) {}
}

/**
 * The relations from a field's row to the rows that it gives, with the filter and the order of each: told by the field's
 * own `select`, called with a `nested` that leaves a mark.
 */
export function stepsTo({ pothosPrismaSelect: select }: FieldExtensions, args: Args, context: object): Step[] {
  if (typeof select !== 'function') throw new Unsupported('rows without a nested selection')
  const nested = (given?: unknown): object => {
    const query: unknown = typeof given === 'function' ? given(args, context) : given
    // Pothos takes `true` for a selection without a query.
    return new NestedSelection(typeof query === 'object' && query !== null ? { ...query } : {})
  }
  const steps = search(Object(select(args, context, nested, () => new Set())), [])
  if (!steps) throw new Unsupported('rows without a nested selection')
  return steps
}

function search(answer: Readonly<Record<string, unknown>>, before: readonly Step[]): Step[] | undefined {
  const selected = Object(answer.select ?? answer) as Readonly<Record<string, unknown>>
  for (const [relation, value] of Object.entries(selected)) {
    if (value instanceof NestedSelection) return [...before, stepOf(relation, value.query)]
    if (typeof value !== 'object' || value === null || !('select' in value)) continue
    const { select, ...query } = value as Readonly<Record<string, unknown>>
    const found = search({ select }, [...before, stepOf(relation, query)])
    if (found) return found
  }
  return undefined
}

/** What a nested query selects beside is for the resolver, which is known to need it for nothing else. */
function stepOf(relation: string, { where, orderBy, select: _, ...others }: Readonly<Record<string, unknown>>): Step {
  const [other] = Object.keys(others)
  if (other) throw new Unsupported(`${other} of a relation`)
  const order = Array.isArray(orderBy) ? orderBy : orderBy ? [orderBy] : []
  return { relation, where: where ? Object(where) : undefined, orderBy: order }
}
