import type { FoundRequest } from '../schema/read-as.js'
import { type Code, js, printed } from './code.js'
import type { Flattening, SelectedRow } from './flat.js'
import { choicesCode } from './flat-nodes.js'
import type { FoundPlan, FramePlan, MemoryPlan } from './plan.js'
import { Scope } from './scope.js'
import { type Bind, filled, identifier, joined, sql } from './sql.js'
import { Unsupported } from './unsupported.js'
import { type Cells, NotAsPromised } from './writer.js'

/** An object without a row: one column, an array of what is asked of it. */
export function frameCode(flattening: Flattening, { tables, object }: FramePlan, { scope, row }: SelectedRow): Code {
  const inner = new Scope()
  const name = flattening.variable()
  const code = flattening.apart(() => printed(flattening.object(object, { scope: inner, row: name })))
  if (inner.columns.length > 100) throw new Unsupported('more than 100 columns in an object')
  const column = scope.add(sql`(with ${tables} select json_build_array(${joined(inner.columns, ', ')}))`)
  return js(`(function(${name}){return ${code}})(${row}[${column}])`)
}

/** Results, whose statement is a part of this one, and is made when their arguments have been looked at. */
export function foundCode(flattening: Flattening, plan: FoundPlan, { scope, row }: SelectedRow): Code {
  const { read, index, alias, fields } = plan
  const made = plan.rows.map((choices) =>
    choicesCode(flattening, choices, {
      table: read.table,
      id: read.id,
      has: (bind, table) => requestOf(bind, index).has(table),
    }),
  )
  const names = read.columns.map(identifier).join(', ')
  scope.join([
    sql` cross join lateral (${(bind) =>
      requestOf(bind, index).select(
        made.map(({ of }) => filled(of, bind)),
        bind,
      )}) ${alias}(${names})`,
  ])
  const cells = read.columns.map((name) => `${row}[${scope.column(`${alias}.${identifier(name)}`)}]`)
  const writer = flattening.foundWriters.push((columns, asked, rows) => written(fields, asked.value(columns), rows)) - 1
  const value = flattening.variable()
  const rows = made.map((each) => `function(${value}){return ${printed(each.written(value))}}`)
  return js(`foundWriters[${writer}]([${cells.join(',')}],found[${index}],[${rows.join(',')}])`)
}

function requestOf({ found }: Bind, index: number): FoundRequest {
  const request = found[index]
  if (!request) throw new Error('A field with results whose arguments nobody has looked at.')
  return request
}

type WriteRow = (row: Cells) => string

function written(fields: readonly MemoryPlan[], value: object, rows: readonly WriteRow[]): string {
  const entries = fields.map((field) => `${JSON.stringify(field.key)}:${fieldText(field, value, rows)}`)
  return `{${entries.join(',')}}`
}

function fieldText(field: MemoryPlan, parent: object, rows: readonly WriteRow[]): string {
  if (field.kind === 'constant') return field.json
  const value = field.resolve(parent)
  if (field.kind === 'value') {
    if (value != null) return field.write(value)
    return field.nullable ? 'null' : broken(field.key)
  }
  const each = (item: unknown) =>
    field.kind === 'object' ? written(field.fields, Object(item), rows) : rowText(item, field.place, rows)
  if (!field.isList) return each(value)
  return Array.isArray(value) ? `[${value.map(each).join(',')}]` : broken(field.key)
}

/** What a result has for its rows: one for each place where they are asked for. */
function rowText(item: unknown, place: number, rows: readonly WriteRow[]): string {
  const row: unknown = Array.isArray(item) ? item[place] : undefined
  return Array.isArray(row) ? (rows[place]?.(row) ?? broken('a row')) : broken('a row')
}

function broken(what: string): never {
  throw new NotAsPromised(what)
}
