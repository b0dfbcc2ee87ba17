import { execute, type GraphQLError, parse, validate } from 'graphql'
import { feedOf } from '../../src/feed/feed.js'
import type { Context } from '../../src/schema/context.js'
import { schema } from '../../src/schema/schema.js'
import type { TestDatabase } from './database.js'

interface Answer {
  data: unknown
  errors: readonly GraphQLError[]
  /** The SQL that was sent for it. */
  statements: string[]
  /** The value at a path of the data: `at('theme.remarks.nodes.*.text')` is one for each node. */
  at: (path: string) => unknown
}
export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Answer>

/** The context of a request without a key. */
export const contextOf = (database: TestDatabase): Context => ({
  prisma: database.prisma,
  rows: database.rows,
  ingest: () => Promise.reject(new Error('These tests only read.')),
  underWay: new Map(),
  transaction: (work) => database.transaction(work),
  access: { key: null },
  feed: feedOf(database),
  signal: new AbortController().signal,
  baseUrl: 'https://archive.example',
})

/** Runs operations on the schema, without HTTP. */
export const asking =
  (db: TestDatabase): Ask =>
  async (query, variables = {}) => {
    const document = parse(query)
    const [invalid] = validate(schema, document)
    if (invalid) throw invalid
    db.statements.length = 0
    const result = await execute({
      schema,
      document,
      variableValues: variables,
      contextValue: contextOf(db),
    })
    const data: unknown = JSON.parse(JSON.stringify(result.data ?? null)) // as a client gets it
    return {
      data,
      errors: result.errors ?? [],
      statements: [...db.statements],
      at: (path) => valueAt(data, path.split('.')),
    }
  }

function valueAt(value: unknown, [name, ...rest]: string[]): unknown {
  if (name === undefined) return value
  if (name === '*' && Array.isArray(value)) return value.map((item) => valueAt(item, rest))
  return valueAt((value as Record<string, unknown> | null)?.[name], rest)
}
