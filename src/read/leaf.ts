import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql'
import type { FieldExtensions } from '../schema/extensions.js'
import { encodeId, type NodeTable } from '../schema/ids.js'
import type { ScalarRead } from '../schema/read-as.js'
import { exposedColumn } from './extensions.js'
import type { FieldPlan } from './field-plan.js'
import { type Args, columnOf, type Planning, presenceOf, type Row } from './planning.js'
import type { Cells, Scope, Sql } from './sql.js'
import { Unsupported } from './unsupported.js'
import { broken, quoted } from './writer.js'

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
export function planLeaf(planning: Planning, field: LeafField): FieldPlan {
  const { extensions, type, isList, row } = field
  const { read } = extensions
  if (read?.id) return column(planning, field, ['id'], idCodec(read.id))
  if (read?.column) return column(planning, field, read.column, codecOf(type, isList))
  if (read?.json) return leaf(field, { sql: read.json(row.alias), joins: [], write: asItIs })
  if (read?.computed) return computed(planning, field)
  const exposed = exposedColumn(extensions)
  if (exposed === undefined || read) throw new Unsupported(field.name)
  return column(planning, field, [exposed], codecOf(type, isList))
}

function column(planning: Planning, field: LeafField, path: readonly string[], { sql, write }: Codec): FieldPlan {
  const { row, joins } = planning.along(field.row, path.slice(0, -1))
  const { at, isRequired, isList } = columnOf(row, path.at(-1) ?? '')
  const selected = sql(at)
  const evidence = isRequired && !isList && row === field.row ? selected : undefined
  return { ...leaf(field, { sql: selected, joins, write }), evidence }
}

interface SelectedValue {
  sql: string
  joins: readonly Sql[]
  write: Codec['write']
}

const leaf = ({ key, nullable }: LeafField, { sql, joins, write }: SelectedValue): FieldPlan => ({
  key,
  select(_, scope) {
    scope.join(joins)
    const at = scope.column(sql)
    return (row) => {
      const value = row[at]
      return value === null ? (nullable ? 'null' : broken(key)) : write(value as never)
    }
  },
})

/** How a value travels: what the statement selects, and what writes it, where it is not null. */
interface Codec {
  sql: (column: string) => string
  write: (value: never) => string
}

const asItIs = (value: string) => value
const cast = (column: string) => `${column}::text`
const text: Codec = { sql: asItIs, write: quoted }
const builtIn: Readonly<Record<string, Codec>> = {
  String: text,
  Int: { sql: asItIs, write: String },
  Boolean: { sql: asItIs, write: String },
}
const scalars: Readonly<Record<ScalarRead['scalar'], Codec>> = {
  text,
  date: { sql: cast, write: quoted }, // connections have DateStyle ISO
  instant: { sql: (at) => `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`, write: quoted },
}

/** A uuid of this table, written as an opaque id. */
const idCodec = (table: NodeTable): Codec => ({ sql: cast, write: (id: string) => `"${encodeId(table, id)}"` })

/** The codec of a scalar, an enum, or a list of texts or numbers, which Postgres writes. Throws Unsupported for other types. */
function codecOf(type: GraphQLLeafType, isList: boolean): Codec {
  const isWritten = !isEnumType(type) && (!isList || type.name === 'String' || type.name === 'Int')
  if (isWritten && isList) return { sql: (at) => `to_json(${at})::text`, write: asItIs }
  if (isEnumType(type) && !isList) return enumCodec(type)
  const { read } = type.extensions as { read?: ScalarRead }
  const codec = builtIn[type.name] ?? (read && scalars[read.scalar])
  if (!isWritten || !codec) throw new Unsupported(`values of ${type.name}`)
  return codec
}

/** The names of the values are those of the database; another than these is not written. */
function enumCodec(type: GraphQLEnumType): Codec {
  const names = new Map(type.getValues().map(({ name, value }) => [String(value), JSON.stringify(name)]))
  return { sql: cast, write: (value: string) => names.get(value) ?? broken(type.name) }
}

/** A text that the field's own resolver makes of a row. */
function computed(planning: Planning, { key, name, nullable, row, type, isList, extensions }: LeafField): FieldPlan {
  const { pothosPrismaSelect: select, pothosOriginalResolve: resolve } = extensions
  if (typeof select !== 'object' || !resolve || isList || (type.name !== 'String' && type.name !== 'URL'))
    throw new Unsupported(name)
  const joins: Sql[] = []
  const readerIn = rowReader(planning, row, select, joins)
  return {
    key,
    select(_, scope) {
      scope.join(joins)
      const read = readerIn(scope)
      return (cells, { context }) => {
        const value = resolve(read(cells) ?? {}, {}, context)
        if (typeof value === 'string') return JSON.stringify(value)
        return value == null && nullable ? 'null' : broken('a computed field')
      }
    },
  }
}

/** Reads a row as Prisma would give it; null where it is missing. */
type RowReader = (cells: Cells) => Readonly<Record<string, unknown>> | null

/**
 * Reads what a `select` asks for, which holds columns and relations to one. The joins that it takes are added to `joins`, the columns to
 * a scope.
 */
function rowReader(planning: Planning, row: Row, select: object, joins: Sql[]): (scope: Scope) => RowReader {
  const members = Object.entries(select).map(([name, inner]) => {
    if (inner === true) return { name, readerIn: cellReader(row, name) }
    const { select: nested, ...others } = Object(inner)
    if (!nested || Object.keys(others).length > 0 || row.model.relations.get(name)?.isList !== false)
      throw new Unsupported(`${row.model.name}.${name}`)
    const reached = planning.along(row, [name])
    joins.push(...reached.joins)
    const nestedIn = rowReader(planning, reached.row, nested, joins)
    const readerIn = (scope: Scope) => {
      const [presence, read] = [scope.column(presenceOf(reached.row)), nestedIn(scope)]
      return (cells: Cells) => (cells[presence] === null ? null : read(cells))
    }
    return { name, readerIn }
  })
  return (scope) => {
    const readers = members.map(({ name, readerIn }) => ({ name, read: readerIn(scope) }))
    return (cells) => Object.fromEntries(readers.map(({ name, read }) => [name, read(cells)]))
  }
}

function cellReader(row: Row, name: string): (scope: Scope) => (cells: Cells) => unknown {
  const { at, type, isEnum } = columnOf(row, name)
  if (!isEnum && type !== 'String' && type !== 'Int' && type !== 'DateTime')
    throw new Unsupported(`${row.model.name}.${name}`)
  return (scope) => {
    const place = scope.column(isEnum || type === 'DateTime' ? cast(at) : at)
    const dateOf = (value: unknown) => (value === null ? null : new Date(String(value)))
    return type === 'DateTime' ? (cells) => dateOf(cells[place]) : (cells) => cells[place]
  }
}
