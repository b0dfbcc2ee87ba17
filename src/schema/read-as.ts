import type { Rows } from '../database/database.js'
import type { NodeId, NodeTable } from './ids.js'
import type { ListRead, Parameter } from './list.js'
import type { RelationPath } from './relation-path.js'

/**
 * Tells the compiled read path how to read a field, if plugin-prisma's metadata is not enough. It goes into `extensions.read`, beside
 * the resolver that does the same for the ordinary executor. A field with neither is not compiled. `Args` are the field's arguments.
 */
export interface Read<Args> {
  /** The opaque id of a row of this table. */
  id?: NodeTable
  /** A column at the end of a path of relations, unchanged. */
  column?: RelationPath
  /** The resolver computes a text from the selected columns and the context alone. */
  computed?: true
  /** The rows in place of `nested` in the field's `select`, in its order, without missing ones. */
  nested?: NestedRead<Args>
  /** A connection. */
  page?: ListRead<Args>
  /** One row of a table, or the row to which one of its relations leads. */
  row?: RowRead<Args>
  /** A span: paths to the row with `pieces`, and to the source document. */
  span?: { piecesAt: RelationPath; documentAt: RelationPath }
  /** SQL for the value as JSON text; `alias` is the parent's row. */
  json?: (alias: string) => string
  /** At most one row of another table, with the SQL condition that joins it to the parent's row. */
  joined?: { model: string; on: (parent: string, found: string) => string }
  /** Rows of any table. */
  nodes?: NodesRead<Args>
  /** A root object without a row of its own, read by a separate SELECT. */
  frame?: FrameRead<Args>
  /** A number of such an object, as a SELECT over the frame. */
  number?: (frame: object, bind: Binding) => string
  /** A list of such an object, whose rows belong to no table. */
  rows?: DerivedRead<Args>
  /** Root results found by a statement that depends on the arguments. */
  found?: FoundRead<Args>
  /** The row of such a result, as returned by the statement. */
  foundRow?: true
}

/** What SQL is put into, for it may need values, and names of tables. */
export interface Binding {
  /** Adds a value to the statement's parameters, and returns its placeholder. */
  parameter: Parameter
  /** A table's name that no other part of the statement has. */
  alias(): string
  /** Whether a plan that is good for one value is bad for another, so that the statement gets no name. */
  variesByValue: boolean
  /** Whether all rows that fit are read, so that nothing depends on how many Postgres takes to fit. */
  readsAll: boolean
}

/** A root object that is no row. `make` gives what the SELECTs of its fields depend on: the `frame` that these get. */
export interface FrameRead<Args> {
  /** Interprets the arguments. Throws BAD_USER_INPUT. */
  make: (args: Args) => object
  /** The CTEs that the SELECTs below read from. */
  tables: (frame: object, bind: Binding) => string
}

/** Rows that a SELECT over a frame makes. */
export interface DerivedRead<Args> {
  columns: readonly string[]
  /** A SELECT of these columns, and of `"#place"`, their order. Throws Unsupported. */
  select: (frame: object, args: Args) => string
}

/** Results that a statement finds, such as those of a search. */
export interface FoundRead<Args> {
  /** Interprets the arguments of all such fields, with one statement for all of them. Throws BAD_USER_INPUT. */
  ask: (fields: readonly Args[], rows: Rows) => Promise<FoundRequest[]>
  /** SQL for the table and the row id of a result, to join a result with its row. */
  table: string
  id: string
  /** Of the row that `FoundRequest.select` gives. */
  columns: readonly string[]
}

/** What one field with such results asks for. */
export interface FoundRequest {
  /** Whether its results can be rows of this table. */
  has: (table: string) => boolean
  /** A SELECT of one row with the columns; the results contain what `nodes` select. */
  select: (nodes: readonly string[], bind: Binding) => string
  /** The object from which the fields below are resolved. */
  value: (columns: readonly unknown[]) => object
}

/**
 * Rows of any table by their ids: either ids from arguments, or from a SELECT of `"table"`, `"id"`, `"place"` over the parent's row.
 * A missing row is null, or left out of a list without nulls.
 */
export type NodesRead<Args> = { ids: (args: Args) => readonly NodeId[] } | { from: (alias: string) => string }

/** Rows at the end of the relations that a field selects. */
export interface NestedRead<Args> {
  /** Whether duplicates are removed, keeping the first of each row. */
  once?: true
  /** A column of the parent with the id of a row to leave out. */
  except?: string
  /**
   * For some arguments, a SELECT over the parent's row that replaces the rows, with all columns of the table and `"#place"`, their
   * order; undefined for others.
   */
  instead?: (args: Args, parent: string, parameter: Parameter) => string | undefined
}

/** One row of a table by a filter. */
export interface RowRead<Args> {
  model: string
  /** A filter that matches at most one row. */
  where: (args: Args) => object
  /** A relation from that row to the one to read. */
  through?: string
  /** Whether several rows may match after all; the resolver then reports it. */
  mayBeSeveral?: true
}

/** The types of one table and the column that distinguishes them; goes into `extensions.read` of an interface. */
export interface VariantsRead {
  variants: { column: string; types: Readonly<Record<string, string>> }
}

/** How a scalar is serialized; goes into its `extensions.read`. Fields of scalars without it are not compiled. */
export interface ScalarRead {
  scalar: 'text' | 'date' | 'instant'
}

/** The extensions of a scalar, whose options Pothos does not check. */
export const scalarReadAs = (scalar: ScalarRead['scalar']): { read: ScalarRead } => ({ read: { scalar } })
