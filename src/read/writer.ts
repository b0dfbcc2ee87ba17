import { encodeCursor } from '../schema/cursor.js'
import { encodeId } from '../schema/ids.js'
import type { ListRequest } from '../schema/list.js'
import type { FoundRequest } from '../schema/read-as.js'
import type { ComputedPlan } from './plan.js'

/** The columns of one row. */
export type Cells = readonly unknown[]

/** The answer's text from the statement's rows. Throws NotAsPromised. */
export type Write = (
  rows: readonly Cells[],
  pages: readonly ListRequest[],
  found: readonly FoundRequest[],
  context: object,
) => string

/** Writes a result from the columns of the statement that found it, what was asked, and a function for each kind of row in it. */
export type FoundWriter = (columns: Cells, asked: FoundRequest, rows: readonly ((row: Cells) => string)[]) => string

/** A null where the schema promises a value, or a value that it does not know: the ordinary executor says it properly. */
export class NotAsPromised extends Error {
  override readonly name = 'NotAsPromised'
}

/** Any but what JSON takes as it is; halves of characters that take two are among them, for the other half may lack. */
const special = /[^ !#-[\]-\uD7FF\uE000-\uFFFF]/

/** What generated code calls, by the names that it knows it by. */
export const runtime = {
  /** A text as JSON has it: mostly as it is, which is seen faster than JSON.stringify copies it. */
  quoted: (text: string) => (special.test(text) ? JSON.stringify(text) : `"${text}"`),
  id: (table: Parameters<typeof encodeId>[0], id: string) => `"${encodeId(table, id)}"`,
  /** The rows of a page or list that are shown, in order, separated by commas. */
  each(rows: readonly Cells[], { size, backward }: { size: number; backward: boolean }, write: (row: Cells) => string) {
    const count = Math.min(rows.length, size)
    let all = ''
    for (let i = 0; i < count; i++) {
      const row = rows[backward ? count - 1 - i : i]
      if (row) all += i > 0 ? `,${write(row)}` : write(row)
    }
    return all
  },
  /** The cursor of the first or last row that is shown; JSON's null for an empty page. */
  end(rows: readonly Cells[], { size, backward }: ListRequest['page'], first: boolean, write: (row: Cells) => string) {
    const count = Math.min(rows.length, size)
    const row = rows[first === backward ? count - 1 : 0]
    return count > 0 && row ? write(row) : 'null'
  },
  cursor({ order }: ListRequest['page'], value: string, id: string) {
    return `"${encodeCursor(order, { value: order.kind === 'int' ? Number(value) : value, id })}"`
  },
  /** Each row once, by the id in this column, without the row of one id. */
  once(rows: readonly Cells[], column: number, isOnce: boolean, except: unknown) {
    const found = new Set<unknown>()
    return rows.filter((row) => {
      const id = row[column]
      if (id === except || (isOnce && found.has(id))) return false
      found.add(id)
      return true
    })
  },
  /** A row of any table, which is null or undefined where it is not there. */
  node(row: Cells | null | undefined, nullable: boolean, write: (row: Cells) => string): string {
    if (row != null) return write(row)
    if (nullable) return 'null'
    throw new NotAsPromised('a row')
  },
  /** The same for several, separated by commas. */
  nodes(rows: readonly (Cells | null)[], nullable: boolean, write: (row: Cells) => string): string {
    return (nullable ? rows : rows.filter((row) => row !== null))
      .map((row) => (row === null ? 'null' : write(row)))
      .join(',')
  },
  /** Pairs of offsets, separated by commas. */
  pieces(offsets: readonly number[], write: (start: number, end: number) => string) {
    let all = ''
    for (let i = 0; i + 1 < offsets.length; i += 2)
      all += (i > 0 ? ',' : '') + write(offsets[i] ?? 0, offsets[i + 1] ?? 0)
    return all
  },
  /** A date as Prisma gives it. */
  date: (text: string | null) => (text === null ? null : new Date(text)),
  /** The text that a field's own resolver makes of a row. */
  computed(resolve: ComputedPlan['resolve'], row: object, context: object, nullable: boolean): string {
    const value = resolve(row, {}, context)
    if (typeof value === 'string') return JSON.stringify(value)
    if (value == null && nullable) return 'null'
    throw new NotAsPromised('a computed field')
  },
  broken(what: string): never {
    throw new NotAsPromised(what)
  },
}

/** Of a list that is no page. */
export const whole = '{size:Infinity,backward:false}'
