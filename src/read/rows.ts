import type { FieldNode, GraphQLNamedType } from 'graphql'
import type { FieldExtensions } from '../schema/extensions.js'
import { nestedSteps } from '../schema/nested-rows.js'
import type { NestedRead } from '../schema/read-as.js'
import type { FieldPlan, ObjectPlan } from './field-plan.js'
import { requireRelation } from './model.js'
import { type Args, columnOf, type Planning, presenceOf, type Row } from './planning.js'
import { oneRow } from './selection.js'
import { Bind, type Cells, filled, type Hole, joined, type Sql, sql } from './sql.js'
import { Unsupported } from './unsupported.js'
import { whereSql } from './where.js'
import { whole, writeRows } from './writer.js'

export interface RowsField {
  key: string
  /** With its type's, for whoever asks why it is not compiled. */
  name: string
  type: GraphQLNamedType
  isList: boolean
  nullable: boolean
  nodes: readonly FieldNode[]
  row: Row
  extensions: FieldExtensions<Args>
  args: (bind: Bind) => Args
}

/** The row or rows that relations lead to, as the field's `select` says. */
export function planRows(planning: Planning, field: RowsField, read: NestedRead<Args>): FieldPlan {
  const stepsFor = (bind: Bind): Step[] => {
    return stepsTo(field.extensions, field.args(bind), bind.context)
  }
  const steps = stepsFor(new Bind(planning.variables, {}))
  const many = steps.findIndex(({ relation }, i) => isList(planning, field.row, steps.slice(0, i), relation))
  if (many < 0) return one(planning, field, steps)
  const start = planning.along(field.row, names(steps.slice(0, many)))
  const listed = orInstead(rowsOf(planning, start.row, { steps, many, stepsFor }), field, read)
  const object = planning.object(field.type, field.nodes, listed.row)
  const except = read.except === undefined ? undefined : columnOf(field.row, read.except).at
  return listOfRows({ ...listed, key: field.key, joins: start.joins, object, once: read.once === true, except })
}

/** A list in a row, such as a person's affiliations. */
export interface RowList extends Listed {
  key: string
  joins: readonly Sql[]
  object: ObjectPlan
  /** Whether each row comes once. */
  once: boolean
  /** Of the parent's row: the id that is left out. */
  except: string | undefined
}

export const listOfRows = ({ key, joins, source, order, row, object, once, except }: RowList): FieldPlan => ({
  key,
  isApart: true,
  select(selection, scope) {
    scope.join(joins)
    const { alias } = row
    const without = except === undefined ? undefined : scope.column(except)
    const { presence } = object
    const { rowsOf, made } = selection.rows({ source, order, alias, presence }, scope, (inner) => ({
      id: once || without !== undefined ? inner.column(presence) : undefined,
      write: selection.object(object, inner),
    }))
    return (parent, bind) => {
      const rows = rowsOf(parent, bind)
      const kept = made.id === undefined ? rows : filtered(rows, made.id, once, without && parent[without])
      return writeRows(kept, whole, made.write, bind)
    }
  },
})

/** Each row once, if that is asked, by the id in this column; without the row of one id. */
function filtered(rows: readonly Cells[], column: number, once: boolean, except: unknown): readonly Cells[] {
  const found = new Set<unknown>()
  return rows.filter((row) => {
    const id = row[column]
    if (id === except || (once && found.has(id))) return false
    found.add(id)
    return true
  })
}

interface Listed {
  source: Sql
  order: Sql
  row: Row
}

/** Under some arguments the rows of another SELECT. */
function orInstead(listed: Listed, { row: parent, args }: RowsField, { instead }: NestedRead<Args>): Listed {
  if (!instead) return listed
  const other = (bind: Bind) => instead(args(bind), parent.alias, (value) => bind.parameter(value))
  const { row } = listed
  return {
    row,
    source: [(bind) => other(bind) ?? filled(listed.source, bind)],
    order: [
      (bind) => (instead(args(bind), parent.alias, String) ? `${row.alias}."#place"` : filled(listed.order, bind)),
    ],
  }
}

