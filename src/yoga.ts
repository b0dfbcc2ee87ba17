import type { RequestListener } from 'node:http'
import { type GraphQLSchema, NoSchemaIntrospectionCustomRule } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import type { Access } from './access/access.js'
import { authenticate } from './access/authenticate.js'
import type { Database } from './database/database.js'
import type { Departure } from './database/departure.js'
import { feedOf } from './feed/feed.js'
import { ArchiveVersion, Writes } from './http/archive-version.js'
import type { Way } from './http/arrival.js'
import { authorizing } from './http/authorize.js'
import { useCompression } from './http/compress.js'
import { corsHeaders, corsOptions } from './http/cors.js'
import { Etags } from './http/etag.js'
import { KeyMemory } from './http/key-memory.js'
import { KnownDocuments, useKnownDocuments } from './http/known-documents.js'
import { log } from './http/log.js'
import { isLoopback } from './http/loopback.js'
import { maskedError } from './http/masked-error.js'
import { arriving, note, ordinaryWay, useObserved } from './http/observed.js'
import { usePersisted } from './http/persisted.js'
import { type RateLimits, rateLimitsOf } from './http/rate-limit.js'
import { shortWay } from './http/short-way.js'
import { type ServerContext, useAccess } from './http/use-access.js'
import { useCancel } from './http/use-cancel.js'
import { useErrorCodes } from './http/use-error-codes.js'
import { useEtags } from './http/use-etags.js'
import { useKeys } from './http/use-keys.js'
import { useOwnHost } from './http/use-own-host.js'
import { limited, useRateLimits } from './http/use-rate-limits.js'
import { useReadPath } from './http/use-read-path.js'
import { useRequestChecks } from './http/use-request-checks.js'
import { useRoutes } from './http/use-routes.js'
import { useSecurityHeaders } from './http/use-security-headers.js'
import { useSignIn } from './http/use-sign-in.js'
import { useStreams } from './http/use-streams.js'
import type { Ingest } from './ingest-document/ingester.js'
import type { Observer } from './observe/observer.js'
import { asker } from './pages/ask.js'
import { type ReadPath, readPath } from './read/read-path.js'
import type { Context } from './schema/context.js'
import { limitsPlugin, type QueryLimits } from './schema/limits-plugin.js'
import { textPlugin } from './schema/text-plugin.js'
import type { Settings } from './settings/settings.js'

/** What a server answers from. */
export interface HandlerOptions {
  schema: GraphQLSchema
  database: Database
  ingest: Ingest
  settings: Settings
  /** Called for every request and statement. */
  observer?: Observer
}

/** Answers every request of the server; `server.ts` connects it to a port. */
export interface Handler {
  /** For Node's server. */
  readonly listener: RequestListener
  /** The same without a port and without the short way (docs/decisions/0016-short-way.md). */
  fetch(request: Request): Response | Promise<Response>
  dispose(): Promise<void>
}

/** Connects the ways of answering with all that they share. Nothing is opened here but what `dispose` closes. */
export function createHandler(options: HandlerOptions): Handler {
  const { schema, database, settings, observer } = options
  const limits = queryLimitsOf(settings)
  const writes = new Writes(database)
  const version = new ArchiveVersion(database, writes)
  const parts: HandlerParts = {
    read:
      settings.readPath === 'on' ? readPath({ schema, rows: database.rows, onWay: (way) => note({ way }) }) : undefined,
    limits,
    documents: new KnownDocuments(schema, limits),
    rates: rateLimitsOf(settings),
    etags: settings.etags === 'on' ? new Etags({ ...settings, schema, version }) : undefined,
    contextOf: contextMaker(options),
  }
  const yoga = yogaOf(options, parts)
  return {
    listener: arriving(observer, withShortWay(ordinaryWay(yoga), settings, parts, new KeyMemory(database, writes))),
    fetch: (request) => yoga.fetch(request),
    dispose: async () => {
      await writes.dispose()
      await yoga.dispose()
    },
  }
}

/** What both ways of answering share. */
interface HandlerParts {
  /** Undefined where the compiled read path is switched off. */
  read: ReadPath | undefined
  limits: QueryLimits
  documents: KnownDocuments
  rates: RateLimits | undefined
  etags: Etags | undefined
  contextOf: ReturnType<typeof contextMaker>
}

