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
import type { FoundRead } from '../schema/read-as.js'
import { exposedColumn, extensionsOf } from './extensions.js'
import type { ChoicePlan, FoundPlan, MemoryPlan } from './plan.js'
import { choicesOf } from './plan-nodes.js'
import type { Args, Field, Planning } from './planning.js'
import type { Bind } from './sql.js'
import { Unsupported } from './unsupported.js'

interface FoundField {
  key: string
  type: GraphQLObjectType
  nodes: readonly FieldNode[]
  args: (bind: Bind) => Args
}

/** Results that a statement finds: their rows come with it, all else is resolved in memory. */
export function planFound(
  planning: Planning,
  { key, type, nodes, args }: FoundField,
  read: FoundRead<Args>,
): FoundPlan {
  const index = planning.found.push({ read, args }) - 1
  planning.varies = true
  const rows: (readonly ChoicePlan[])[] = []
  const fields = fieldsOf({ planning, rows }, type, nodes)
  return { kind: 'found', key, index, alias: planning.newAlias(), read, rows, fields }
}

interface FoundPlanning {
  planning: Planning
  rows: (readonly ChoicePlan[])[]
}

const fieldsOf = (parts: FoundPlanning, type: GraphQLObjectType, nodes: readonly FieldNode[]): MemoryPlan[] =>
  parts.planning.collect(type, nodes).map(([key, found]) => fieldOf(parts, type, key, found))

function fieldOf(
  parts: FoundPlanning,
  parent: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
): MemoryPlan {
  const name = nodes[0]?.name.value ?? ''
  if (name === '__typename') return { kind: 'constant', key, json: JSON.stringify(parent.name) }
  const field = parent.getFields()[name]
  if (!field || field.args.length > 0) throw new Unsupported(`${parent.name}.${name}`)
  const resolve = resolverOf(field)
  const nullable = !isNonNullType(field.type)
  const isList = isListType(getNullableType(field.type))
  const type: GraphQLNamedType = getNamedType(field.type)
  if (isLeafType(type) && !isList)
    return { kind: 'value', key, resolve, nullable, write: (value) => JSON.stringify(type.serialize(value)) }
  if (isObjectType(type)) return { kind: 'object', key, resolve, isList, fields: fieldsOf(parts, type, nodes) }
  if (!isAbstractType(type) || !extensionsOf(field).read?.foundRow) throw new Unsupported(`${parent.name}.${name}`)
  const place = parts.rows.push(choicesOf(parts.planning, type, nodes)) - 1
  return { kind: 'row', key, resolve, isList, place }
}

function resolverOf(field: Field): (value: object) => unknown {
  const extensions = extensionsOf(field)
  const exposed = exposedColumn(extensions)
  const { pothosOriginalResolve: resolve } = extensions
  if (exposed === undefined && resolve) return (value) => resolve(value, {}, {})
  const name = exposed ?? field.name
  return (value) => (value as Readonly<Record<string, unknown>>)[name]
}
