import type { Access } from '../access/access.js'
import type { Database, Rows } from '../database/database.js'
import type { Feed } from '../feed/feed.js'
import type { PrismaClient } from '../generated/prisma/client.js'
import type { ModelProgress } from '../ingest/model/progress.js'
import type { Ingest } from '../ingest-document/ingester.js'

/** The resolvers' context, created for each request. */
export interface Context {
  /** For reading. */
  prisma: PrismaClient
  /** For reading what Prisma cannot express. */
  rows: Rows
  /** This server's public URL without a trailing slash; permalinks begin with it. */
  baseUrl: string
  /** Reads a document into the archive. */
  ingest: Ingest
  /** How far a model has read, of the documents that this server has one read now, by SHA-256. */
  underWay: Map<string, ModelProgress>
  /** Runs curators' acts in a write transaction. */
  transaction: Database['transaction']
  /** Who made the request. */
  access: Access
  /** Follows changes as they happen. */
  feed: Feed
  /** Aborted when the client has gone away. */
  signal: AbortSignal
}
