import type { Rows } from '../database/database.js'
import type { Bind } from '../read/sql.js'
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
  /** An object without a row, at the root: a SELECT of its own for what is asked of it. */
  frame?: FrameRead
  /** Of such an object: the SELECT of one number, by the frame. */
  number?: (frame: object) => string
  /** Of such an object: a list of rows without a table. */
  rows?: DerivedRead
  /** At the root: results that a statement finds, which is made when the arguments have been looked at. */
  found?: FoundRead<object>
  /** Of results: the row that was found, as the statement gives it. */
  foundRow?: true
}

export interface FrameRead {
  /** What the arguments ask for. Throws BAD_USER_INPUT. */
  make: (args: Readonly<Record<string, unknown>>) => object
  /** The tables of WITH that the SELECTs beneath read from. */
  tables: (frame: object, bind: Bind) => string
}

export interface DerivedRead {
  columns: readonly string[]
  /** A SELECT of these columns, and of `"#place"`, their order. Throws Unsupported. */
  select: (frame: object, args: Readonly<Record<string, unknown>>) => string
}

export interface FoundRead<Asked> {
  /** What each of the fields asks for, by one statement for all of them. Throws BAD_USER_INPUT. */
  ask: (fields: readonly Readonly<Record<string, unknown>>[], rows: Rows) => Promise<Asked[]>
  /** The table of a result, and the id of its row, as SQL, where a result is joined with its row. */
  table: string
  id: string
  has: (asked: Asked, table: string) => boolean
  /** A SELECT of these columns, in one row; the results have what `nodes` select. */
  columns: readonly string[]
  select: (asked: Asked, nodes: readonly string[], bind: Bind) => string
  /** What the fields beneath are resolved from, at once. */
  value: (asked: Asked, columns: readonly unknown[]) => object
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
