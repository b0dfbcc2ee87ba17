import { type DocumentNode, execute, GraphQLError, type GraphQLSchema, parse } from 'graphql'
import type { ReadPath } from '../read/read-path.js'
import type { Context } from '../schema/context.js'

/**
 * Runs one of the pages' queries, as the API would for the same requester.
 *
 * @throws GraphQLError if the API rejects the variables; otherwise whatever the database throws
 */
export type Ask = <Data>(query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Data>

interface Answer {
  data?: unknown
  errors?: readonly Error[]
}

/** Lets pages query the API within a request's context. Their queries are constants, so each is parsed only once. */
export function asker(schema: GraphQLSchema, read: ReadPath | undefined): (context: Context) => Ask {
  const documents = new Map<string, DocumentNode>()
  const documentOf = (query: string): DocumentNode => {
    const document = documents.get(query) ?? parse(query)
    documents.set(query, document)
    return document
  }
  return (context) =>
    async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}) => {
      const document = documentOf(query)
      const text = await read?.(document, null, variables, context)
      const { data, errors }: Answer =
        text != null
          ? JSON.parse(text)
          : await execute({ schema, document, variableValues: variables, contextValue: context })
      const [error] = errors ?? []
      if (error) throw (error instanceof GraphQLError && error.originalError) || error
      return data as Data
    }
}
