import type { GraphQLLeafType } from 'graphql'
import type { FieldExtensions } from '../schema/extensions.js'
import { codecOf, idCodec } from './codecs.js'
import { exposedColumn } from './extensions.js'
import type { ComputedPlan, LeafPlan, ShapePlan } from './plan.js'
import { type Args, columnOf, type Planning, presenceOf, type Row } from './planning.js'
import type { Sql } from './sql.js'
import { Unsupported } from './unsupported.js'

export interface LeafField {
  key: string
  /** With its type's, for whoever asks why it is not compiled. */
  name: string
  type: GraphQLLeafType
  isList: boolean
  nullable: boolean
  row: Row
  extensions: FieldExtensions<Args>
}

/** A value of a row: a column of it or of a row that it refers to, or a text made of such. */
export function planLeaf(planning: Planning, field: LeafField): LeafPlan | ComputedPlan {
  const { extensions, type, isList } = field
  const { read } = extensions
  if (read?.id) return columnLeaf(planning, field, ['id'], idCodec(read.id))
  if (read?.column) return columnLeaf(planning, field, read.column, codecOf(type, isList))
  if (read?.json) return jsonLeaf(field, read.json)
  if (read?.computed) return computed(planning, field)
  const column = exposedColumn(extensions)
  if (column === undefined || read) throw new Unsupported(field.name)
  return columnLeaf(planning, field, [column], codecOf(type, isList))
}

function columnLeaf(
  planning: Planning,
  { key, nullable, row: from }: LeafField,
  path: readonly string[],
  codec: LeafPlan['codec'],
): LeafPlan {
  const { row, joins } = planning.along(from, path.slice(0, -1))
  const { at, isRequired, isList } = columnOf(row, path.at(-1) ?? '')
  const evidence = isRequired && !isList && row === from ? row.alias : undefined
  return { kind: 'leaf', key, joins, column: at, codec, nullable, evidence }
}

/** Written by Postgres. */
function jsonLeaf({ key, nullable, row }: LeafField, json: (alias: string) => string): LeafPlan {
  const codec = { sql: (column: string) => column, js: (value: string) => value }
  return { kind: 'leaf', key, joins: [], column: json(row.alias), codec, nullable, evidence: undefined }
}

function computed(planning: Planning, { key, name, nullable, row, type, isList, extensions }: LeafField): ComputedPlan {
  const { pothosPrismaSelect: select, pothosOriginalResolve: resolve } = extensions
  if (typeof select !== 'object' || !resolve || isList || (type.name !== 'String' && type.name !== 'URL'))
    throw new Unsupported(name)
  const joins: Sql[] = []
  return { kind: 'computed', key, nullable, resolve, row: shapeOf(planning, row, select, joins), joins }
}

/** What a `select` asks for, which holds columns and relations to one. The joins that it takes are added to `joins`. */
function shapeOf(planning: Planning, row: Row, select: object, joins: Sql[]): ShapePlan {
  const columns: { name: string; column: string; isDate: boolean }[] = []
  const rows: { name: string; shape: ShapePlan }[] = []
  for (const [name, inner] of Object.entries(select)) {
    if (inner === true) {
      const { at, type } = columnOf(row, name)
      if (type !== 'String' && type !== 'Int' && type !== 'DateTime') throw new Unsupported(`${row.model.name}.${name}`)
      columns.push({ name, column: type === 'DateTime' ? `${at}::text` : at, isDate: type === 'DateTime' })
      continue
    }
    const { select: nested, ...others } = Object(inner)
    if (!nested || Object.keys(others).length > 0 || row.model.relations.get(name)?.isList !== false)
      throw new Unsupported(`${row.model.name}.${name}`)
    const reached = planning.along(row, [name])
    joins.push(...reached.joins)
    rows.push({ name, shape: { ...shapeOf(planning, reached.row, nested, joins), presence: presenceOf(reached.row) } })
  }
  return { presence: undefined, columns, rows }
}
