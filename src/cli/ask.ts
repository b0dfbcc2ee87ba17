import { execute, type GraphQLError, parse } from 'graphql'
import { callServer } from '../client/call-server.js'
import type { Database } from '../database/database.js'
import { ReportedError } from '../database/reported-error.js'
import { schema } from '../schema/schema.js'
import type { Target } from './target.js'

interface Answer {
  data?: Record<string, unknown> | null
  errors?: readonly Pick<GraphQLError, 'message'>[]
}

/**
 * The data of an operation, asked of a running server, or of a database that is open here: in the name of the command line,
 * which may do everything where it may open the database.
 *
 * @throws ReportedError for an error of the operation
 */
export async function ask(
  target: Target,
  query: string,
  variables: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { data, errors = [] } =
    'server' in target ? await through(target, query, variables) : await here(target, query, variables)
  const [error] = errors
  if (error) throw new ReportedError(error.message)
  return data ?? {}
}

const through = async ({ server }: Extract<Target, { server: object }>, query: string, variables: object) =>
  (await callServer(server, {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })) as Answer

const here = async ({ database }: { database: Database }, query: string, variables: Record<string, unknown>) =>
  (await execute({
    schema,
    document: parse(query),
    variableValues: variables,
    contextValue: {
      prisma: database.prisma,
      rows: database.rows,
      transaction: (work: Parameters<Database['transaction']>[0]) => database.transaction(work),
      access: { key: { id: '', name: 'command line', scope: 'ADMIN' } },
      baseUrl: 'http://localhost',
    },
  })) as Answer
