import pg from 'pg'
import { canPipeline, type Ended, Executions, type ParsedColumn } from './pg-internals.js'
import type { StatementCall } from './statement-call.js'

/** For each connection, the columns to parse of its named statements. */
const known = new WeakMap<object, Map<string, readonly ParsedColumn[]>>()

const columnsOf = (client: pg.PoolClient, name: string | undefined) =>
  name === undefined ? undefined : known.get(client)?.get(name)

/** Whether the connection has run the named statement before. */
export const isPrepared = (client: pg.PoolClient, name: string | undefined): boolean =>
  columnsOf(client, name) !== undefined

/** Runs a statement on a connection. A named one is prepared once. */
export function runStatement(client: pg.PoolClient, { name, text, values, done }: StatementCall): void {
  client.query(
    { ...(name === undefined ? {} : { name }), text, values, rowMode: 'array' },
    (error: Error | null | undefined, result) => {
      if (error) return done(error, [])
      if (name !== undefined && !isPrepared(client, name)) {
        const statements = known.get(client) ?? new Map<string, readonly ParsedColumn[]>()
        known.set(client, statements.set(name, parsedOf(result.fields)))
      }
      done(null, result.rows)
    },
  )
}

const isText = pg.types.getTypeParser(pg.types.builtins.TEXT, 'text')

const parsedOf = (fields: readonly pg.FieldDef[]): readonly ParsedColumn[] =>
  fields.flatMap(({ dataTypeID }, i) => {
    const parse = pg.types.getTypeParser(dataTypeID, 'text')
    return parse === isText ? [] : [[i, parse] as const]
  })

/** Whether a value can be sent as its text: arrays and dates are left to pg to serialize. */
export const isPlain = (value: unknown): boolean => value === null || typeof value !== 'object'

/**
 * Runs statements with plain values one after another on a connection. Where it has run all of them before, they are sent in one piece, which
 * spares Postgres and this process the wait for each other; and they are only bound and executed, whereas pg would ask for the
 * columns again and look up a parser for each. The first error ends the work; the call that it belongs to is the first of those
 * without an answer, and is not called back.
 */
export function runTogether(client: pg.PoolClient, calls: readonly StatementCall[], ended: Ended): void {
  const columns = calls.map(({ name }) => columnsOf(client, name))
  if (columns.every((parsed) => parsed !== undefined) && canPipeline(client))
    client.query(new Executions(calls, columns, ended))
  else runInTurn(client, calls, ended)
}

function runInTurn(client: pg.PoolClient, calls: readonly StatementCall[], ended: Ended): void {
  const [call, ...others] = calls
  if (call)
    runStatement(client, {
      ...call,
      done: (error, rows) => {
        if (error) return ended(error, calls)
        call.done(null, rows)
        runInTurn(client, others, ended)
      },
    })
  else ended(undefined, [])
}
