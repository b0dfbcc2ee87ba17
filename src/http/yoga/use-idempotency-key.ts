import { createHash } from 'node:crypto'
import { type ExecutionArgs, type ExecutionResult, getOperationAST, OperationTypeNode } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Database } from '../../database/database.js'
import type { Context } from '../../schema/context.js'
import { SentWrite } from '../../sent-write/sent-write.js'
import type { Arrival } from '../arrival.js'
import { log } from '../log.js'
import { badRequest } from '../refusals.js'

type RequestContext = Context & { arrival: Arrival }

/** Visible characters of ASCII. */
const keyPattern = /^[\x21-\x7e]{1,255}$/

/**
 * Mutations with the header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07) are applied once, however often they
 * are sent: what was written before is answered as it was then.
 */
export const useIdempotencyKey = (database: Database): Plugin<Context> => ({
  onExecute({ executeFn, setExecuteFn }) {
    setExecuteFn(async (args: ExecutionArgs): Promise<ExecutionResult> => {
      const context = args.contextValue as RequestContext
      const { key: apiKey } = context.access
      const key = context.arrival.request.headers['idempotency-key']
      const operation = getOperationAST(args.document, args.operationName)
      const isWrite = operation?.operation === OperationTypeNode.MUTATION && apiKey !== null && apiKey.scope !== 'READ'
      if (key === undefined || !isWrite) return executeFn(args)
      if (typeof key !== 'string' || !keyPattern.test(key))
        throw badRequest('An Idempotency-Key has 1 to 255 visible characters of ASCII. A UUID is one.')
      const write = await SentWrite.find(database, { keyId: apiKey.id, key, request: await hashOfRequest(args) })
      if (write.answer !== null) return replayed(write.answer)
      const result = await executeFn({ ...args, contextValue: { ...context, ...once(context, write) } })
      if (!result.errors) await write.keep(JSON.stringify(result.data)).catch(log.error) // it is written all the same
      return result
    })
  },
})

const replayed = (answer: string): ExecutionResult => ({
  data: JSON.parse(answer),
  extensions: { http: { headers: { 'idempotency-replayed': 'true' } } },
})

const once = ({ ingest }: Context, write: SentWrite): Pick<Context, 'transaction' | 'ingest'> => ({
  transaction: write.transaction,
  ingest: (file, options, watch) => ingest(file, options, { ...watch, once: write }),
})

/** Of its text, its variables, and the bytes of its files. */
async function hashOfRequest({ document, operationName, variableValues }: ExecutionArgs): Promise<string> {
  const files: Promise<ArrayBuffer>[] = []
  const asked = JSON.stringify([document.loc?.source.body, operationName, variableValues], (_key, value: unknown) => {
    if (!isFile(value)) return value
    files.push(value.arrayBuffer())
    return { name: value.name, type: value.type }
  })
  const hash = createHash('sha256').update(asked)
  for (const bytes of await Promise.all(files)) hash.update(`\n${bytes.byteLength}\n`).update(new Uint8Array(bytes))
  return hash.digest('hex')
}

const isFile = (value: unknown): value is File =>
  typeof value === 'object' && value !== null && 'arrayBuffer' in value && typeof value.arrayBuffer === 'function'
