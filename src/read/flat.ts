import { braces, type Code, js, printed, text } from './code.js'
import { evidenceOf, listsOf } from './evidence.js'
import { foundCode, frameCode } from './flat-found.js'
import { nodesCode } from './flat-nodes.js'
import { pageCode } from './flat-page.js'
import { spanCode } from './flat-span.js'
import type { ComputedPlan, FieldPlan, LeafPlan, ListPlan, ObjectPlan, OnePlan, RowsPlan, ShapePlan } from './plan.js'
import { Scope } from './scope.js'
import { joined, literal, type Sql, sql } from './sql.js'
import { Unsupported } from './unsupported.js'
import { type FoundWriter, runtime, type Write, whole } from './writer.js'

/** The statement of a query, and the function that writes the answer from its rows. */
export interface FlatQuery {
  statement: Sql
  write: Write
}

/** The row of which fields are written: the SELECT that it comes from, and the variable that holds it in the generated code. */
export interface SelectedRow {
  scope: Scope
  row: string
}

/**
 * A plan as one statement of flat rows, and a generated function that writes the answer from them. The one list that hangs
 * on the top row becomes the statement's rows; lists beside or below it come as arrays of arrays in a column.
 */
export function flatten(root: ObjectPlan): FlatQuery {
  const flattening = new Flattening(listsOf(root).size === 1)
  const code = printed([
    ...text('{"data":'),
    ...flattening.object(root, { scope: flattening.top, row: 'top' }),
    ...text('}'),
  ])
  const { columns, joins } = flattening.top
  if (columns.length > 1_600) throw new Unsupported('more columns than a row may have')
  const selected = columns.length > 0 ? joined(columns, ', ') : ['1']
  const order: Sql = flattening.order ? sql` order by ${flattening.order}` : []
  return {
    statement: sql`select ${selected} from (select 1) r${joined(joins, '')}${order}`,
    write: writerOf(code, flattening),
  }
}

/** Only positions, and names of the schema and the query, each through JSON.stringify, are in the code. */
function writerOf(code: string, { resolvers, foundWriters }: Flattening): Write {
  const make = new Function(
    ...Object.keys(runtime),
    'resolvers',
    'foundWriters',
    `return function(rows,pages,found,context){var top=rows[0];return ${code}}`,
  )
  return make(...Object.values(runtime), resolvers, foundWriters)
}

/** One plan while its statement and its code are made. */
export class Flattening {
  readonly top = new Scope()
  readonly resolvers: ComputedPlan['resolve'][] = []
  readonly foundWriters: FoundWriter[] = []
  /** Of the statement's rows, where a list is flattened. */
  order: Sql | undefined
  /** The condition under which the fields at hand are wanted at all, for they are of one variant only. */
  private condition = ''
  private variables = 0
  private readonly done = new Map<FieldPlan, { parent: SelectedRow; condition: string; code: Code }[]>()

  constructor(private readonly onlyOneList: boolean) {}

  variable(): string {
    return `v${this.variables++}`
  }

  object({ branches, discriminator, alias }: ObjectPlan, parent: SelectedRow): Code {
    const codes = branches.map(({ label, fields }) =>
      braces(
        fields.map((field) => {
          const before = this.condition
          const isShared = branches.every((other) => other.fields.includes(field))
          if (label !== null && !isShared)
            this.condition = `${before ? `${before} and ` : ''}${discriminator} = ${literal(label)}`
          const code = this.field(field, parent)
          this.condition = before
          return [field.key, code] as const
        }),
      ),
    )
    const [first, ...others] = codes
    if (!first || discriminator === undefined) return first ?? []
    if (others.every((code) => printed(code) === printed(first))) return first
    const value = `${parent.row}[${parent.scope.column(discriminator)}]`
    const choices = branches.map(({ label }, i) => `${value}===${JSON.stringify(label)}?${printed(codes[i] ?? [])}`)
    return js(`(${choices.join(':')}:broken(${JSON.stringify(alias)}))`)
  }

  /** What is written already is written again, unless it was under a condition that need not hold here. */
  private field(field: FieldPlan, parent: SelectedRow): Code {
    const before = this.done.get(field) ?? []
    const same = before.find(
      (done) =>
        done.parent.scope === parent.scope &&
        done.parent.row === parent.row &&
        (done.condition === '' || done.condition === this.condition),
    )
    if (same) return same.code
    const code = this.make(field, parent)
    this.done.set(field, [...before, { parent, condition: this.condition, code }])
    return code
  }

