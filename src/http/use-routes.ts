import type { GraphQLSchema } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Access } from '../access/access.js'
import type { Database } from '../database/database.js'
import type { Metrics } from '../observe/metrics.js'
import type { Ask } from '../pages/ask.js'
import { askedPage } from '../pages/asked-page.js'
import { atomFeed } from '../pages/atom-feed.js'
import { graphiqlPage } from '../pages/graphiql.js'
import { readingPage } from '../pages/meeting/reading-page.js'
import type { Page } from '../pages/page.js'
import { printedSchema } from '../pages/printed-schema.js'
import { refusal } from '../schema/errors.js'
import { once } from '../schema/once.js'
import { jsonRefusal, pageOrJsonRefusal } from './answer-refusal.js'
import { archiveFormat, exportAddress, exportAll, exportPage } from './exports.js'
import { isGraphiql, isGraphQL } from './graphql-address.js'
import { maskedError } from './masked-error.js'
import { badRequest, unavailable } from './refusals.js'
import { send } from './send-page.js'
import type { ServerContext } from './use-access.js'

/** What the addresses beside GraphQL are answered from. */
export interface RoutesOptions {
  readonly database: Database
  readonly schema: GraphQLSchema
  readonly introspection: 'on' | 'off'
  /** Where readers reach the server; where the request did, if undefined. */
  readonly publicUrl: string | undefined
  /** The API, for whoever sent a request. */
  ask(request: Request, access: Access): Ask
  /** Shown at /metrics, if there are any. */
  readonly metrics: Pick<Metrics, 'text' | 'type'> | undefined
}

/** Gives a page, or a response that is not one, such as a redirection. */
type Route = () => Page | Response | Promise<Page | Response>

interface Asked {
  request: Request
  url: URL
  access: Access
}

/** Every address but GraphQL itself, which Yoga answers when nothing here does. */
export function useRoutes(options: RoutesOptions): Plugin<object, ServerContext> {
  const find = router(options)
  return {
    async onRequest({ request, url, serverContext, endResponse }) {
      const route = find({ request, url: new URL(url), access: serverContext.access ?? { key: null } })
      if (route) endResponse(await answer(route, request))
    },
  }
}

function router(options: RoutesOptions) {
  const { database, schema, introspection, publicUrl, metrics } = options
  const graphiql = once(graphiqlPage)
  const sdl = once(() => printedSchema(schema))
  const feed = atomFeed(database)
  const routes: Record<string, Route> = {
    '/health': () => Response.json({ status: 'up' }),
    '/ready': () => ready(database),
    ...(metrics
      ? { '/metrics': async () => new Response(await metrics.text(), { headers: metricsHeaders(metrics) }) }
      : {}),
    ...(introspection === 'on' ? { '/schema.graphql': sdl } : {}),
  }
  return ({ request, url, access }: Asked): Route | undefined => {
    const path = url.pathname
    if (isGraphQL(path)) return isGraphiql(request, path, introspection) ? graphiql : undefined
    if (Object.hasOwn(routes, path)) return routes[path]
    const baseUrl = publicUrl ?? new URL(request.url).origin
    if (path === '/feed.xml') return () => feed(baseUrl)
    const archive = archiveFormat(path)
    if (archive) return () => exportAll(database, archive, request, access)
    const ask = options.ask(request, access)
    if (path.startsWith('/meetings/') && !path.endsWith('.svg')) {
      const name = path.slice('/meetings/'.length)
      const address = exportAddress(name)
      return () => (address ? exportPage(database, address) : readingPage({ database, ask, baseUrl }, name))
    }
    const found = askedPage(ask, url)
    return (
      found ??
      (() =>
        pageOrJsonRefusal(refusal(404, 'NOT_FOUND', `There is nothing at ${path}. GraphQL is at /graphql.`), request))
    )
  }
}

const metricsHeaders = ({ type }: Pick<Metrics, 'type'>) => ({ 'content-type': type, 'cache-control': 'no-store' })

async function answer(route: Route, request: Request): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const notTaken = jsonRefusal(badRequest('This address takes GET and HEAD only.', 405))
    notTaken.headers.set('allow', 'GET, HEAD')
    return notTaken
  }
  try {
    const found = await route()
    return found instanceof Response ? found : await send(found, request)
  } catch (error) {
    return pageOrJsonRefusal(maskedError(error, 'Unexpected error.'), request)
  }
}

/** Opening the database has migrated it, so that being reached is all that is left. */
async function ready(database: Database): Promise<Response> {
  try {
    await database.ping()
    return Response.json({ status: 'ready' })
  } catch {
    return jsonRefusal(unavailable())
  }
}
