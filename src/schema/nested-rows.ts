import type { GraphQLResolveInfo } from 'graphql'
import type { NestedRead } from './read-as.js'
import { uniqueRows } from './unique-rows.js'

/** One relation on the way from a field's row to the rows that it returns, and the Prisma query that is given for it. */
export interface NestedStep {
  relation: string
  query: Readonly<Record<string, unknown>>
}

/** A field's `select` as plugin-prisma keeps it. */
export type Select<Args> = (
  args: Args,
  context: object,
  nested: (query?: unknown) => object,
  asked: () => ReadonlySet<string>,
) => object

/** Stands where the selection beneath a field would be, and keeps the query that was given with it. */
class NestedSelection {
  constructor(readonly query: NestedStep['query']) {}
}

/** The way to the rows, found by calling `select` with a `nested` that leaves a mark; undefined if it leaves none. */
export function nestedSteps<Args>(select: Select<Args>, args: Args, context: object): NestedStep[] | undefined {
  const nested = (given?: unknown): object => {
    const query: unknown = typeof given === 'function' ? given(args, context) : given
    // Pothos takes `true` for a selection without a query.
    return new NestedSelection(typeof query === 'object' && query !== null ? { ...query } : {})
  }
  return stepsToMark(Object(select(args, context, nested, () => new Set())), [])
}

function stepsToMark(answer: NestedStep['query'], before: readonly NestedStep[]): NestedStep[] | undefined {
  const selected = Object(answer.select ?? answer) as NestedStep['query']
  for (const [relation, value] of Object.entries(selected)) {
    if (value instanceof NestedSelection) return [...before, { relation, query: value.query }]
    if (typeof value !== 'object' || value === null || !('select' in value)) continue
    const { select, ...query } = value as NestedStep['query']
    const steps = stepsToMark({ select }, [...before, { relation, query }])
    if (steps) return steps
  }
  return undefined
}

/**
 * Resolver and extensions of a field with a list of rows, for both executors: the rows that stand in place of `nested` in the field's
 * own `select`, in its order, without missing ones. `t.field({ type: ['Person'], description, select, ...nestedRows() })`
 *
 * Pothos infers the parent from `select`, and with it which rows these are: a `select` that leads to rows of another type than the
 * field's does not compile.
 */
export const nestedRows = (read: Pick<NestedRead<unknown>, 'once' | 'except'> = {}) => ({
  extensions: { read: { nested: read } },
  resolve: <Parent extends object>(
    parent: Parent,
    args: object,
    context: object,
    info: GraphQLResolveInfo,
  ): LastRowOf<Parent>[] => {
    const { pothosPrismaSelect: select } = info.parentType.getFields()[info.fieldName]?.extensions ?? {}
    const steps = typeof select === 'function' ? nestedSteps(select, args, context) : undefined
    if (!steps) throw new Error(`${info.parentType.name}.${info.fieldName} selects no nested rows.`)
    const path = steps.map(({ relation }) => relation)
    const found = rowsAt(parent, path)
    const rows = read.once ? uniqueRows(found) : found
    const { except } = read
    const kept = except === undefined ? rows : rows.filter(({ id }) => id !== (parent as SelectedRow)[except])
    return kept as LastRowOf<Parent>[] // `steps` are the relations of `Parent`: both come from the field's `select`
  },
})

/**
 * The rows at the end of the relations that a row was selected with; never if it was selected with none. Of `object`, which is all
 * that TypeScript knows of the row while it infers the field's other types, any row.
 */
type LastRowOf<Row> = [keyof Row] extends [never] ? object : LastOf<RelatedRow<Row[keyof Row]>>
type LastOf<Row> = [Row] extends [never] ? never : [LastRowOf<Row>] extends [never] ? Row : LastRowOf<Row>

/** The row or rows that are the value of a relation; never for a column. */
type RelatedRow<Value> = Value extends readonly (infer Item)[]
  ? RelatedRow<Item>
  : Value extends Column | null | undefined
    ? never
    : Value

type Column = string | number | bigint | boolean | Date | Uint8Array

type SelectedRow = { id: string } & Record<string, unknown>

/** The rows at the end of a path of relations, to one or to many. */
function rowsAt(row: unknown, [relation, ...further]: readonly string[]): SelectedRow[] {
  if (row === null || row === undefined) return []
  if (relation === undefined) return [row as SelectedRow]
  return [(row as SelectedRow)[relation]].flat().flatMap((next) => rowsAt(next, further))
}
