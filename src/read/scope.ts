import type { Sql } from './sql.js'

/** One SELECT in the making: the columns of its rows, by position, and its joins. */
export class Scope {
  readonly columns: Sql[] = []
  readonly joins: Sql[] = []
  private readonly places = new Map<string, number>()

  /** The position of a column, which is selected once. */
  column(sql: string): number {
    const before = this.places.get(sql)
    if (before !== undefined) return before
    const place = this.add([sql])
    this.places.set(sql, place)
    return place
  }

  add(sql: Sql): number {
    return this.columns.push(sql) - 1
  }

  join(joins: readonly Sql[]): void {
    for (const join of joins) if (!this.joins.includes(join)) this.joins.push(join)
  }
}
