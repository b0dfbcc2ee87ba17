import type { NodeId, NodeTable } from './ids.js'
import type { ListRead } from './list.js'
import type { RelationPath } from './relation-path.js'

/**
 * How the compiled read path gives a field that plugin-prisma alone does not explain: stands in `extensions.read`, beside
 * the resolver that says the same to the ordinary executor. A field with neither is not compiled.
 */
export interface Read {
  /** The opaque id of a row of this table. */
  id?: NodeTable
  /** A column at the end of relations, as it is. */
  column?: RelationPath
  /** The resolver makes a text of the selected columns and the context, and of nothing else. */
  computed?: true
  /** The rows at the place of `nested` in the field's `select`, in its order, those that are missing left out. */
  nested?: NestedRead
  /** A connection. */
  page?: ListRead<Readonly<Record<string, unknown>>>
  /** One row of a table, or the row that one of its relations leads to. */
  row?: RowRead
  span?: { piecesAt: RelationPath; documentAt: RelationPath }
  /** The value as JSON text: SQL over the parent's row, which has this alias. */
  json?: (alias: string) => string
  /** At most one row of another table: SQL that is true for it and the parent's row. */
  joined?: { model: string; on: (parent: string, found: string) => string }
  nodes?: NodesRead
}

/**
 * Rows of tables that their ids tell: of those that arguments name, or of a SELECT of `"table"`, `"id"`, `"place"` over the parent's
 * row. A row that is not there is null, or left out of a list that has no nulls.
 */
export type NodesRead =
  | { ids: (args: Readonly<Record<string, unknown>>) => readonly NodeId[] }
  | { from: (alias: string) => string }

/** Takes a value in, and gives the text that stands for it in SQL. */
export type Parameter = (value: unknown) => string

export interface NestedRead {
  /** Each row once, at its first place. */
  once?: true
  /** Without the row whose id this column of the parent holds. */
  except?: string
  /**
   * Under some arguments the rows of another SELECT over the parent's row, of all columns of the table and `"#place"`, their order;
   * undefined under others.
   */
  instead?: (args: Readonly<Record<string, unknown>>, parent: string, parameter: Parameter) => string | undefined
}

export interface RowRead {
  model: string
  /** A filter that fits one row at most. */
  where: (args: Readonly<Record<string, unknown>>) => object
  through?: string
  /** More rows than one may fit: then the resolver says so. */
  mayBeSeveral?: true
}

/** One table, several types: the column that tells which. Stands in `extensions.read` of an interface. */
export interface VariantsRead {
  variants: { column: string; types: Readonly<Record<string, string>> }
}

/** How a scalar travels; stands in `extensions.read` of the scalar. Without it a field of the scalar is not compiled. */
export interface ScalarRead {
  scalar: 'text' | 'date' | 'instant'
}

export const readAs = (read: Read): { read: Read } => ({ read })
export const scalarReadAs = (scalar: ScalarRead['scalar']): { read: ScalarRead } => ({ read: { scalar } })