function one(
  planning: Planning,
  { key, name, nullable, type, nodes, row, isList }: RowsField,
  steps: readonly Step[],
): FieldPlan {
  if (isList || steps.some(({ where }) => where)) throw new Unsupported(`the row of ${name}`)
  const { row: found, joins } = planning.along(row, names(steps))
  return oneRow({ key, nullable, joins, object: planning.object(type, nodes, found) })
}

const names = (steps: readonly Step[]) => steps.map(({ relation }) => relation)

function isList(planning: Planning, from: Row, before: readonly Step[], relation: string): boolean {
  let { model } = from
  for (const step of before) model = planning.catalog.models.get(requireRelation(model, step.relation).model) ?? model
  return requireRelation(model, relation).isList
}

interface ListPath {
  steps: readonly Step[]
  /** The step that is a relation to many. */
  many: number
  stepsFor: (bind: Bind) => Step[]
}

/** The SELECT of a list: from the related rows, over relations to one, to the rows that are listed. */
function rowsOf(planning: Planning, parent: Row, { steps, many, stepsFor }: ListPath): Listed {
  const step = steps[many]
  if (!step) throw new Unsupported('rows without a relation')
  if (steps.some(({ where }, i) => where && i !== many)) throw new Unsupported('a filter behind a list')
  const relation = requireRelation(parent.model, step.relation)
  const first = planning.newRow(relation.model)
  const link = `${first.alias}.${relation.to.sql} = ${parent.alias}.${relation.from.sql}`
  const inner = planning.along(first, names(steps.slice(many + 1)))
  const orders = step.orderBy.map((order) => orderOf(planning, first, order))
  if (orders.length === 0) throw new Unsupported(`${step.relation} in no order`)
  const given = JSON.stringify(step.orderBy)
  const filter: Hole = (bind) => {
    const now = stepsFor(bind)[many]
    if (JSON.stringify(now?.orderBy) !== given) throw new Unsupported('an order by arguments')
    return now?.where ? ` and ${whereSql(planning.catalog.models, first.model, first.alias, now.where, bind)}` : ''
  }
  const joins = [...new Set([...inner.joins, ...orders.flatMap((order) => order.joins)])]
  const { row } = inner
  // Rows that are missing at the end of a relation are left out.
  const there = row === first ? '' : ` and ${presenceOf(row)} is not null`
  const columns = orders.map(({ column }, i) => `, ${column} as "#${i}"`).join('')
  const source: Sql = sql`select ${row.alias}.*${columns} from ${first.model.table} ${first.alias}${joined(joins, '')} where ${link}${there}${filter}`
  return { source, row, order: [orders.map(({ direction }, i) => `${row.alias}."#${i}" ${direction}`).join(', ')] }
}

/** One entry of Prisma's `orderBy`: a column at the end of relations, and its direction. */
function orderOf(planning: Planning, from: Row, order: object) {
  const path: string[] = []
  let rest: unknown = order
  while (typeof rest === 'object' && rest !== null && !('sort' in rest)) {
    const [entry, ...others] = Object.entries(rest)
    if (!entry || others.length > 0) throw new Unsupported('an order of several columns at once')
    path.push(entry[0])
    rest = entry[1]
  }
  const { row, joins } = planning.along(from, path.slice(0, -1))
  return { joins, column: columnOf(row, path.at(-1) ?? '').at, direction: directionOf(rest) }
}

function directionOf(given: unknown): string {
  const { sort, nulls } = typeof given === 'string' ? { sort: given, nulls: undefined } : Object(given)
  if (sort !== 'asc' && sort !== 'desc') throw new Unsupported('a direction of an order')
  return nulls === 'last' || nulls === 'first' ? `${sort} nulls ${nulls}` : sort
}

/** One relation on the way to the rows of a field. */
interface Step {
  relation: string
  where: object | undefined
  orderBy: readonly object[]
}

/** The relations from a field's row to the rows that it gives, with the filter and the order of each, as its `select` says. */
function stepsTo({ pothosPrismaSelect: select }: FieldExtensions<Args>, args: Args, context: object): Step[] {
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
