import type { NodeTable } from './ids.js'
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
}

export interface NestedRead {
  /** Each row once, at its first place. */
  once?: true
  /** Without the row whose id this column of the parent holds. */
  except?: string
  /** False for arguments under which the resolver does more than this. */
  when?: (args: Readonly<Record<string, unknown>>) => boolean
}

export interface RowRead {
  model: string
  /** A filter that fits one row at most. */
  where: (args: Readonly<Record<string, unknown>>) => object
  through?: string
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
