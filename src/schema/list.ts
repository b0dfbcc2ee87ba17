import type { InputFieldMap } from '@pothos/core'
import type PrismaTypes from '../generated/pothos.js'
import { builder } from './builder.js'
import type { ListPosition, SortValue } from './cursor.js'
import type { OrderPaths } from './keyset.js'
import type { Order } from './order.js'
import { type Page, type PageArgs, pageOfArgs } from './page.js'
import { valueAt } from './relation-path.js'

/** A table, by Prisma's name. */
export type Model = keyof PrismaTypes

/** A Prisma condition on rows of this table. */
export type Where<Name extends Model> = PrismaTypes[Name]['Where']

/** A column of this table. */
export type Column<Name extends Model> = keyof PrismaTypes[Name]['Shape'] & string

/** A type that `builder.connectionObject` made. */
export interface ConnectionType {
  $inferType: unknown
}

/** The minimum shape of a connection's nodes. */
export type RowOf<Type extends ConnectionType> = Type['$inferType'] extends { edges: infer Edges }
  ? Awaited<Edges> extends readonly (infer Edge)[] | null | undefined
    ? Awaited<Edge> extends { node: infer Row } | null | undefined
      ? Row
      : never
    : never
  : never

/** The arguments of every connection. */
export const pageArgs = builder.args((t) => t.connectionArgs())

/** The options of a connection field. */
export interface ListOptions<Type extends ConnectionType, Args extends InputFieldMap> {
  type: Type
  description: string
  /** In addition to `first`, `after`, `last` and `before`. */
  args?: Args
}

/** Adds a value to the statement's parameters, and returns its placeholder. */
export type Parameter = (value: unknown) => string

/** What both executors need to know about a list; goes into the field's `extensions.read.page`. */
export interface ListRead<Args> {
  /** The parent's relation to the rows; undefined at the root, where the rows are the whole table. */
  relation?: string
  /** If `relation` leads to a join table, the relation from there to the listed rows. */
  through?: string
  order: (args: Args) => Order
  /** Conditions that must all hold. Throws BAD_USER_INPUT. */
  where: (args: Args) => object[]
  places: (order: Order) => OrderPaths
  /** Normalises arguments that can be given in several forms. Throws BAD_USER_INPUT. */
  given?: (args: Args & PageArgs) => Args & PageArgs
  /** SQL that is true if the list can be returned; otherwise the resolver reports why not. */
  unless?: (args: Args & PageArgs, parameter: Parameter) => string | undefined
}

/** A list with its arguments interpreted. */
export interface ListRequest {
  page: Page
  where: object[]
  places: OrderPaths
}

/** Interprets the arguments of a list. Throws BAD_USER_INPUT. */
export function listRequest<Args>(list: ListRead<Args>, given: Args & PageArgs): ListRequest {
  const args = list.given?.(given) ?? given
  const page = pageOfArgs(list.order(args), args)
  return { page, where: list.where(args), places: list.places(page.order) }
}

/** Combines conditions into a query's `where`; empty if there are none. */
export const whereAll = (where: object[]) =>
  where.length > 1 ? { where: { AND: where } } : where[0] ? { where: where[0] } : {}

/** The places of a list whose order is by a column of its rows. */
export const ownPlaces = ({ column }: Order): OrderPaths => ({ column: [column], id: ['id'] })

/** The position of a row in its list. */
export const placeOf = (row: object, { column, id }: OrderPaths): ListPosition => ({
  value: valueAt(row, column) as SortValue,
  id: valueAt(row, id) as string,
})
