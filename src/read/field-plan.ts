import type { Bind, Cells, Scope, Sql } from './sql.js'
import type { Value, Writer } from './writer.js'

/** Rows of a table in an order. */
export interface RowsPlan {
  /** A SELECT whose rows have the alias of the object that is made of them. */
  source: Sql
  order: Sql
  alias: string
  /** A column that is null only where there is no row. */
  presence: string
}

/** What a field may put into the statement at hand, beside columns and joins of its object's SELECT. */
export interface Selection {
  /** The fields of an object whose row is in this SELECT. */
  object(object: ObjectPlan, scope: Scope): Writer
  /** What is made in a SELECT of its own, where no condition holds yet. */
  apart<Made>(make: (scope: Scope) => Made): { scope: Scope; made: Made }
  /** The rows of a list, from the row above. */
  rows<Made>(
    plan: RowsPlan,
    scope: Scope,
    make: (scope: Scope) => Made,
  ): { rowsOf: (row: Cells, bind: Bind) => readonly Cells[]; made: Made }
  count(count: Sql, scope: Scope): Writer
}

/** One field of an object, as it is read and written. */
export interface FieldPlan {
  /** The name in the answer. */
  readonly key: string
  /** Puts what the field needs into the SELECT of its object, and gives what writes it from the rows of that. */
  select(selection: Selection, scope: Scope): Value
  /** SQL that is null only where the object's row is missing. */
  readonly evidence?: string | undefined
  /** Objects whose rows are joined to that of this field's object. */
  readonly joined?: readonly ObjectPlan[]
  /** The one of them that is always there. */
  readonly required?: ObjectPlan | undefined
  /** Whether it is a list, or a column of its own that would be worked out anew for each row of a list. */
  readonly isApart?: boolean
}

/** What has to be read and written for an object: one branch, or one for each type that its table's rows have. */
export interface ObjectPlan {
  /** A column that is null only where there is no row. */
  readonly presence: string
  /** The column that tells the branch; undefined where there is one. */
  readonly discriminator: string | undefined
  readonly branches: readonly Branch[]
}

/** The fields of one type; `label` is what its rows have in the discriminator, null if there is none. */
interface Branch {
  readonly label: string | null
  readonly fields: readonly FieldPlan[]
}

/** A field that is known from the query alone. */
export const constant = (key: string, value: unknown): FieldPlan => ({ key, select: () => JSON.stringify(value) })

/** SQL that is read anyway and tells whether the row is there: a column of its own, or of a row that it cannot be without. */
export function evidenceOf(objects: readonly ObjectPlan[]): string | undefined {
  const fields = objects.flatMap(({ branches }) => branches.flatMap((branch) => branch.fields))
  const own = fields.find(({ evidence }) => evidence !== undefined)
  if (own) return own.evidence
  const required = objects.flatMap(({ branches: [branch, ...others] }) =>
    others.length > 0 ? [] : (branch?.fields ?? []).flatMap((field) => field.required ?? []),
  )
  return required.length > 0 ? evidenceOf(required) : undefined
}

/** The lists that hang on the row at the top. With more than one, the rows of one would repeat the other. */
export function listsOf({ branches }: ObjectPlan, found = new Set<FieldPlan>()): Set<FieldPlan> {
  for (const field of branches.flatMap(({ fields }) => fields)) {
    if (field.isApart) found.add(field)
    for (const object of field.joined ?? []) listsOf(object, found)
  }
  return found
}
