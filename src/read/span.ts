import { type FieldNode, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql'
import type { Read } from '../schema/read-as.js'
import type { FieldPlan, ObjectPlan } from './field-plan.js'
import { type Args, columnOf, type Planning, type Row } from './planning.js'
import { oneRow } from './selection.js'
import { Unsupported } from './unsupported.js'
import { broken, type Member, objectWriter, type Value, type Writer } from './writer.js'

export interface SpanField {
  key: string
  type: GraphQLObjectType
  nodes: readonly FieldNode[]
  row: Row
  nullable: boolean
}

/** Offsets `start, end, start, end …` of the pieces, and the document that a relation leads to. */
type Offsets = readonly number[]

/** An object without a table: columns of its parent's row, or of rows that relations to one lead to. */
export function planSpan(planning: Planning, field: SpanField, read: NonNullable<Read<Args>['span']>): FieldPlan {
  const { key, type, nodes, nullable } = field
  const { row, joins } = planning.along(field.row, read.piecesAt)
  const documents: ObjectPlan[] = []
  const parts = planning.collect(type, nodes).map(([key, found]) => {
    const name = found[0]?.name.value ?? ''
    if (name !== 'document') return { key, value: offsetsPart(planning, type, name, found) }
    const document = planning.along(field.row, read.documentAt)
    const object = planning.object(namedTypeOf(type, name), found, document.row)
    documents.push(object)
    return oneRow({ key, joins: document.joins, nullable: false, object })
  })
  return {
    key,
    joined: documents,
    select: (selection, scope) => {
      scope.join(joins)
      const at = scope.column(columnOf(row, 'pieces').at)
      const write = objectWriter(
        parts.map((part): Member => {
          if ('select' in part) return { key: part.key, value: part.select(selection, scope) }
          const { key, value } = part
          return { key, value: typeof value === 'string' ? value : (cells, bind) => value(cells[at] as Offsets, bind) }
        }),
      )
      return (cells, bind) => {
        const offsets = cells[at] as Offsets | null
        if (offsets === null) return broken(key)
        return nullable && offsets.length === 0 ? 'null' : write(cells, bind)
      }
    },
  }
}

function offsetsPart(
  planning: Planning,
  type: GraphQLObjectType,
  name: string,
  nodes: readonly FieldNode[],
): Value<Offsets> {
  if (name === '__typename') return JSON.stringify(type.name)
  if (name === 'start') return (offsets) => String(offsets[0] ?? 0)
  if (name === 'end') return (offsets) => String(offsets.at(-1) ?? 0)
  const inner = namedTypeOf(type, name)
  if (name !== 'pieces' || !isObjectType(inner)) throw new Unsupported(`${type.name}.${name}`)
  const write: Writer<Offsets> = objectWriter(
    planning.collect(inner, nodes).map(([key, [node]]) => {
      const part = node?.name.value ?? ''
      if (part === 'pieces') throw new Unsupported(`${inner.name}.${part}`)
      return { key, value: offsetsPart(planning, inner, part, []) }
    }),
  )
  return (offsets, bind) => {
    const all: string[] = []
    for (let i = 0; i + 1 < offsets.length; i += 2) all.push(write(offsets.slice(i, i + 2), bind))
    return `[${all.join()}]`
  }
}

function namedTypeOf(type: GraphQLObjectType, name: string) {
  const field = type.getFields()[name]
  if (!field) throw new Unsupported(`${type.name}.${name}`)
  return getNamedType(field.type)
}
