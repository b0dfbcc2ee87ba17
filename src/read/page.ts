import { type FieldNode, type GraphQLNamedType, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql'
import { encodeCursor, type ListPosition } from '../schema/cursor.js'
import { type ListRead, type ListRequest, listRequest } from '../schema/list.js'
import { opposite } from '../schema/order.js'
import type { Page } from '../schema/page.js'
import type { RelationPath } from '../schema/relation-path.js'
import { rowTypeExtensionsOf } from './extensions.js'
import { evidenceOf, type FieldPlan, type ObjectPlan, type Selection } from './field-plan.js'
import { requireRelation } from './model.js'
import { type Args, type Planning, placeOf, presenceOf, type Row } from './planning.js'
import { type Bind, type Cells, type Hole, joined, type Scope, type Sql, sql } from './sql.js'
import { Unsupported } from './unsupported.js'
import { whereSql } from './where.js'
import { broken, objectWriter, type Value, type Writer, writeRows } from './writer.js'

export interface PageField {
  key: string
  type: GraphQLObjectType
  nodes: readonly FieldNode[]
  /** Undefined at the root. */
  row: Row | undefined
  args: (bind: Bind) => Args
}

/** A connection: a page of rows by keyset, and a count, each only when asked for. */
export function planPage(planning: Planning, field: PageField, read: ListRead<Args>): FieldPlan {
  const index = planning.pages++
  planning.binders.push((bind) => {
    bind.pages[index] = listRequest(read, field.args(bind))
  })
  const askedOf = (bind: Bind): ListRequest => bind.pages[index] ?? missing()
  const list = listOf(planning, field, read)
  const { first, link, row } = list
  const { alias } = row
  const { models } = planning.catalog
  const filter: Hole = (bind) =>
    askedOf(bind)
      .where.map((where) => ` and ${whereSql(models, first.model, first.alias, where, bind, field.row !== undefined)}`)
      .join('')
  const counted = sql`select count(*)::int as c from ${first.model.table} ${first.alias} where ${link}${filter}`
  const order: Sql = [(bind) => ordered(askedOf(bind), `${alias}."#k"`, `${alias}."#i"`)]
  const { parts, objects } = connectionParts(planning, field, list, askedOf)
  const readsRows = parts.some(({ name }) => name !== '__typename' && name !== 'totalCount')
  const fits = (bind: Bind) => read.unless?.(field.args(bind), (value) => bind.parameter(value)) ?? 'true'
  const select: FieldPlan['select'] = (selection, scope) => {
    const allowed = read.unless && scope.add(sql`(${fits})`)
    const count = parts.some(({ name }) => name === 'totalCount') ? selection.count(counted, scope) : undefined
    const make = (inner: Scope) =>
      objectWriter(parts.map(({ key, part }) => ({ key, value: part(selection, inner, count) })))
    const presence = evidenceOf(objects) ?? presenceOf(row)
    const source = pageSource(list, filter, askedOf)
    const { rowsOf, made } = readsRows
      ? selection.rows({ source, order, alias, presence }, scope, make)
      : { rowsOf: () => [], made: make(scope) }
    return (parent, bind) =>
      allowed === undefined || parent[allowed] === true
        ? made({ rows: rowsOf(parent, bind), parent }, bind)
        : broken('a list that cannot be given')
  }
  return { key: field.key, isApart: readsRows, select }
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

/** The rows of a page as they were read, and the row of its parent. */
interface PageRows {
  rows: readonly Cells[]
  parent: Cells
}

/** Selects what one field of a connection, or of an object in it, needs of the rows; `count` writes how many there are. */
type Part<Of> = (selection: Selection, scope: Scope, count: Writer | undefined) => Value<Of>

function partsOf<Of>(
  planning: Planning,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  partOf: (name: string, nodes: readonly FieldNode[]) => Part<Of> | undefined,
) {
  return planning.collect(type, nodes).map(([key, found]) => {
    const name = found[0]?.name.value ?? ''
    const part = name === '__typename' ? () => JSON.stringify(type.name) : partOf(name, found)
    if (!part) throw new Unsupported(`${type.name}.${name}`)
    return { key, name, part }
  })
}

/** What is asked of a connection, and the objects that its rows are for. */
function connectionParts(
  planning: Planning,
  { type, nodes }: PageField,
  list: List,
  askedOf: (bind: Bind) => ListRequest,
) {
  const objects: ObjectPlan[] = []
  const { alias } = list.row
  const objectIn = (of: GraphQLObjectType, name: string, found: readonly FieldNode[]): Part<Cells> => {
    const object = planning.object(namedType(of, name), found, list.row)
    objects.push(object)
    return (selection, scope) => selection.object(object, scope)
  }
  /** For each row that is shown. */
  const each =
    (part: (selection: Selection, scope: Scope) => Writer): Part<PageRows> =>
    (selection, scope) => {
      const write = part(selection, scope)
      return ({ rows }, bind) => writeRows(rows, askedOf(bind).page, write, bind)
    }
  const cursorIn = (scope: Scope): Writer => {
    const value = scope.column(`${alias}."#k"::text`)
    // Of a row that is listed itself the id is read already, where a client asks for it.
    const id = scope.column(`${alias}.${list.row === list.first ? '"id"' : '"#i"'}::text`)
    return (row, bind) => {
      const { order } = askedOf(bind).page
      const [sorted, uuid] = [row[value] as string, row[id] as string]
      return `"${encodeCursor(order, { value: order.kind === 'int' ? Number(sorted) : sorted, id: uuid })}"`
    }
  }
  const edges = (of: GraphQLObjectType, found: readonly FieldNode[]): Part<PageRows> => {
    const members = partsOf<Cells>(planning, of, found, (name, inner) => {
      if (name === 'cursor') return (_, scope) => cursorIn(scope)
      return name === 'node' ? objectIn(of, name, inner) : undefined
    })
    return each((selection, scope) =>
      objectWriter(members.map(({ key, part }) => ({ key, value: part(selection, scope, undefined) }))),
    )
  }
  const pageInfo = (of: GraphQLObjectType, found: readonly FieldNode[]): Part<PageRows> => {
    const members = partsOf<PageRows>(planning, of, found, (name) => {
      const write = pageFacts[name]
      if (write)
        return () =>
          ({ rows }, bind) =>
            String(write(askedOf(bind).page, rows.length))
      if (name !== 'startCursor' && name !== 'endCursor') return undefined
      return (_, scope) => {
        const write = cursorIn(scope)
        return ({ rows }, bind) => {
          const { size, backward } = askedOf(bind).page
          const row = rows[(name === 'startCursor') === backward ? Math.min(rows.length, size) - 1 : 0]
          return size > 0 && row ? write(row, bind) : 'null'
        }
      }
    })
    return (selection, scope) =>
      objectWriter(members.map(({ key, part }) => ({ key, value: part(selection, scope, undefined) })))
  }
  const parts = partsOf<PageRows>(planning, type, nodes, (name, found) => {
    if (name === 'totalCount')
      return (_selection, _scope, count) =>
        ({ parent }, bind) =>
          count?.(parent, bind) ?? ''
    if (name === 'nodes') {
      const part = objectIn(type, name, found)
      return each((selection, scope) => part(selection, scope, undefined) as Writer)
    }
    if (name === 'edges') return edges(objectOf(type, name), found)
    return name === 'pageInfo' ? pageInfo(objectOf(type, name), found) : undefined
  })
  return { parts, objects }
}

/** What a page tells of those around it; one row more than its size shows that there is a further one. */
const pageFacts: Readonly<Record<string, (page: Page, rows: number) => boolean>> = {
  hasNextPage: ({ backward, before, size }, rows) => (backward ? before !== undefined : rows > size),
  hasPreviousPage: ({ backward, after, size }, rows) => (backward ? rows > size : after !== undefined),
}

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
