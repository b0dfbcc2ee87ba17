import type { InputFieldMap, InputShapeFromFields } from '@pothos/core'
import { GraphQLError } from 'graphql'
import type PrismaTypes from '../generated/pothos.js'
import { keyset } from './keyset.js'
import {
  type Column,
  type ConnectionType,
  type ListOptions,
  type ListRead,
  type ListRequest,
  listRequest,
  type Model,
  ownPlaces,
  pageArgs,
  placeOf,
  type RowOf,
  type Where,
  whereAll,
} from './list.js'
import type { Order } from './order.js'
import { type Connection, connection, type PageArgs } from './page.js'
import { type Ask, planned } from './planned.js'
import { along } from './relation-path.js'

type ListRelation<Parent extends Model> = PrismaTypes[Parent]['ListRelations'] & keyof PrismaTypes[Parent]['Relations']
type TargetOf<Parent extends Model, Relation> = Relation extends keyof PrismaTypes[Parent]['Relations']
  ? PrismaTypes[Parent]['Relations'][Relation] extends { Name: infer Name extends Model }
    ? Name
    : never
  : never

/**
 * `remarks: t.field(pageOf('Theme', 'remarks', { type: RemarkConnection, order: () => recordOrder, where: … }))`: a connection
 * over a relation of the parent. Rows and count come with the parent's own statement, each only if requested.
 */
export function pageOf<
  Parent extends Model,
  Relation extends ListRelation<Parent>,
  Type extends ConnectionType,
  Args extends InputFieldMap = Record<never, never>,
>(
  _parent: Parent,
  relation: Relation,
  options: ListOptions<Type, Args> & {
    order: (args: InputShapeFromFields<Args>) => Order<Column<TargetOf<Parent, Relation>>>
    where?: (args: InputShapeFromFields<Args>) => Where<TargetOf<Parent, Relation>> | undefined
  },
) {
  return listField<Type, Args>(options, {
    relation,
    order: options.order,
    where: (args) => present(options.where?.(args)),
    places: ownPlaces,
  })
}

/** How a list reaches its rows through a join table. */
interface Through<Join extends Model, Relation, Target extends Model, Key extends string> {
  /** The join row's relation to the listed row. */
  to: Relation
  /** The join row's column with the listed row's id. */
  id: Column<Join>
  /** Order columns that are copied to the join row, so that the list is one range of its index. */
  copies: readonly (Column<Join> & Key)[]
  /** A condition for the join rows to include. */
  only?: Where<Join>
  /** The listed model, by name. */
  model: Target
}

/**
 * Like `pageOf`, through a join table: `pageThrough('Theme', 'meetingList', { to: 'meeting', model: 'Meeting', id: 'meetingId',
 * copies: ['sortKey'] }, { … })`.
 */
export function pageThrough<
  Parent extends Model,
  Relation extends ListRelation<Parent>,
  To extends keyof PrismaTypes[TargetOf<Parent, Relation>]['Relations'] & string,
  Target extends TargetOf<TargetOf<Parent, Relation>, To>,
  Key extends string,
  Type extends ConnectionType,
  Args extends InputFieldMap = Record<never, never>,
>(
  _parent: Parent,
  relation: Relation,
  through: Through<TargetOf<Parent, Relation>, To, Target, Key>,
  options: ListOptions<Type, Args> & {
    order: (args: InputShapeFromFields<Args>) => Order<Column<Target> | Key>
    where?: (args: InputShapeFromFields<Args>) => Where<Target> | undefined
  },
) {
  const { to, id, copies, only } = through
  return listField<Type, Args>(options, {
    relation,
    through: to,
    order: options.order,
    where: (args) => [...present(only), ...present(options.where?.(args)).map((where) => ({ [to]: where }))],
    places: ({ column }) => ({
      column: copies.some((copy) => copy === column) ? [column] : [to, column],
      id: [id],
    }),
  })
}

const present = <Value extends object>(value: Value | undefined): Value[] => (value ? [value] : [])

function listField<Type extends ConnectionType, Args extends InputFieldMap>(
  { type, description, args }: ListOptions<Type, Args>,
  list: ListRead<InputShapeFromFields<Args>> & { relation: string },
) {
  type Given = InputShapeFromFields<Args> & PageArgs
  return {
    type,
    description,
    args: { ...pageArgs, ...(args ?? ({} as Args)) },
    extensions: {
      read: { page: list },
      ...planned<Given>((ask) => {
        const wanted = unlessRefused(() => listRequest(list, ask.args))
        return wanted ? selection(list, ask, wanted) : {}
      }),
    },
    resolve: (parent: object, given: Given): Connection<RowOf<Type>> => {
      const { page, places } = listRequest(list, given)
      const { [list.relation]: rows = [], _count } = parent as Selected
      const placed = rows.map((row) => ({ node: listed<RowOf<Type>>(row, list.through), place: placeOf(row, places) }))
      return connection(page, placed, _count?.[list.relation] ?? 0)
    },
  }
}

/** The parent's row with what `selection` added to it. */
type Selected = Record<string, object[] | undefined> & { _count?: Record<string, number> }

/** The selection that the list needs from the parent's row, so that one statement reads everything. */
function selection<Args>(
  { relation, through }: ListRead<Args> & { relation: string },
  { nested, asks }: Ask<unknown>,
  { page, where, places }: ListRequest,
) {
  const rows = () => {
    const { where: range, ...query } = keyset(page, places)
    const columns = merged(along(places.column, true), along(places.id, true))
    return through
      ? {
          ...query,
          ...whereAll([...where, ...range]),
          select: { ...columns, [through]: nested({ select: { id: true, ...beneath(columns, through) } }) },
        }
      : nested({ ...query, ...whereAll([...where, ...range]), select: columns })
  }
  return {
    ...(['nodes', 'edges', 'pageInfo'].some(asks) ? { [relation]: rows() } : {}),
    ...(asks('totalCount') ? { _count: { select: { [relation]: where.length > 0 ? whereAll(where) : true } } } : {}),
  }
}

const merged = (one: object, other: object): Record<string, unknown> => ({ ...one, ...other })
const beneath = (columns: Record<string, unknown>, through: string) =>
  typeof columns[through] === 'object' ? columns[through] : {}

/** Ignores GraphQL errors while SQL is planned, where they would be reported at the root field; the resolver throws them again. */
function unlessRefused<Result>(run: () => Result): Result | undefined {
  try {
    return run()
  } catch (error) {
    if (error instanceof GraphQLError) return undefined
    throw error
  }
}

const listed = <Row>(row: object, through: string | undefined) =>
  (through ? (row as Record<string, unknown>)[through] : row) as Row
