import type { Access } from '../access/access.js'
import type { Database, Rows } from '../database/database.js'
import type { Feed } from '../feed/feed.js'
import type { PrismaClient } from '../generated/prisma/client.js'
import type { Ingest } from '../sample/ingester.js'

/** What every resolver is given, made anew for each request. */
export interface Context {
  /** Reads. */
  prisma: PrismaClient
  /** Reads, past Prisma: what it has no words for. */
  rows: Rows
  /** Where this server is reached from outside, without a slash at the end: permalinks begin with it. */
  baseUrl: string
  /** Reads a document into the archive. */
  ingest: Ingest
  /** Writes, all of it or nothing: what a curator does. */
  transaction: Database['transaction']
  /** Who asks. */
  access: Access
  /** Tells of changes as they happen. */
  feed: Feed
  /** Aborted when whoever asks has gone. */
  signal: AbortSignal
}
