import { type DocumentNode, getOperationAST } from 'graphql'
import type { Departure } from '../../database/departure.js'
import type { ReadPath } from '../../read/read-path.js'
import type { Context } from '../../schema/context.js'
import type { AnswerMemory } from './answer-memory.js'

/** A good answer to a query: JSON as a text, or as bytes if it is remembered. */
export interface ReadAnswer {
  readonly status: 200
  readonly body: string | Buffer
  readonly compress: 'quickly'
}

type ReadContext = Pick<Context, 'access' | 'baseUrl'> & { readonly signal: Departure }

/**
 * Answers a valid query from memory, or else by the compiled read path; null where the ordinary executor should answer. Throws what
 * the read path throws.
 */
export type Read = (query: ReadQuery, context: ReadContext) => Promise<ReadAnswer | null>

export interface ReadQuery {
  readonly document: DocumentNode
  readonly operationName: string | null | undefined
  readonly variables: Readonly<Record<string, unknown>> | null | undefined
  /** Called if it is read, and not remembered. */
  readonly onRead: () => void
}

/** The read path behind a memory of its answers, if there is one. */
export function remembering(read: ReadPath, memory: AnswerMemory | undefined): Read {
  const make = async ({ document, operationName, variables, onRead }: ReadQuery, context: ReadContext) => {
    onRead()
    const text = await read(document, operationName, variables, context)
    return text === null
      ? null
      : ({ status: 200, body: memory ? Buffer.from(text) : text, compress: 'quickly' } as const)
  }
  return async (query, context) => {
    const text = query.document.loc?.source.body
    if (!memory || text === undefined) return make(query, context)
    const { access, baseUrl } = context
    const operation = getOperationAST(query.document, query.operationName)?.name?.value
    const asked = [access.key?.scope, baseUrl, operation, query.variables ?? {}]
    return memory.find(`query ${JSON.stringify(asked)} ${text}`, context.signal, (signal) =>
      make(query, { ...context, signal }),
    )
  }
}
