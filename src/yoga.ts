import { type GraphQLSchema, NoSchemaIntrospectionCustomRule } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import type { Database } from './database/database.js'
import { feedOf } from './feed/feed.js'
import { corsOptions } from './http/cors.js'
import { log } from './http/log.js'
import { isLoopback } from './http/loopback.js'
import { maskedError } from './http/masked-error.js'
import { type ServerContext, useAccess } from './http/use-access.js'
import { useErrorCodes } from './http/use-error-codes.js'
import { useKeys } from './http/use-keys.js'
import { useOwnHost } from './http/use-own-host.js'
import { useReadPath } from './http/use-read-path.js'
import { useRequestChecks } from './http/use-request-checks.js'
import { useRoutes } from './http/use-routes.js'
import { useStreams } from './http/use-streams.js'
import { readPath } from './read/read-path.js'
import type { Ingest } from './sample/ingester.js'
import type { Context } from './schema/context.js'
import { limitsPlugin, type QueryLimits } from './schema/limits-plugin.js'
import { textPlugin } from './schema/text-plugin.js'
import type { Settings } from './settings.js'

export interface HandlerOptions {
  schema: GraphQLSchema
  database: Database
  ingest: Ingest
  settings: Settings
}

/** Everything that the server answers, as one function from Request to Response; `server.ts` gives it a port. */
export function createHandler({ schema, database, ingest, settings }: HandlerOptions) {
  const onLoopback = isLoopback(settings.host)
  const feed = feedOf(database)
  return createYoga<ServerContext, Context>({
    schema,
    context: ({ request, access = { key: null } }) => ({
      prisma: database.prisma,
      rows: database.rows,
      ingest,
      transaction: (work) => database.transaction(work),
      access,
      feed,
      signal: request.signal,
      baseUrl: settings.publicUrl ?? new URL(request.url).origin,
    }),
    cors: corsOptions({ corsOrigins: settings.corsOrigins, onLoopback }),
    graphiql: false, // useRoutes has it, compressed
    landingPage: false,
    healthCheckEndpoint: ' ', // useRoutes has it; Yoga's own takes any query that ends in its name
    maskedErrors: { maskError: maskedError },
    maxRequestBodySize: false, // useRequestChecks has a limit for each type of body
    logging: log,
    plugins: [
      onLoopback && useOwnHost(),
      useAccess(database, settings),
      useKeys(database),
      useRoutes({ database, schema, introspection: settings.introspection }),
      useRequestChecks(settings),
      limitsPlugin(queryLimitsOf(settings)),
      textPlugin(),
      useStreams(settings),
      settings.readPath === 'on' && useReadPath(readPath({ schema, rows: database.rows })),
      settings.introspection === 'off' && withoutIntrospection,
      useErrorCodes(),
    ],
  })
}

const queryLimitsOf = ({ maxPrice, maxDepth, maxAliases, maxTokens }: Settings): QueryLimits => ({
  price: maxPrice,
  depth: maxDepth,
  aliases: maxAliases,
  tokens: maxTokens,
})

const withoutIntrospection: Plugin = {
  onValidate: ({ addValidationRule }) => addValidationRule(NoSchemaIntrospectionCustomRule),
}
