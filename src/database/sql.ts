/** One connection that takes SQL: inside a transaction, or for migrations. Never a pool. */
export interface Sql {
  /** One statement with `$1, $2 …`; gives its rows. */
  query<Row>(text: string, parameters?: unknown[]): Promise<Row[]>
  /** Several statements separated by semicolons, no parameters. */
  script(text: string): Promise<void>
  /**
   * Appends rows, one `copyLine` each, by COPY.
   *
   * @param into the table and its columns, quoted: `"Theme" ("id", "title")`
   */
  copy(into: string, lines: string): Promise<void>
}

/** What a migration needs. */
export type ScriptSql = Pick<Sql, 'query' | 'script'>
