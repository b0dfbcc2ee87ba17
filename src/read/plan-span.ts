import { type FieldNode, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql'
import type { Read } from '../schema/read-as.js'
import type { ConstantPlan, SpanPart, SpanPlan } from './plan.js'
import { type Args, columnOf, type Planning, type Row } from './planning.js'
import { Unsupported } from './unsupported.js'

export interface SpanField {
  key: string
  type: GraphQLObjectType
  nodes: readonly FieldNode[]
  row: Row
  nullable: boolean
}

/** An object without a table: columns of its parent's row, or of rows that relations to one lead to. */
export function planSpan(planning: Planning, field: SpanField, read: NonNullable<Read<Args>['span']>): SpanPlan {
  const { key, type, nodes, nullable } = field
  const { row, joins } = planning.along(field.row, read.piecesAt)
  const parts = planning.collect(type, nodes).map(([partKey, found]): SpanPart => {
    const name = found[0]?.name.value
    if (name === '__typename') return typeName(partKey, type)
    if (name === 'start' || name === 'end') return { kind: name, key: partKey }
    const definition = type.getFields()[name ?? '']
    const inner = definition && getNamedType(definition.type)
    if (name === 'pieces' && isObjectType(inner))
      return { kind: 'pieces', key: partKey, parts: planPieces(planning, inner, found) }
    if (name !== 'document' || !inner) throw new Unsupported(`${type.name}.${name}`)
    const document = planning.along(field.row, read.documentAt)
    const object = planning.object(inner, found, document.row)
    return { kind: 'one', key: partKey, joins: document.joins, nullable: false, object }
  })
  return { kind: 'span', key, nullable, joins, pieces: columnOf(row, 'pieces').at, parts }
}

function planPieces(planning: Planning, type: GraphQLObjectType, nodes: readonly FieldNode[]) {
  return planning.collect(type, nodes).map(([key, found]): ConstantPlan | { kind: 'start' | 'end'; key: string } => {
    const name = found[0]?.name.value
    if (name === '__typename') return typeName(key, type)
    if (name === 'start' || name === 'end') return { kind: name, key }
    throw new Unsupported(`${type.name}.${name}`)
  })
}

const typeName = (key: string, { name }: GraphQLObjectType): ConstantPlan => ({
  kind: 'constant',
  key,
  json: JSON.stringify(name),
})
