import pg from 'pg'

/** A statement, and what is told when it is over: its rows, each an array of its columns, or why there are none. */
export interface Asked {
  readonly name: string | undefined
  readonly text: string
  readonly values: unknown[]
  readonly done: (error: Error | null | undefined, rows: unknown[][]) => void
}

/** A column whose values are no texts, and what makes them of the texts that Postgres sends. */
type Parsed = readonly [column: number, parse: (text: string) => unknown]

/** What the named statements of a connection give, by their names. */
const known = new WeakMap<object, Map<string, readonly Parsed[]>>()

/**
 * Runs a statement on a connection. One that it has run before under its name is only bound and executed: pg would ask anew what
 * its columns are, and look up how to read each.
 */
export function run(client: pg.PoolClient, { name, text, values, done }: Asked): void {
  if (name === undefined) {
    client.query({ text, values, rowMode: 'array' }, (error: Error | null | undefined, result) =>
      done(error, error ? [] : result.rows),
    )
    return
  }
  const statements = known.get(client) ?? new Map<string, readonly Parsed[]>()
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

const parsedOf = (fields: readonly pg.FieldDef[]): readonly Parsed[] =>
  fields.flatMap(({ dataTypeID }, i) => {
    const parse = pg.types.getTypeParser(dataTypeID, 'text')
    return parse === isText ? [] : [[i, parse] as const]
  })

/** Lists and dates are left to pg to write. */
const isPlain = (value: unknown) => value === null || typeof value !== 'object'

const sent = (value: unknown) => (value === null || value === undefined ? null : String(value))

/** Bind, Execute and Sync of PostgreSQL's protocol (55.2.3), as pg's own queries are to its connections. */
class Execution implements pg.Submittable {
  readonly #rows: unknown[][] = []
  #failure: Error | undefined

  constructor(
    readonly name: string,
    readonly text: string,
    readonly values: unknown[],
    private readonly columns: readonly Parsed[],
    private readonly done: Asked['done'],
  ) {}

  submit(connection: pg.Connection): void {
    connection.stream.cork()
    connection.bind({ statement: this.name, values: this.values.map(sent) }, true)
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
