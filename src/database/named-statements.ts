import { type PGlite, protocol, types } from '@electric-sql/pglite'
import type { ReadStatement, Rows } from './database.js'
import { GoneError } from './failure.js'

const { serialize } = protocol

/** The type OIDs of a prepared statement's parameters and columns. */
interface StatementTypes {
  parameters: readonly number[]
  columns: readonly number[]
}

/**
 * Runs reads on the embedded database. `PGlite.query` parses and plans a statement at every call; here a statement with a name is
 * prepared once, as on Postgres, through messages of the wire protocol. Values are converted by the database's own serializers and
 * parsers, as in `query`, and like `query` it waits while a transaction is open.
 */
export function embeddedRows(pglite: PGlite): Rows {
  const prepared = new Map<string, StatementTypes>()
  const send = async (...messages: Uint8Array[]) => (await pglite.execProtocol(Buffer.concat(messages))).messages
  const prepare = async (name: string, text: string): Promise<StatementTypes> => {
    const answer = await send(
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    )
    const described: StatementTypes = {
      parameters: answer.flatMap((message) => (isParameters(message) ? message.dataTypeIDs : [])),
      columns: answer.flatMap((message) =>
        isColumns(message) ? message.fields.map(({ dataTypeID }) => dataTypeID) : [],
      ),
    }
    prepared.set(name, described)
    return described
  }
  const run = async (name: string, { text, values }: ReadStatement): Promise<unknown[][]> => {
    const { parameters, columns } = prepared.get(name) ?? (await prepare(name, text))
    const serialized = values.map((value, i) => serializeValue(value, pglite.serializers[parameters[i] ?? 0]))
    const answer = await send(
      serialize.bind({ statement: name, values: serialized }),
      serialize.execute({}),
      serialize.sync(),
    )
    return answer.flatMap((message) =>
      isRow(message) ? [message.fields.map((cell, i) => types.parseType(cell, columns[i] ?? 0, pglite.parsers))] : [],
    )
  }
  return async (statement) => {
    const { name, text, values, signal } = statement
    if (signal?.aborted) throw new GoneError()
    if (name === undefined) return (await pglite.query<unknown[]>(text, values, { rowMode: 'array' })).rows
    return pglite._runExclusiveTransaction(() =>
      pglite._runExclusiveQuery(() => {
        if (signal?.aborted) throw new GoneError() // aborted while it waited for its turn
        return run(name, statement)
      }),
    )
  }
}

const serializeValue = (value: unknown, serializer: types.Serializer | undefined): string | null => {
  if (value === null || value === undefined) return null
  return serializer ? serializer(value) : String(value)
}

interface Message {
  readonly name: string
}
const isParameters = (message: Message): message is Message & { dataTypeIDs: number[] } =>
  message.name === 'parameterDescription'
const isColumns = (message: Message): message is Message & { fields: { dataTypeID: number }[] } =>
  message.name === 'rowDescription'
const isRow = (message: Message): message is Message & { fields: (string | null)[] } => message.name === 'dataRow'
