import pg from 'pg'

/** A statement and its callback, which receives the rows, each an array of its columns, or the error. */
export interface StatementCall {
  readonly name: string | undefined
  readonly text: string
  readonly values: unknown[]
  readonly done: (error: Error | null | undefined, rows: unknown[][]) => void
}

/** A column whose type is not text, and its parser for the text that Postgres sends. */
type ParsedColumn = readonly [column: number, parse: (text: string) => unknown]

/** For each connection, the columns to parse of its named statements. */
const known = new WeakMap<object, Map<string, readonly ParsedColumn[]>>()

/**
 * Runs a statement on a connection. A named statement that it has run before is only bound and executed, whereas pg would ask for
 * its columns again and look up a parser for each.
 */
export function runStatement(client: pg.PoolClient, { name, text, values, done }: StatementCall): void {
  if (name === undefined) {
    client.query({ text, values, rowMode: 'array' }, (error: Error | null | undefined, result) =>
      done(error, error ? [] : result.rows),
    )
    return
  }
  const statements = known.get(client) ?? new Map<string, readonly ParsedColumn[]>()
  const columns = statements.get(name)
  if (columns && values.every(isPlain)) {
    client.query(new Execution(name, text, values, columns, done))
    return
  }
  client.query({ name, text, values, rowMode: 'array' }, (error: Error | null | undefined, result) => {
    if (error) return done(error, [])
    known.set(client, statements.set(name, parsedOf(result.fields)))
    done(null, result.rows)
  })
}

const isText = pg.types.getTypeParser(pg.types.builtins.TEXT, 'text')

const parsedOf = (fields: readonly pg.FieldDef[]): readonly ParsedColumn[] =>
  fields.flatMap(({ dataTypeID }, i) => {
    const parse = pg.types.getTypeParser(dataTypeID, 'text')
    return parse === isText ? [] : [[i, parse] as const]
  })

/** Arrays and dates are left to pg to serialize. */
const isPlain = (value: unknown) => value === null || typeof value !== 'object'

const serialized = (value: unknown) => (value === null || value === undefined ? null : String(value))

/** Sends Bind, Execute and Sync (PostgreSQL protocol, 55.2.3) as a query object of pg. */
class Execution implements pg.Submittable {
  readonly #rows: unknown[][] = []
  #failure: Error | undefined

  constructor(
    readonly name: string,
    readonly text: string,
    readonly values: unknown[],
    private readonly columns: readonly ParsedColumn[],
    private readonly done: StatementCall['done'],
  ) {}

  submit(connection: pg.Connection): void {
    connection.stream.cork()
    connection.bind({ statement: this.name, values: this.values.map(serialized) }, true)
    connection.execute({}, true)
    connection.sync()
    connection.stream.uncork()
  }

  handleDataRow({ fields: row }: { fields: unknown[] }): void {
    try {
      for (const [i, parse] of this.columns) if (row[i] !== null) row[i] = parse(row[i] as string)
      this.#rows.push(row)
    } catch (error) {
      this.#failure ??= error instanceof Error ? error : new Error(String(error))
    }
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.done(error, [])
  }

  handleReadyForQuery(): void {
    this.done(this.#failure, this.#rows)
  }
}
