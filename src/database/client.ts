import type { PrismaPg } from '@prisma/adapter-pg'
import type { PrismaPGlite } from 'pglite-prisma-adapter'
import { PrismaClient } from '../generated/prisma/client.js'
import type { OnStatement } from './database.js'
import type { Sql } from './sql.js'

interface ClientObservers {
  /** Called with each statement that Prisma sends. */
  onQuery?: ((sql: string) => void) | undefined
  /** Called when a statement has ended. */
  onStatement?: OnStatement | undefined
}

/**
 * The Prisma client for either database. It is created when it is first used, for it takes 20 MB, which a server that answers by
 * compiled statements does not need.
 */
export function prismaClient(
  adapter: PrismaPg | PrismaPGlite,
  observers: ClientObservers,
): { prisma: PrismaClient; disconnect: () => Promise<void> } {
  let created: PrismaClient | undefined
  const client = () => {
    created ??= createClient(adapter, observers)
    return created
  }
  return {
    prisma: new Proxy({} as PrismaClient, {
      get: (_, property) => Reflect.get(client(), property),
      has: (_, property) => property in client(),
    }),
    disconnect: async () => created?.$disconnect(),
  }
}

function createClient(adapter: PrismaPg | PrismaPGlite, { onQuery, onStatement }: ClientObservers): PrismaClient {
  const prisma = new PrismaClient({
    adapter: onStatement ? watched(adapter, onStatement) : adapter,
    errorFormat: 'minimal', // the others repeat the arguments, values and all
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
    log: onQuery ? [{ emit: 'event', level: 'query' }] : [],
  })
  if (onQuery) (prisma as PrismaClient<'query'>).$on('query', (event) => onQuery(event.query))
  return prisma
}

function watched(factory: PrismaPg | PrismaPGlite, onStatement: OnStatement): typeof factory {
  const connect = factory.connect.bind(factory)
  return Object.assign(factory, {
    connect: async () => {
      const adapter = await connect()
      const queryRaw = adapter.queryRaw.bind(adapter)
      return Object.assign(adapter, {
        queryRaw: (query: Parameters<typeof queryRaw>[0]) => timed(query.sql, () => queryRaw(query), onStatement),
      })
    },
  })
}

/**
 * Runs a statement and reports how long its caller waited, whether or not it succeeded. The report comes in the caller's
 * asynchronous context, which a connection's callbacks do not have.
 */
export async function timed<Result>(
  text: string,
  run: () => Promise<Result>,
  onStatement: OnStatement | undefined,
): Promise<Result> {
  if (!onStatement) return run()
  const started = performance.now()
  try {
    return await run()
  } finally {
    onStatement(text, performance.now() - started)
  }
}

/** An `Sql` that reports the duration of its statements. */
export const timedSql = (sql: Sql, onStatement: OnStatement | undefined): Sql =>
  onStatement
    ? { ...sql, query: (text, parameters) => timed(text, () => sql.query(text, parameters), onStatement) }
    : sql
