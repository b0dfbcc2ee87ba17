/** A single connection, inside a transaction or for migrations. Never a pool. */
export interface Sql {
  /** Runs one statement with parameters `$1, $2 …` and returns its rows. */
  query<Row>(text: string, parameters?: unknown[]): Promise<Row[]>
  /** Runs several statements separated by semicolons, without parameters. */
  script(text: string): Promise<void>
  /**
   * Inserts rows by COPY, one `copyLine` each.
   *
   * @param into the quoted table and columns: `"Theme" ("id", "title")`
   */
  copy(into: string, lines: string): Promise<void>
}

/** The part of `Sql` that migrations need. */
export type ScriptSql = Pick<Sql, 'query' | 'script'>
