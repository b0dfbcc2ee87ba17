import { evidenceOf, type FieldPlan, listsOf, type ObjectPlan, type RowsPlan, type Selection } from './field-plan.js'
import { type Bind, type Cells, joined, literal, Scope, type Sql, sql } from './sql.js'
import { Unsupported } from './unsupported.js'
import { broken, type Member, objectWriter, type Value, type Writer } from './writer.js'

/** The statement of a query, and what writes the answer once `bind.rows` has its rows. */
export interface CompiledQuery {
  statement: Sql
  write: (bind: Bind) => string
}

/**
 * A plan as one statement of flat rows, and what writes the answer from them. The one list that hangs on the top row becomes the
 * statement's rows; lists beside or below it come as arrays of arrays in a column.
 */
export function compile(root: ObjectPlan): CompiledQuery {
  const selection = new StatementSelection(listsOf(root).size === 1)
  const write = selection.object(root, selection.top)
  const { columns, joins } = selection.top
  if (columns.length > 1_600) throw new Unsupported('more columns than a row may have')
  const selected = columns.length > 0 ? joined(columns, ', ') : ['1']
  const order: Sql = selection.order ? sql` order by ${selection.order}` : []
  return {
    statement: sql`select ${selected} from (select 1) r${joined(joins, '')}${order}`,
    write: (bind) => `{"data":${write(bind.rows[0] ?? [], bind)}}`,
  }
}

interface Selected {
  scope: Scope
  condition: string
  value: Value
}

/** One plan while its statement and its writers are made. */
class StatementSelection implements Selection {
  readonly top = new Scope()
  /** Of the statement's rows, where a list is flattened. */
  order: Sql | undefined
  /** The condition under which the fields at hand are wanted at all, for they are of one variant only. */
  #condition = ''
  #aliases = 0
  readonly #done = new Map<FieldPlan, Selected[]>()

  constructor(private readonly onlyOneList: boolean) {}

  object({ branches, discriminator }: ObjectPlan, scope: Scope): Writer {
    const objects = branches.map(({ label, fields }) =>
      fields.map((field): Member => {
        const isShared = label === null || branches.every((other) => other.fields.includes(field))
        const condition = isShared ? '' : `${discriminator} = ${literal(label)}`
        return { key: field.key, value: this.#under(condition, () => this.#field(field, scope)) }
      }),
    )
    const [first = [], ...others] = objects
    const isSame = (other: readonly Member[]) =>
      other.length === first.length &&
      other.every(({ key, value }, i) => key === first[i]?.key && value === first[i]?.value)
    if (discriminator === undefined || others.every(isSame)) return objectWriter(first)
    const at = scope.column(discriminator)
    const writers = new Map(branches.map(({ label }, i) => [label, objectWriter(objects[i] ?? [])]))
    return (row, bind) => (writers.get(row[at] as string) ?? broken('a variant'))(row, bind)
  }

  /** What is made while a further condition holds. */
  #under<Made>(condition: string, make: () => Made): Made {
    const before = this.#condition
    this.#condition = before && condition ? `${before} and ${condition}` : before || condition
    const made = make()
    this.#condition = before
    return made
  }

  /** What is selected already is written again, unless it was under a condition that need not hold here. */
  #field(field: FieldPlan, scope: Scope): Value {
    const before = this.#done.get(field) ?? []
    const same = before.find(
      (done) => done.scope === scope && (done.condition === '' || done.condition === this.#condition),
    )
    if (same) return same.value
    const value = field.select(this, scope)
    this.#done.set(field, [...before, { scope, condition: this.#condition, value }])
    return value
  }

  /** What is made in a SELECT of its own, where no condition holds yet. */
  apart<Made>(make: (scope: Scope) => Made): { scope: Scope; made: Made } {
    const condition = this.#condition
    this.#condition = ''
    const scope = new Scope()
    const made = make(scope)
    this.#condition = condition
    if (scope.columns.length > 100) throw new Unsupported('more than 100 columns in a list or row')
    return { scope, made }
  }

  /** The rows of a list, from the row above: the statement's own, or an array in a column. */
  rows<Made>({ source, order, alias, presence }: RowsPlan, scope: Scope, make: (scope: Scope) => Made) {
    if (this.onlyOneList && scope === this.top && this.order === undefined) {
      this.order = order
      scope.join([sql` left join lateral (${source}) ${alias} on true`])
      const there = scope.column(presence)
      const rowsOf = (row: Cells, { rows }: Bind): readonly Cells[] => (row[there] === null ? [] : rows)
      return { rowsOf, made: make(scope) }
    }
    const { scope: inner, made } = this.apart(make)
    if (inner.columns.length === 0) inner.column('1')
    const all = sql`(select json_agg(json_build_array(${joined(inner.columns, ', ')}) order by ${order}) from (${source}) ${alias}${joined(inner.joins, '')})`
    const at = scope.add(this.#condition ? sql`case when ${this.#condition} then ${all} end` : all)
    const rowsOf = (row: Cells): readonly Cells[] => (row[at] as Cells[] | null) ?? []
    return { rowsOf, made }
  }

  /** A count, before the list's join: in the select list it would be made once a row. */
  count(count: Sql, scope: Scope): Writer {
    const alias = `v${this.#aliases++}`
    scope.join([sql` cross join lateral (${count}) ${alias}`])
    const at = scope.column(`${alias}.c`)
    return (row) => String(row[at])
  }
}

/** A row that joins lead to, or null. */
export interface JoinedRow {
  readonly key: string
  readonly nullable: boolean
  readonly joins: readonly Sql[]
  readonly object: ObjectPlan
  /** How many rows there are, where more than one is for the ordinary executor. */
  readonly count?: string
}

export function oneRow({ key, nullable, joins, object, count }: JoinedRow): FieldPlan {
  return {
    key,
    joined: [object],
    required: nullable ? undefined : object,
    select(selection, scope) {
      scope.join(joins)
      const write = selection.object(object, scope)
      const counted = count === undefined ? undefined : scope.column(count)
      const presence = scope.column(evidenceOf([object]) ?? object.presence)
      return (row, bind) => {
        if (row[presence] === null) return nullable ? 'null' : broken(key)
        return counted !== undefined && Number(row[counted]) > 1 ? broken('more rows than one') : write(row, bind)
      }
    },
  }
}
