import { type PGlite, protocol, types } from '@electric-sql/pglite'
import type { ReadStatement, Rows } from '../database.js'
import { GoneError, UnavailableError } from '../failure.js'
import type { DatabaseLimits } from '../limits.js'
import { betweenTransactions } from './between-transactions.js'

const { serialize } = protocol

/** The type OIDs of a prepared statement's parameters and columns. */
interface StatementTypes {
  parameters: readonly number[]
  columns: readonly number[]
}

/**
 * Runs reads on the embedded database. `PGlite.query` parses and plans a statement at every call; here a statement with a name is
 * prepared once, as on Postgres, through messages of the wire protocol. Values are converted by the database's own serializers and
 * parsers, as in `query`, and like `query` it waits while a transaction is open, but not longer than the limit.
 */
export function embeddedRows(pglite: PGlite, { embeddedReadWait }: Pick<DatabaseLimits, 'embeddedReadWait'>): Rows {
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
    if (name !== unnamed) prepared.set(name, described)
    return described
  }
  const run = async ({ name = unnamed, text, values }: ReadStatement): Promise<unknown[][]> => {
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
  return (statement) =>
    inTurn(pglite, embeddedReadWait, () => {
      if (statement.signal?.aborted) throw new GoneError()
      return run(statement)
    })
}

/** The name of the protocol's statement that lasts until the next one. */
const unnamed = ''

/**
 * Does `work` between transactions, if its turn comes in time.
 *
 * @param wait how long it may wait for that, in milliseconds
 * @throws UnavailableError if it has waited longer
 */
function inTurn<Result>(pglite: PGlite, wait: number, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const refuse = () => reject(new UnavailableError('The embedded database has more to do than it can.'))
    const timer = setTimeout(refuse, wait)
    const begin = async () => {
      clearTimeout(timer)
      // The timer may not have had its turn either: a statement leaves no time for others.
      if (performance.now() - started > wait) refuse()
      else resolve(await work())
    }
    betweenTransactions(pglite, begin).catch(reject)
  })
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
