import { decodeCursor, encodeCursor, type ListPosition } from './cursor.js'
import { badInput } from './errors.js'
import type { Order } from './order.js'

/** The rows of a page whose size is not given. */
export const defaultPageSize = 20
const maxPageSize = 100

/** The arguments of a connection, see Relay's specification of cursor connections. */
export interface PageArgs {
  first?: number | null | undefined
  after?: string | null | undefined
  last?: number | null | undefined
  before?: string | null | undefined
}

/** The page that a connection's arguments request. */
export interface Page {
  order: Order
  size: number
  /** Whether it is counted from the end of the list, by `last`. */
  backward: boolean
  after: ListPosition | undefined
  before: ListPosition | undefined
}

/** Throws BAD_USER_INPUT for a size out of range, `first` together with `last`, or a cursor of another list. */
export function pageOfArgs(order: Order, { first, after, last, before }: PageArgs): Page {
  if (first != null && last != null) throw badInput('Give "first" or "last", not both.', ['last'])
  const name = last == null ? 'first' : 'last'
  const size = last ?? first ?? defaultPageSize
  if (!isPageSize(size))
    throw badInput(
      `"${name}" is ${size}; it can be 0 to ${maxPageSize}. Ask for further pages with "${name === 'first' ? 'after' : 'before'}".`,
      [name],
    )
  return {
    order,
    size,
    backward: last != null,
    after: after == null ? undefined : decodeCursor(order, after, ['after']),
    before: before == null ? undefined : decodeCursor(order, before, ['before']),
  }
}

const isPageSize = (size: number) => size >= 0 && size <= maxPageSize

/** The number of rows that `first` requests from a list without pages. Throws BAD_USER_INPUT if it is out of range. */
export function listSize(first: number | null | undefined): number {
  const size = first ?? defaultPageSize
  if (!isPageSize(size)) throw badInput(`"first" is ${size}; it can be 0 to ${maxPageSize}.`, ['first'])
  return size
}

/** As in Relay's specification of cursor connections. */
export interface PageInfo {
  hasNextPage: boolean
  hasPreviousPage: boolean
  startCursor: string | null
  endCursor: string | null
}

/** The rows of a page; `totalCount` counts the whole list, and is a function where that takes a statement. */
export interface Connection<Row> {
  edges: { cursor: string; node: Row }[]
  pageInfo: PageInfo
  totalCount: number | (() => Promise<number>)
}

/**
 * Builds a connection. `rows` are in the order in which they were read, and may be one more than the page's size, which shows that
 * there is a further page.
 */
export function connection<Row>(
  { order, size, backward, after, before }: Page,
  rows: readonly { node: Row; place: ListPosition }[],
  totalCount: Connection<Row>['totalCount'],
): Connection<Row> {
  const more = rows.length > size
  const kept = rows.slice(0, size)
  if (backward) kept.reverse()
  const edges = kept.map(({ node, place }) => ({ cursor: encodeCursor(order, place), node }))
  return {
    edges,
    pageInfo: {
      hasNextPage: backward ? before !== undefined : more,
      hasPreviousPage: backward ? more : after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  }
}