/** The ordinary way, with the short one before it, and before both the limits on requests. */
function withShortWay(ordinary: Way, settings: Settings, parts: HandlerParts, keys: KeyMemory): Way {
  const { read, documents, rates, etags, contextOf } = parts
  const { maxBody, corsOrigins, publicUrl, reading } = settings
  const onLoopback = isLoopback(settings.host)
  const way = read
    ? shortWay(ordinary, {
        documents,
        read,
        etags,
        maxBody,
        onLoopback,
        compress: !onLoopback,
        origin: (host) => publicUrl ?? `http://${host}`,
        cors: corsHeaders({ corsOrigins, onLoopback }),
        authorize: authorizing({ reading, limits: rates, find: (header) => keys.find(header) }),
        context: (host, access, signal) => contextOf(`http://${host}`, access, signal),
      })
    : ordinary
  return rates ? limited(rates, way, ordinary) : way
}

type ContextWith<Signal> = Omit<Context, 'signal'> & { signal: Signal }

/** Returns a function that makes the resolvers' context for a request to this origin. */
const contextMaker = ({ database, ingest, settings: { publicUrl } }: HandlerOptions) => {
  const feed = feedOf(database)
  return <Signal extends Departure>(origin: string, access: Access, signal: Signal): ContextWith<Signal> => ({
    prisma: database.prisma,
    rows: (statement) => database.rows({ signal, ...statement }),
    ingest,
    transaction: (work) => database.transaction(work),
    access,
    feed,
    signal,
    baseUrl: publicUrl ?? origin,
  })
}

function yogaOf(options: HandlerOptions, parts: HandlerParts) {
  const { schema, settings } = options
  const onLoopback = isLoopback(settings.host)
  return createYoga<ServerContext, Context>({
    schema,
    context: ({ request, access = { key: null } }) =>
      parts.contextOf(new URL(request.url).origin, access, request.signal),
    cors: corsOptions({ corsOrigins: settings.corsOrigins, onLoopback }),
    graphiql: false, // served by useRoutes, compressed
    landingPage: false,
    healthCheckEndpoint: ' ', // served by useRoutes; Yoga's own matches any URL that ends in its name
    maskedErrors: { maskError: maskedError },
    maxRequestBodySize: false, // useRequestChecks has a limit for each type of body
    logging: log,
    plugins: [...requestPlugins(options, parts), ...operationPlugins(options, parts)],
  })
}

/** What every request passes, in this order; some answer it, as useRoutes does all that is not GraphQL. */
function requestPlugins(
  { schema, database, settings, observer }: HandlerOptions,
  { read, rates, etags, contextOf }: HandlerParts,
) {
  const onLoopback = isLoopback(settings.host)
  const askIn = asker(schema, read)
  return [
    useSecurityHeaders(),
    !onLoopback && useCompression(),
    onLoopback && useOwnHost(),
    rates !== undefined && useRateLimits(),
    settings.reading === 'keys' && useSignIn(database, { ...settings, limits: rates }),
    useAccess({
      ...settings,
      limits: rates,
      authorize: authorizing({ ...settings, limits: rates, find: (header) => authenticate(database, header) }),
    }),
    useKeys(database),
    useRoutes({
      ...settings,
      database,
      schema,
      metrics: showsMetrics(settings) ? observer?.metrics : undefined,
      ask: (request, access) => askIn(contextOf(new URL(request.url).origin, access, request.signal)),
    }),
    etags !== undefined && useEtags(etags, (request) => settings.publicUrl ?? new URL(request.url).origin),
    useRequestChecks(settings),
  ]
}

/** What every operation of GraphQL passes, in this order. */
const operationPlugins = ({ settings, observer }: HandlerOptions, { read, limits, documents }: HandlerParts) => [
  usePersisted(documents),
  limitsPlugin(limits, (price) => note({ price })),
  textPlugin(),
  observer !== undefined && useObserved(),
  useStreams(settings),
  useKnownDocuments(documents),
  useCancel(),
  read !== undefined && useReadPath(read),
  settings.introspection === 'off' && withoutIntrospection,
  useErrorCodes(),
]

/** By default metrics are available only on loopback, or if reading needs a key. */
const showsMetrics = ({ metrics, host, reading }: Settings) =>
  metrics === undefined ? isLoopback(host) || reading === 'keys' : metrics === 'on'

const queryLimitsOf = ({ maxPrice, maxDepth, maxAliases, maxTokens }: Settings): QueryLimits => ({
  price: maxPrice,
  depth: maxDepth,
  aliases: maxAliases,
  tokens: maxTokens,
})

const withoutIntrospection: Plugin = {
  onValidate: ({ addValidationRule }) => addValidationRule(NoSchemaIntrospectionCustomRule),
}
