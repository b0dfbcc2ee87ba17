import type { InputFieldMap, InputShapeFromFields } from '@pothos/core'
import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type PrismaTypes from '../generated/pothos.js'
import type { PrismaClient } from '../generated/prisma/client.js'
import type { Context } from './context.js'
import { keyset } from './keyset.js'
import {
  type Column,
  type ConnectionType,
  type ListOptions,
  type ListRead,
  listRequest,
  type Model,
  ownPlaces,
  pageArgs,
  placeOf,
  type RowOf,
  type Where,
  whereAll,
} from './list.js'
import { once } from './once.js'
import type { Order } from './order.js'
import { type Connection, connection, type PageArgs, type PageInfo } from './page.js'
import { along } from './relation-path.js'

/** A root field's query of a table. */
interface RootQuery<Name extends Model> {
  where?: Where<Name>
  orderBy: PrismaTypes[Name]['OrderBy'][]
  take: number
  select: PrismaTypes[Name]['Select']
}

/** A connection whose rows are read when the first field that needs them is resolved. */
interface LazyConnection<Row> {
  readonly edges: Promise<Connection<Row>['edges']>
  readonly pageInfo: Promise<PageInfo>
  totalCount: () => Promise<number>
}

/**
 * `themes: t.field(pageOfAll('Theme', { type: ThemeConnection, order: …, where: …, rows: (prisma, query) =>
 * prisma.theme.findMany(query), count: (prisma, query) => prisma.theme.count(query) }))`: a connection over a whole table. One
 * statement for the rows and one for the count, each only if requested.
 */
export function pageOfAll<
  Name extends Model,
  Type extends ConnectionType,
  Args extends InputFieldMap = Record<never, never>,
>(
  _model: Name,
  options: ListOptions<Type, Args> & {
    order: (args: InputShapeFromFields<Args>) => Order<Column<Name>>
    where?: (args: InputShapeFromFields<Args>) => readonly (Where<Name> | undefined)[]
    rows: (prisma: PrismaClient, query: RootQuery<Name>) => Promise<object[]>
    count: (prisma: PrismaClient, query: { where?: Where<Name> }) => Promise<number>
  },
) {
  type Given = InputShapeFromFields<Args> & PageArgs
  const list: ListRead<InputShapeFromFields<Args>> = {
    order: options.order,
    where: (args) => (options.where?.(args) ?? []).filter((where) => where !== undefined),
    places: ownPlaces,
  }
  return {
    type: options.type,
    description: options.description,
    args: { ...pageArgs, ...(options.args ?? ({} as Args)) },
    extensions: { read: { page: list } },
    resolve: (_root: object, given: Given, context: Context, info: GraphQLResolveInfo): LazyConnection<RowOf<Type>> => {
      const { page, where, places } = listRequest(list, given)
      const { where: range, ...query } = keyset(page, places)
      const select = queryFromInfo({ context, info, select: { ...along(places.column, true), id: true } })
      const read = async () => {
        const given = { ...query, ...whereAll([...where, ...range]), ...select } as RootQuery<Name>
        const found = await options.rows(context.prisma, given)
        const placed = found.map((row) => ({ node: row as RowOf<Type>, place: placeOf(row, places) }))
        return connection(page, placed, 0)
      }
      const count = () => options.count(context.prisma, whereAll(where) as { where?: Where<Name> })
      return lazyConnection(read, count)
    },
  }
}

/** `read` is called when the first of the fields with rows is resolved, and only then. */
function lazyConnection<Row>(
  read: () => Promise<Connection<Row>>,
  totalCount: () => Promise<number>,
): LazyConnection<Row> {
  const rows = once(read)
  return {
    get edges() {
      return rows().then(({ edges }) => edges)
    },
    get pageInfo() {
      return rows().then(({ pageInfo }) => pageInfo)
    },
    totalCount,
  }
}
