import type { PrismaPg } from '@prisma/adapter-pg'
import type { PrismaPGlite } from 'pglite-prisma-adapter'
import { PrismaClient } from '../generated/prisma/client.js'

/** Prisma over either database; `onQuery` sees each statement that it sends. */
export function prismaClient(adapter: PrismaPg | PrismaPGlite, onQuery?: (sql: string) => void): PrismaClient {
  const prisma = new PrismaClient({
    adapter,
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
    log: onQuery ? [{ emit: 'event', level: 'query' }] : [],
  })
  if (onQuery) (prisma as PrismaClient<'query'>).$on('query', (event) => onQuery(event.query))
  return prisma
}
