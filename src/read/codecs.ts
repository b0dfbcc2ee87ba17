import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql'
import type { NodeTable } from '../schema/ids.js'
import type { ScalarRead } from '../schema/read-as.js'
import { Unsupported } from './unsupported.js'

/** How a value travels: what the statement selects, and the expression that writes it, where it is not null. */
export interface Codec {
  sql: (column: string) => string
  /** JavaScript; `quoted` makes a text JSON, `id` makes an opaque id, `broken` gives the query to the ordinary executor. */
  js: (value: string) => string
}

const same = (expression: string) => expression
const cast = (column: string) => `${column}::text`
const quoted = (value: string) => `quoted(${value})`

const text: Codec = { sql: same, js: quoted }
const number: Codec = { sql: same, js: (value) => `String(${value})` }
const builtIn: Readonly<Record<string, Codec>> = { String: text, Int: number, Boolean: number }

const scalars: Readonly<Record<ScalarRead['scalar'], Codec>> = {
  text,
  date: { sql: cast, js: quoted }, // connections have DateStyle ISO
  instant: {
    sql: (column) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    js: quoted,
  },
}

/** A uuid of this table, written as an opaque id. */
export const idCodec = (table: NodeTable): Codec => ({
  sql: cast,
  js: (value) => `id(${JSON.stringify(table)},${value})`,
})

/** A list of a scalar is written by Postgres. */
const lists: Codec = { sql: (column) => `to_json(${column})::text`, js: same }

/** The codec of a scalar, an enum, or a list of texts or numbers. Throws Unsupported for other types. */
export function codecOf(type: GraphQLLeafType, isList: boolean): Codec {
  if (isEnumType(type)) return isList ? refuse(type) : enumCodec(type)
  const { read } = type.extensions
  const codec = builtIn[type.name] ?? (read ? scalars[read.scalar] : refuse(type))
  if (!isList) return codec
  return type.name === 'String' || type.name === 'Int' ? lists : refuse(type)
}

/** The names of the values are those of the database; another than these is not written. */
function enumCodec(type: GraphQLEnumType): Codec {
  const table = JSON.stringify(
    Object.fromEntries(type.getValues().map(({ name, value }) => [String(value), JSON.stringify(name)])),
  )
  return { sql: cast, js: (value) => `(${table}[${value}]??broken(${JSON.stringify(type.name)}))` }
}

function refuse({ name }: GraphQLLeafType): never {
  throw new Unsupported(`values of ${name}`)
}
