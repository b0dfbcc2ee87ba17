import type { IncomingMessage, RequestListener } from 'node:http'
import { type GraphQLSchema, NoSchemaIntrospectionCustomRule } from 'graphql'
import { createYoga, type Plugin } from 'graphql-yoga'
import type { Database } from './database/database.js'
import type { Departure } from './database/departure.js'
import { feedOf } from './feed/feed.js'
import { type Answer, graphqlAnswerOf } from './http/answer.js'
import type { Arrival } from './http/arrival.js'
import { authorizing } from './http/checks/authorize.js'
import { corsHeaders } from './http/checks/cors.js'
import { KeyMemory } from './http/checks/key-memory.js'
import { isLoopback } from './http/checks/loopback.js'
import { checkingHost } from './http/checks/own-host.js'
import { rateLimitsOf } from './http/checks/rate-limit.js'
import { frontDoor } from './http/front-door.js'
import { AnswerMemory } from './http/graphql/answer-memory.js'
import { ArchiveVersion, Writes } from './http/graphql/archive-version.js'
import { Etags } from './http/graphql/etag.js'
import { graphqlAnswers } from './http/graphql/graphql-answers.js'
import { KnownDocuments, useKnownDocuments } from './http/graphql/known-documents.js'
import { type Read, remembering } from './http/graphql/read-answer.js'
import { log } from './http/log.js'
import { maskedError } from './http/masked-error.js'
import { openAnswers, pageAnswers, type RoutesOptions } from './http/pages/routes.js'
import { signInAnswers } from './http/pages/sign-in.js'
import { useMultipartStreams } from './http/yoga/multipart-stream.js'
import { usePersisted } from './http/yoga/persisted.js'
import { useCancel } from './http/yoga/use-cancel.js'
import { useErrorCodes } from './http/yoga/use-error-codes.js'
import { useIdempotencyKey } from './http/yoga/use-idempotency-key.js'
import { note, useObserved } from './http/yoga/use-observed.js'
import { useReadPath } from './http/yoga/use-read-path.js'
import { useReadableRequests } from './http/yoga/use-readable-requests.js'
import { useStreams } from './http/yoga/use-streams.js'
import { modelOf } from './ingest/model/model-settings.js'
import type { Ingest } from './ingest-document/ingester.js'
import type { Observer } from './observe/observer.js'
import { withRequestRecord } from './observe/request-record.js'
import { asker } from './pages/ask.js'
import { readPath } from './read/read-path.js'
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
  readonly listener: RequestListener
  dispose(): Promise<void>
}

/** Connects the front door with what stands behind it. Nothing is opened here but what `dispose` closes. */
export function createHandler(options: HandlerOptions): Handler {
  const { schema, database, settings, observer } = options
  const onLoopback = isLoopback(settings.host)
  const queryLimits = queryLimitsOf(settings)
  const limits = rateLimitsOf(settings)
  const writes = new Writes(database)
  const version = new ArchiveVersion(database, writes)
  // What is read from replicas may be older than the version.
  const keepsAnswers = settings.etags === 'on' && settings.answerMemory > 0
  const memory = keepsAnswers ? new AnswerMemory(settings.answerMemory, version) : undefined
  const compiled =
    settings.readPath === 'on' ? readPath({ schema, rows: database.rows, onWay: (way) => note({ way }) }) : undefined
  const read = compiled && remembering(compiled, memory)
  const documents = new KnownDocuments(schema, queryLimits)
  const contextOf = contextMaker(options)
  const askIn = asker(schema, compiled)
  const routes: RoutesOptions = {
    ...{ database, schema, memory, introspection: settings.introspection },
    files: settings.files,
    reports: settings,
    model: modelOf(settings)?.model ?? null,
    metrics: showsMetrics(settings) ? observer?.metrics : undefined,
    ask: (arrival, gone) => askIn(contextOf(arrival, abortSignalOf(gone))),
  }
  const open = openAnswers(routes)
  const signIn = settings.reading === 'keys' ? signInAnswers(database, limits) : undefined
  const keys = new KeyMemory(database, writes)
  const yoga = yogaOf(options, { read, documents, queryLimits })
  return {
    listener: frontDoor({
      ...{ observer, limits, publicUrl: settings.publicUrl },
      checkHost: checkingHost(onLoopback),
      cors: corsHeaders({ corsOrigins: settings.corsOrigins, onLoopback }),
      authorize: authorizing({ reading: settings.reading, limits, find: (header) => keys.find(header) }),
      open: (arrival) => open(arrival) ?? signIn?.(arrival),
      graphql: graphqlAnswers({
        ...{ documents, read, limits: settings, compress: !onLoopback, context: contextOf },
        etags: settings.etags === 'on' ? new Etags({ ...settings, schema, version }) : undefined,
        yoga: yogaAnswers(yoga, contextOf),
      }),
      pages: pageAnswers(routes),
    }),
    dispose: async () => {
      await writes.dispose()
      await yoga.dispose()
    },
  }
}

