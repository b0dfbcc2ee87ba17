import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { FoundRead, FoundRequest } from '../schema/read-as.js'
import { exposedColumn, extensionsOf } from './extensions.js'
import type { FieldPlan } from './field-plan.js'
import { type Choice, choicesOf, choose } from './nodes.js'
import type { Args, Field, Planning } from './planning.js'
import { type Bind, filled, type Hole, identifier, sql } from './sql.js'
import { Unsupported } from './unsupported.js'
import { broken, objectWriter, type Value, type Writer } from './writer.js'

interface FoundField {
  key: string
  type: GraphQLObjectType
  nodes: readonly FieldNode[]
  args: (bind: Bind) => Args
}

/**
 * Results that a statement finds, which is a part of this one and is made when their arguments have been looked at: their rows come
 * with it, all else is resolved in memory.
 */
export function planFound(planning: Planning, field: FoundField, read: FoundRead<Args>): FieldPlan {
  const { key, type, nodes, args } = field
  const index = planning.found.push({ read, args }) - 1
  planning.varies = true
  const alias = planning.newAlias()
  const places: (readonly Choice[])[] = []
  const write = resultWriter({ planning, places }, type, nodes)
  const requestOf = ({ found }: Bind): FoundRequest => found[index] ?? missing()
  const select: FieldPlan['select'] = (selection, scope) => {
    const has = (bind: Bind, table: string) => requestOf(bind).has(table)
    const rows = places.map((choices) => choose(selection, choices, { table: read.table, id: read.id, has }))
    const source: Hole = (bind) =>
      requestOf(bind).select(
        rows.map(({ of }) => filled(of, bind)),
        bind,
      )
    scope.join([sql` cross join lateral (${source}) ${alias}(${read.columns.map(identifier).join(', ')})`])
    const cells = read.columns.map((name) => scope.column(`${alias}.${identifier(name)}`))
    const writers = rows.map((row) => row.write)
    return (row, bind) => write({ value: requestOf(bind).value(cells.map((at) => row[at])), writers }, bind)
  }
  return { key, isApart: true, select }
}

function missing(): never {
  throw new Error('A field with results whose arguments nobody has looked at.')
}

/** An object in memory, and what writes the rows of results: one writer for each place where they are asked for. */
interface Result {
  value: object
  writers: readonly Writer[]
}

interface FoundPlanning {
  planning: Planning
  places: (readonly Choice[])[]
}

const resultWriter = (parts: FoundPlanning, type: GraphQLObjectType, nodes: readonly FieldNode[]): Writer<Result> =>
  objectWriter(
    parts.planning.collect(type, nodes).map(([key, found]) => ({ key, value: memberOf(parts, type, key, found) })),
  )

function memberOf(
  parts: FoundPlanning,
  parent: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
): Value<Result> {
  const name = nodes[0]?.name.value ?? ''
  if (name === '__typename') return JSON.stringify(parent.name)
  const field = parent.getFields()[name]
  if (!field || field.args.length > 0) throw new Unsupported(`${parent.name}.${name}`)
  const resolve = resolverOf(field)
  const type: GraphQLNamedType = getNamedType(field.type)
  if (isListType(getNullableType(field.type))) {
    const write = isLeafType(type) ? undefined : itemWriter(parts, field, type, nodes)
    if (!write) throw new Unsupported(`${parent.name}.${name}`)
    return ({ value, writers }, bind) => {
      const items = resolve(value)
      if (!Array.isArray(items)) return broken(key)
      return `[${items.map((item) => write({ value: item, writers }, bind)).join()}]`
    }
  }
  const write = itemWriter(parts, field, type, nodes)
  const missing = () => (isNonNullType(field.type) ? broken(key) : 'null')
  return ({ value, writers }, bind) => {
    const item = resolve(value)
    return item == null ? missing() : write({ value: item, writers }, bind)
  }
}

/** Writes what a resolver has given: a value, an object, or the row of a result. */
function itemWriter(
  parts: FoundPlanning,
  field: Field,
  type: GraphQLNamedType,
  nodes: readonly FieldNode[],
): Writer<{ value: unknown; writers: Result['writers'] }> {
  if (isLeafType(type)) return ({ value }) => JSON.stringify(type.serialize(value))
  if (isObjectType(type)) {
    const write = resultWriter(parts, type, nodes)
    return ({ value, writers }, bind) => write({ value: Object(value), writers }, bind)
  }
  if (!isAbstractType(type) || !extensionsOf(field).read?.foundRow) throw new Unsupported(field.name)
  const place = parts.places.push(choicesOf(parts.planning, type, nodes)) - 1
  return ({ value, writers }, bind) => {
    const row: unknown = Array.isArray(value) ? value[place] : undefined
    return (Array.isArray(row) && writers[place]?.(row, bind)) || broken('a row')
  }
}

function resolverOf(field: Field): (value: object) => unknown {
  const extensions = extensionsOf(field)
  const exposed = exposedColumn(extensions)
  const { pothosOriginalResolve: resolve } = extensions
  if (exposed === undefined && resolve) return (value) => resolve(value, {}, {})
  const name = exposed ?? field.name
  return (value) => (value as Readonly<Record<string, unknown>>)[name]
}
