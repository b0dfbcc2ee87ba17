import type { FoundRead } from '../schema/read-as.js'
import type { Codec } from './codecs.js'
import type { Row } from './planning.js'
import type { Bind, Sql } from './sql.js'

/** What has to be read and written for an object: one branch, or one for each type that its table's rows have. */
export interface ObjectPlan {
  alias: string
  /** A column that is null only where there is no row. */
  presence: string
  /** The column that tells the branch; undefined where there is one. */
  discriminator: string | undefined
  branches: readonly Branch[]
}

/** The fields of one type; `label` is what its rows have in the discriminator, null if there is none. */
export interface Branch {
  label: string | null
  fields: readonly FieldPlan[]
}

interface Keyed {
  /** The name in the answer. */
  key: string
}

/** Known from the query alone. */
export interface ConstantPlan extends Keyed {
  kind: 'constant'
  json: string
}

/** A column, or an expression of SQL. */
export interface LeafPlan extends Keyed {
  kind: 'leaf'
  joins: readonly Sql[]
  column: string
  codec: Codec
  nullable: boolean
  /** The row whose presence the value tells, for it is never null there. */
  evidence: string | undefined
}

/** A text that the field's own resolver makes of a row. */
export interface ComputedPlan extends Keyed {
  kind: 'computed'
  joins: readonly Sql[]
  row: ShapePlan
  resolve: (row: object, args: object, context: object) => unknown
  nullable: boolean
}

/** A row as Prisma would give it. */
export interface ShapePlan {
  presence: string | undefined
  columns: readonly { name: string; column: string; isDate: boolean }[]
  rows: readonly { name: string; shape: ShapePlan }[]
}

/** A row that joins lead to, or null. */
export interface OnePlan extends Keyed {
  kind: 'one'
  joins: readonly Sql[]
  object: ObjectPlan
  nullable: boolean
  /** How many rows there are, where more than one is for the ordinary executor. */
  count?: string
}

/** A row, or rows, of whichever tables. */
export interface NodesPlan extends Keyed {
  kind: 'nodes'
  /** A SELECT of `"table"`, `"id"`, `"place"`, which has the alias. */
  source: Sql
  alias: string
  choices: readonly ChoicePlan[]
  /** Which of the choices there can be. */
  has: (bind: Bind, table: string) => boolean
  isList: boolean
  /** Whether null stands for what is not there; it is left out of a list otherwise. */
  nullable: boolean
}

/** The row of one table, should it be one of that table. */
export interface ChoicePlan {
  table: string
  row: Row
  object: ObjectPlan
}

/** An object without a row: one SELECT for what is asked of it. */
export interface FramePlan extends Keyed {
  kind: 'frame'
  tables: Sql
  object: ObjectPlan
}

/** A number that a SELECT gives. */
export interface NumberPlan extends Keyed {
  kind: 'number'
  select: Sql
}

/** Results that a statement finds, and what is asked of each, in memory. */
export interface FoundPlan extends Keyed {
  kind: 'found'
  index: number
  alias: string
  read: Pick<FoundRead<never>, 'table' | 'id' | 'columns'>
  /** For each place where rows of results are asked for. */
  rows: readonly (readonly ChoicePlan[])[]
  fields: readonly MemoryPlan[]
}

/** A field of an object in memory. */
export type MemoryPlan =
  | ConstantPlan
  | (Keyed & {
      kind: 'value'
      resolve: (value: object) => unknown
      nullable: boolean
      write: (value: unknown) => string
    })
  | (Keyed & { kind: 'object'; resolve: (value: object) => unknown; isList: boolean; fields: readonly MemoryPlan[] })
  | (Keyed & { kind: 'row'; resolve: (value: object) => unknown; isList: boolean; place: number })

/** A place in a text, from the column with its pieces. */
export interface SpanPlan extends Keyed {
  kind: 'span'
  joins: readonly Sql[]
  pieces: string
  parts: readonly SpanPart[]
  nullable: boolean
}

/** What can be asked of a span. */
export type SpanPart =
  | ConstantPlan
  | OnePlan
  | (Keyed & { kind: 'start' | 'end' })
  | (Keyed & { kind: 'pieces'; parts: readonly (ConstantPlan | (Keyed & { kind: 'start' | 'end' }))[] })

/** Rows of a table in an order. */
export interface RowsPlan {
  joins: readonly Sql[]
  /** A SELECT whose rows have the alias of the object that is made of them. */
  source: Sql
  order: Sql
}

/** A list in a row, such as a person's affiliations. */
export interface ListPlan extends Keyed, RowsPlan {
  kind: 'list'
  object: ObjectPlan
  once: boolean
  /** Of the parent's row: the id that is left out. */
  except: string | undefined
}

/** A connection. */
export interface PagePlan extends Keyed, RowsPlan {
  kind: 'page'
  /** Which of the plan's connections it is. */
  index: number
  alias: string
  presence: string
  cursor: { value: string; id: string }
  parts: readonly PagePart[]
  /** True where the page can be given. */
  unless: Sql | undefined
  /** Whether anything but constants and counts is asked. */
  readsRows: boolean
}

/** What can be asked of a connection. */
export type PagePart =
  | ConstantPlan
  | (Keyed & { kind: 'count'; count: Sql })
  | (Keyed & { kind: 'nodes'; object: ObjectPlan })
  | (Keyed & { kind: 'edges'; parts: readonly EdgePart[] })
  | (Keyed & { kind: 'pageInfo'; parts: readonly PageInfoPart[] })

/** What can be asked of an edge. */
export type EdgePart = ConstantPlan | (Keyed & { kind: 'cursor' }) | (Keyed & { kind: 'node'; object: ObjectPlan })

/** What can be asked of `pageInfo`. */
export type PageInfoPart =
  | ConstantPlan
  | (Keyed & { kind: 'hasNextPage' | 'hasPreviousPage' | 'startCursor' | 'endCursor' })

/** One field of an object, as it is read and written. */
export type FieldPlan =
  | ConstantPlan
  | LeafPlan
  | ComputedPlan
  | OnePlan
  | SpanPlan
  | ListPlan
  | NodesPlan
  | FramePlan
  | NumberPlan
  | FoundPlan
  | PagePlan