  private make(field: FieldPlan, parent: SelectedRow): Code {
    switch (field.kind) {
      case 'constant':
        return text(field.json)
      case 'leaf':
        return leafCode(field, parent)
      case 'computed':
        return this.computed(field, parent)
      case 'one':
        return this.one(field, parent)
      case 'span':
        return spanCode(this, field, parent)
      case 'list':
        return this.list(field, parent)
      case 'frame':
        return frameCode(this, field, parent)
      case 'number':
        return js(`String(${parent.row}[${parent.scope.add(sql`(${field.select})`)}])`)
      case 'found':
        return foundCode(this, field, parent)
      case 'nodes':
        return nodesCode(this, field, parent)
      case 'page':
        return pageCode(this, field, parent)
    }
  }

  private computed({ joins, row, resolve, nullable }: ComputedPlan, { scope, row: name }: SelectedRow): Code {
    scope.join(joins)
    const resolver = this.resolvers.push(resolve) - 1
    return js(`computed(resolvers[${resolver}],${shapeCode(row, scope, name)},context,${nullable})`)
  }

  /** Code in a SELECT of its own, where no condition holds yet. */
  apart<Made>(make: () => Made): Made {
    const { condition } = this
    this.condition = ''
    const made = make()
    this.condition = condition
    return made
  }

  one({ key, joins, object, nullable, count }: OnePlan, { scope, row }: SelectedRow): Code {
    scope.join(joins)
    const made = printed(this.object(object, { scope, row }))
    const code = count ? `(${row}[${scope.column(count)}]>1?broken('more rows than one'):${made})` : made
    const presence = scope.column(evidenceOf([object]) ?? object.presence)
    return js(`(${row}[${presence}]===null?${nullable ? "'null'" : `broken(${JSON.stringify(key)})`}:${code})`)
  }

  private list(field: ListPlan, parent: SelectedRow): Code {
    const name = this.variable()
    const { object, once, except } = field
    const without = except === undefined ? 'undefined' : `${parent.row}[${parent.scope.column(except)}]`
    const { list, made } = this.rows(field, object, parent, (scope) => ({
      id: once || except !== undefined ? scope.column(object.presence) : undefined,
      code: printed(this.object(object, { scope, row: name })),
    }))
    const kept = made.id === undefined ? list : `once(${list},${made.id},${once},${without})`
    return js(`'['+each(${kept},${whole},function(${name}){return ${made.code}})+']'`)
  }

  /** The rows of a list, as an expression: the statement's own, or an array in a column of the row above. */
  rows<Made>(
    { joins, source, order }: RowsPlan,
    { alias, presence }: { alias: string; presence: string },
    { scope, row }: SelectedRow,
    make: (scope: Scope) => Made,
  ): { list: string; made: Made } {
    scope.join(joins)
    if (this.onlyOneList && scope === this.top && this.order === undefined) {
      this.order = order
      scope.join([sql` left join lateral (${source}) ${alias} on true`])
      const there = scope.column(presence)
      return { list: `(top[${there}]===null?[]:rows)`, made: make(scope) }
    }
    const inner = new Scope()
    const made = this.apart(() => make(inner))
    const { condition } = this
    if (inner.columns.length === 0) inner.column('1')
    if (inner.columns.length > 100) throw new Unsupported('more than 100 columns in a list')
    const all = sql`(select json_agg(json_build_array(${joined(inner.columns, ', ')}) order by ${order}) from (${source}) ${alias}${joined(inner.joins, '')})`
    const position = scope.add(condition ? sql`case when ${condition} then ${all} end` : all)
    return { list: `(${row}[${position}]??[])`, made }
  }

  /** A count, before the list's join: in the select list it would be made once a row. */
  count(count: Sql, { scope, row }: SelectedRow): Code {
    const name = this.variable()
    scope.join([sql` cross join lateral (${count}) ${name}`])
    return js(`${row}[${scope.column(`${name}.c`)}]`)
  }
}

function leafCode({ key, joins, column, codec, nullable }: LeafPlan, { scope, row }: SelectedRow): Code {
  scope.join(joins)
  const value = `${row}[${scope.column(codec.sql(column))}]`
  const missing = nullable ? "'null'" : `broken(${JSON.stringify(key)})`
  return js(`(${value}===null?${missing}:${codec.js(value)})`)
}

function shapeCode({ presence, columns, rows }: ShapePlan, scope: Scope, row: string): string {
  const entries = [
    ...columns.map(({ name, column, isDate }) => {
      const value = `${row}[${scope.column(column)}]`
      return `${JSON.stringify(name)}:${isDate ? `date(${value})` : value}`
    }),
    ...rows.map(({ name, shape }) => `${JSON.stringify(name)}:${shapeCode(shape, scope, row)}`),
  ]
  const object = `{${entries.join(',')}}`
  return presence === undefined ? object : `(${row}[${scope.column(presence)}]===null?null:${object})`
}
