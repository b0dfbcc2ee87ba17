import { isUsableText } from '../database/usable-text.js'
import { type ArgumentPath, badInput } from './errors.js'
import type { Order } from './order.js'

/** What rows are sorted by. */
export type SortValue = bigint | number | string

/** A position in a list: the values by which its row is sorted. The row itself may no longer exist. */
export interface ListPosition {
  value: SortValue
  /** The row's uuid. */
  id: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A cursor: the order's name, the sort value and the id, as opaque text. */
export const encodeCursor = ({ name }: Order, { value, id }: ListPosition): string =>
  Buffer.from(JSON.stringify([name, typeof value === 'bigint' ? String(value) : value, id])).toString('base64url')

/** The position that a cursor names. Throws BAD_USER_INPUT for a cursor of another order or list, and for any other text. */
export function decodeCursor(order: Order, cursor: string, argument: ArgumentPath): ListPosition {
  const [name, value, id, ...rest] = cellsOf(cursor)
  const sortValue = sortValueOf(order.kind, value)
  if (name !== order.name || sortValue === undefined || typeof id !== 'string' || !uuid.test(id) || rest.length > 0)
    throw badInput(
      'This cursor does not belong to this list in this order. Give a "cursor", "startCursor" or "endCursor" of the same field with the same "orderBy".',
      argument,
    )
  return { value: sortValue, id }
}

/** The parts of a cursor; empty if the text is not a cursor. */
export function cellsOf(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** Undefined for values that the database would reject. */
function sortValueOf(kind: Order['kind'], value: unknown): SortValue | undefined {
  if (kind === 'text') return typeof value === 'string' && isUsableText(value) ? value : undefined
  if (kind === 'uuid') return typeof value === 'string' && uuid.test(value) ? value : undefined
  if (kind === 'int') return typeof value === 'number' && (value | 0) === value ? value : undefined
  if (typeof value !== 'string' || !/^-?\d{1,19}$/.test(value)) return undefined
  const number = BigInt(value)
  return BigInt.asIntN(64, number) === number ? number : undefined
}