type ContextOf = ReturnType<typeof contextMaker>
type ContextWith<Signal> = Omit<Context, 'signal'> & { signal: Signal }

/** Returns a function that makes the resolvers' context for a request. */
const contextMaker = ({ database, ingest }: HandlerOptions) => {
  const feed = feedOf(database)
  const underWay: Context['underWay'] = new Map()
  return <Signal extends Departure>({ access, origin }: Arrival, signal: Signal): ContextWith<Signal> => ({
    prisma: database.prisma,
    rows: (statement) => database.rows({ signal, ...statement }),
    ingest,
    underWay,
    transaction: (work) => database.transaction(work),
    access,
    feed,
    signal,
    baseUrl: origin,
  })
}

function abortSignalOf(gone: Departure): AbortSignal {
  const controller = new AbortController()
  gone.addEventListener('abort', () => controller.abort())
  return controller.signal
}

interface YogaParts {
  read: Read | undefined
  documents: KnownDocuments
  queryLimits: QueryLimits
}

/** GraphQL over HTTP, behind the front door: parsing and validation, multipart, subscriptions, and errors. */
function yogaOf({ schema, database, settings, observer }: HandlerOptions, { read, documents, queryLimits }: YogaParts) {
  return createYoga<{ arrival: Arrival }, Context>({
    schema,
    cors: false,
    graphiql: false,
    landingPage: false,
    healthCheckEndpoint: ' ', // Yoga's own matches any URL that ends in its name
    maskedErrors: { maskError: maskedError },
    maxRequestBodySize: false, // the front door has a limit for each type of body
    logging: log,
    plugins: [
      useReadableRequests(settings.maxUpload),
      usePersisted(documents),
      limitsPlugin(queryLimits, (price) => note({ price })),
      textPlugin(),
      observer !== undefined && useObserved(),
      useStreams(settings),
      useMultipartStreams(),
      useKnownDocuments(documents),
      useCancel(),
      useIdempotencyKey(database),
      read !== undefined && useReadPath(read),
      settings.introspection === 'off' && withoutIntrospection,
      useErrorCodes(),
      tellsGoodAnswers,
    ],
  })
}

/** Hands a request that the front door has let in to Yoga, with a body that has been read, or is to be read as it comes. */
function yogaAnswers(yoga: ReturnType<typeof yogaOf>, contextOf: ContextOf) {
  return async (arrival: Arrival, body: Buffer | IncomingMessage | undefined): Promise<Answer> => {
    const { request, record, url, gone } = arrival
    const signal = abortSignalOf(gone)
    const { method = 'GET', headers } = request
    // Yoga's Request takes Node's headers, and anything that can be iterated for a body.
    const init = { method, headers, signal, ...(body ? { body, duplex: 'half' } : {}) } as unknown as RequestInit
    const asked = new yoga.fetchAPI.Request(url.href, init)
    const handle = () => yoga.handleRequest(asked, { arrival, ...contextOf(arrival, signal) })
    return graphqlAnswerOf(await (record ? withRequestRecord(record, handle) : handle()))
  }
}

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

const tellsGoodAnswers: Plugin<object, { arrival: Arrival }> = {
  onResultProcess({ result, serverContext: { arrival } }) {
    if (!Array.isArray(result) && 'data' in result && !result.errors?.length) arrival.isGood = true
  },
}
