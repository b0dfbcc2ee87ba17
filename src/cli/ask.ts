import { execute, type GraphQLError, parse } from 'graphql'
import { callServer } from '../client/call-server.js'
import type { Database } from '../database/database.js'
import { ReportedError } from '../database/reported-error.js'
import { commandLine } from '../feed/record-changes.js'
import { schema } from '../schema/schema.js'
import type { Target } from './target.js'

interface GraphQLAnswer {
  data?: Record<string, unknown> | null
  errors?: readonly Pick<GraphQLError, 'message'>[]
}

/**
 * Runs an operation on a running server, or on a database opened by this process, and returns its data. In the second case it
 * runs with admin rights: whoever can open the database may do anything with it.
 *
 * @throws ReportedError if the operation fails
 */
export async function ask(
  target: Target,
  query: string,
  variables: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { data, errors = [] } =
    'server' in target ? await askServer(target, query, variables) : await askDatabase(target, query, variables)
  const [error] = errors
  if (error) throw new ReportedError(error.message)
  return data ?? {}
}

const askServer = async ({ server }: Extract<Target, { server: object }>, query: string, variables: object) =>
  (await callServer(server, {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })) as GraphQLAnswer

const askDatabase = async ({ database }: { database: Database }, query: string, variables: Record<string, unknown>) =>
  (await execute({
    schema,
    document: parse(query),
    variableValues: variables,
    contextValue: {
      prisma: database.prisma,
      rows: database.rows,
      transaction: (work: Parameters<Database['transaction']>[0]) => database.transaction(work),
      access: { key: { id: '', name: commandLine, scope: 'ADMIN' } },
      baseUrl: 'http://localhost',
    },
  })) as GraphQLAnswer
