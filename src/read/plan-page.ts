import { type FieldNode, type GraphQLNamedType, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql'
import type { ListPosition } from '../schema/cursor.js'
import { type ListRead, type ListRequest, listRequest } from '../schema/list.js'
import { opposite } from '../schema/order.js'
import type { RelationPath } from '../schema/relation-path.js'
import { rowTypeExtensionsOf } from './extensions.js'
import { requireRelation } from './model.js'
import type { EdgePart, PageInfoPart, PagePart, PagePlan } from './plan.js'
import { type Args, type Planning, placeOf, presenceOf, type Row } from './planning.js'
import { type Bind, type Hole, joined, type Sql, sql } from './sql.js'
import { Unsupported } from './unsupported.js'
import { whereSql } from './where.js'

export interface PageField {
  key: string
  type: GraphQLObjectType
  nodes: readonly FieldNode[]
  /** Undefined at the root. */
  row: Row | undefined
  args: (bind: Bind) => Args
}

/** A connection: a page of rows by keyset, and a count, each only when asked for. */
export function planPage(planning: Planning, field: PageField, read: ListRead<Args>): PagePlan {
  const index = planning.pages++
  planning.binders.push((bind) => {
    bind.pages[index] = listRequest(read, field.args(bind))
  })
  const askedOf = (bind: Bind): ListRequest => bind.pages[index] ?? missing()
  const list = listOf(planning, field, read)
  const filter: Hole = (bind) => {
    const { first } = list
    return askedOf(bind)
      .where.map(
        (where) =>
          ` and ${whereSql(planning.catalog.models, first.model, first.alias, where, bind, field.row !== undefined)}`,
      )
      .join('')
  }
  const counted = sql`select count(*)::int as c from ${list.first.model.table} ${list.first.alias} where ${list.link}${filter}`
  const parts = new ConnectionParts(planning, field, list.row, counted)
  const { alias } = list.row
  // Of a row that is listed itself the id is read already, where a client asks for it.
  const id = list.row === list.first ? `${alias}."id"` : `${alias}."#i"`
  return {
    kind: 'page',
    key: field.key,
    index,
    alias,
    presence: presenceOf(list.row),
    joins: [],
    source: pageSource(list, filter, askedOf),
    order: [(bind) => ordered(askedOf(bind), `${alias}."#k"`, `${alias}."#i"`)],
    cursor: { value: `${alias}."#k"::text`, id: `${id}::text` },
    unless: read.unless && [(bind) => read.unless?.(field.args(bind), (value) => bind.parameter(value)) ?? 'true'],
    parts: parts.plan(),
    readsRows: parts.readsRows,
  }
}

function missing(): never {
  throw new Error('A page was read before it was asked for.')
}

interface List {
  /** The rows that the relation leads to: those listed, or those of the join table. */
  first: Row
  /** The listed rows. */
  row: Row
  joins: readonly Sql[]
  link: string
  columnAt: (path: RelationPath) => string
}

function listOf(planning: Planning, { row: parent, type }: PageField, { relation, through }: ListRead<Args>): List {
  if (!parent || relation === undefined) {
    const row = planning.newRow(modelOfNodes(type))
    return { first: row, row, joins: [], link: 'true', columnAt: columnIn(row, row) }
  }
  const way = requireRelation(parent.model, relation)
  const first = planning.newRow(way.model)
  const link = `${first.alias}.${way.to.sql} = ${parent.alias}.${way.from.sql}`
  const { row, joins } = planning.along(first, through ? [through] : [])
  return { first, row, joins, link, columnAt: columnIn(first, row) }
}

/** A path of one name is a column of the related rows, one of two a column of the listed rows behind them. */
const columnIn = (first: Row, row: Row) => (path: RelationPath) =>
  placeOf(path.length > 1 ? row : first, path.at(-1) ?? '')

function modelOfNodes(type: GraphQLObjectType): string {
  const nodes = type.getFields().nodes
  const model = nodes && rowTypeExtensionsOf(getNamedType(nodes.type)).pothosPrismaModel
  if (model === undefined) throw new Unsupported(`the rows of ${type.name}`)
  return model
}

/** The limit is written out: for a parameter Postgres would guess a tenth of the rows, and plan anew at each call. */
function pageSource(
  { first, row, joins, link, columnAt }: List,
  filter: Hole,
  askedOf: (bind: Bind) => ListRequest,
): Sql {
  const column = (bind: Bind) => columnAt(askedOf(bind).places.column)
  const id = (bind: Bind) => columnAt(askedOf(bind).places.id)
  const range: Hole = (bind) => {
    const { after, before } = askedOf(bind).page
    const beyond = (place: ListPosition | undefined, side: 'after' | 'before') =>
      place ? ` and ${rangeSql(askedOf(bind), { column: column(bind), id: id(bind), place, side }, bind)}` : ''
    return beyond(after, 'after') + beyond(before, 'before')
  }
  const order: Hole = (bind) => ordered(askedOf(bind), column(bind), id(bind))
  const limit: Hole = (bind) => String(askedOf(bind).page.size + 1)
  return sql`select ${row.alias}.*, ${column} as "#k", ${id} as "#i" from ${first.model.table} ${first.alias}${joined(joins, '')} where ${link}${filter}${range} order by ${order} limit ${limit}`
}

function ordered({ page: { order, backward } }: ListRequest, column: string, id: string): string {
  const [direction, idDirection] = backward
    ? [opposite(order.direction), opposite(order.idDirection)]
    : [order.direction, order.idDirection]
  return `${column} ${direction}, ${id} ${idDirection}`
}

interface Range {
  column: string
  id: string
  place: ListPosition
  side: 'after' | 'before'
}

/** Rows beyond a cursor: one comparison of both columns, where both go the same way. */
function rangeSql({ page: { order } }: ListRequest, { column, id, place, side }: Range, bind: Bind): string {
  const beyond = (direction: typeof order.direction) => ((direction === 'asc') === (side === 'after') ? '>' : '<')
  const value = bind.parameter(typeof place.value === 'bigint' ? String(place.value) : place.value)
  const other = bind.parameter(place.id)
  const [first, second] = [beyond(order.direction), beyond(order.idDirection)]
  if (first === second) return `(${column}, ${id}) ${first} (${value}, ${other})`
  return `(${column} ${first}= ${value} and (${column} ${first} ${value} or ${id} ${second} ${other}))`
}

/** What is asked of a connection. */
class ConnectionParts {
  readsRows = false

  constructor(
    private readonly planning: Planning,
    private readonly field: PageField,
    private readonly row: Row,
    private readonly counted: Sql,
  ) {}

  plan(): PagePart[] {
    const { type, nodes } = this.field
    return this.planning.collect(type, nodes).map(([key, found]) => this.part(key, found))
  }

  private part(key: string, nodes: readonly FieldNode[]): PagePart {
    const { type } = this.field
    const name = nodes[0]?.name.value
    if (name === '__typename') return typeName(key, type)
    if (name === 'totalCount') return { kind: 'count', key, count: this.counted }
    this.readsRows = true
    if (name === 'nodes') return { kind: 'nodes', key, object: this.object(type, name, nodes) }
    if (name === 'edges') return { kind: 'edges', key, parts: this.edges(objectOf(type, name), nodes) }
    if (name === 'pageInfo') return { kind: 'pageInfo', key, parts: this.pageInfo(objectOf(type, name), nodes) }
    throw new Unsupported(`${type.name}.${name}`)
  }

  private edges(type: GraphQLObjectType, nodes: readonly FieldNode[]): EdgePart[] {
    return this.planning.collect(type, nodes).map(([key, found]): EdgePart => {
      const name = found[0]?.name.value
      if (name === '__typename') return typeName(key, type)
      if (name === 'cursor') return { kind: 'cursor', key }
      if (name === 'node') return { kind: 'node', key, object: this.object(type, name, found) }
      throw new Unsupported(`${type.name}.${name}`)
    })
  }

  private pageInfo(type: GraphQLObjectType, nodes: readonly FieldNode[]): PageInfoPart[] {
    return this.planning.collect(type, nodes).map(([key, found]): PageInfoPart => {
      const name = found[0]?.name.value
      if (name === '__typename') return typeName(key, type)
      if (name === 'hasNextPage' || name === 'hasPreviousPage' || name === 'startCursor' || name === 'endCursor')
        return { kind: name, key }
      throw new Unsupported(`${type.name}.${name}`)
    })
  }

  private object(type: GraphQLObjectType, name: string, nodes: readonly FieldNode[]) {
    return this.planning.object(namedType(type, name), nodes, this.row)
  }
}

const typeName = (key: string, { name }: GraphQLObjectType) => ({
  kind: 'constant' as const,
  key,
  json: JSON.stringify(name),
})

function namedType(type: GraphQLObjectType, name: string): GraphQLNamedType {
  const field = type.getFields()[name]
  if (!field) throw new Unsupported(`${type.name}.${name}`)
  return getNamedType(field.type)
}

function objectOf(type: GraphQLObjectType, name: string): GraphQLObjectType {
  const found = namedType(type, name)
  if (!isObjectType(found)) throw new Unsupported(`${type.name}.${name}`)
  return found
}
