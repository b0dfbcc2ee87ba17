import type { Access } from '../access/access.js'
import type { Database } from '../database/database.js'
import type { PrismaClient } from '../generated/prisma/client.js'

/** What every resolver is given, made anew for each request. */
export interface Context {
  /** Reads. */
  prisma: PrismaClient
  /** Where this server is reached from outside, without a slash at the end: permalinks begin with it. */
  baseUrl: string
  /** Writes. */
  database: Database
  /** Who asks. */
  access: Access
}
