import type { InputFieldMap } from '@pothos/core'
import type PrismaTypes from '../generated/pothos.js'
import { builder } from './builder.js'
import type { Place, SortValue } from './cursor.js'
import type { OrderPlaces } from './keyset.js'
import type { Order } from './order.js'
import { type Page, type PageArgs, pageOfArgs } from './page.js'
import type { Parameter } from './read-as.js'
import { valueAt } from './relation-path.js'

export type Model = keyof PrismaTypes
export type Where<Name extends Model> = PrismaTypes[Name]['Where']
export type Column<Name extends Model> = keyof PrismaTypes[Name]['Shape'] & string

/** A type that `builder.connectionObject` made. */
export interface ConnectionType {
  $inferType: unknown
}

/** What a connection's nodes are at least. */
export type RowOf<Type extends ConnectionType> = Type['$inferType'] extends { edges: infer Edges }
  ? Awaited<Edges> extends readonly (infer Edge)[] | null | undefined
    ? Awaited<Edge> extends { node: infer Row } | null | undefined
      ? Row
      : never
    : never
  : never

/** The arguments of every connection. */
export const pageArgs = builder.args((t) => t.connectionArgs())

/** What a list says for its readers. */
export interface ListOptions<Type extends ConnectionType, Args extends InputFieldMap> {
  type: Type
  description: string
  /** Beside `first`, `after`, `last`, `before`. */
  args?: Args
}

/** What both executors have to know of a list; stands in the field's `extensions.read.page`. */
export interface ListRead<Args> {
  /** The parent's relation to the rows that are read; undefined at the root, where those of the whole table are. */
  relation?: string
  /** The relation from the rows of `relation` to the rows that are listed, where that is a join table. */
  through?: string
  order: (args: Args) => Order
  /** Conditions that all hold. Throws BAD_USER_INPUT. */
  where: (args: Args) => object[]
  places: (order: Order) => OrderPlaces
  /** The arguments as the list takes them, where they can be given in another way. Throws BAD_USER_INPUT. */
  given?: (args: Args & PageArgs) => Args & PageArgs
  /** SQL that is true where the list can be given; elsewhere the resolver says why it cannot. */
  unless?: (args: Args & PageArgs, parameter: Parameter) => string | undefined
}

/** A list with arguments. */
export interface Asked {
  page: Page
  where: object[]
  places: OrderPlaces
}

/** What the arguments ask of a list. Throws BAD_USER_INPUT. */
export function asked<Args>(list: ListRead<Args>, given: Args & PageArgs): Asked {
  const args = list.given?.(given) ?? given
  const page = pageOfArgs(list.order(args), args)
  return { page, where: list.where(args), places: list.places(page.order) }
}

/** Conditions that all hold, as a query's `where`; nothing where there are none. */
export const all = (where: object[]) =>
  where.length > 1 ? { where: { AND: where } } : where[0] ? { where: where[0] } : {}

/** Where a row that was read stands in its list. */
export const placeOf = (row: object, { column, id }: OrderPlaces): Place => ({
  value: valueAt(row, column) as SortValue,
  id: valueAt(row, id) as string,
})
