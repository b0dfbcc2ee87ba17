import type { GraphQLSchema } from 'graphql'
import type { Database } from '../../database/database.js'
import type { Departure } from '../../database/departure.js'
import type { Metrics } from '../../observe/metrics.js'
import type { Ask } from '../../pages/ask.js'
import { askedPage } from '../../pages/asked-page.js'
import { changesFeed } from '../../pages/feeds/changes-feed.js'
import { graphiqlPage } from '../../pages/graphiql.js'
import { readingPage } from '../../pages/meeting/reading-page.js'
import { reportPage } from '../../pages/meeting/report-page.js'
import { sourcePage } from '../../pages/meeting/source-page.js'
import type { Page } from '../../pages/page.js'
import { printedSchema } from '../../pages/printed-schema.js'
import { refusal } from '../../schema/errors.js'
import { once } from '../../schema/once.js'
import { type Answer, answerOf, jsonAnswer, pageAnswer } from '../answer.js'
import type { Arrival } from '../arrival.js'
import { isGraphQL } from '../front-door.js'
import type { AnswerMemory } from '../graphql/answer-memory.js'
import { badRequest, unavailable } from '../refusals.js'
import { note } from '../yoga/use-observed.js'
import { archiveFormat, exportAddress, exportAll, exportPage } from './exports.js'
import { isKeysPath, keysAnswer } from './keys.js'
import { type ReportSettings, reportAnswers, reportedSlug } from './reports.js'
import { sourceFile } from './source-file.js'

/** What the addresses beside GraphQL are answered from. */
export interface RoutesOptions {
  readonly database: Database
  readonly schema: GraphQLSchema
  readonly introspection: 'on' | 'off'
  /** The API, for whoever sent a request. */
  ask(arrival: Arrival, gone: Departure): Ask
  /** The name of the language model that reads prose, if one is configured. */
  readonly model: string | null
  /** Shown at /metrics, if there are any. */
  readonly metrics: Pick<Metrics, 'text' | 'type'> | undefined
  readonly memory: AnswerMemory | undefined
  /** Whether readers may download the files that records were read from. */
  readonly files: 'on' | 'off'
  readonly reports: ReportSettings
}

/** Whether the server runs, and GraphiQL, for which nobody needs a key. */
export function openAnswers({ database, introspection }: RoutesOptions) {
  const graphiql = once(graphiqlPage)
  return (arrival: Arrival): Promise<Answer> | undefined => {
    const { path, isForBrowser, request } = arrival
    if (path === '/health') return reading(arrival, async () => jsonAnswer({ status: 'up' }))
    if (path === '/ready') return reading(arrival, () => ready(database))
    if (!isForBrowser || introspection === 'off' || !isGraphQL(path)) return undefined
    return graphiql().then((page) => pageAnswer(page, request.headers['if-none-match']))
  }
}

/** Opening the database has migrated it, so that being reached is all that is left. */
async function ready(database: Database): Promise<Answer> {
  await database.ping().catch(() => {
    throw unavailable()
  })
  return jsonAnswer({ status: 'ready' })
}

/** An address that is only read. @throws GraphQLError BAD_REQUEST */
async function reading({ request: { method } }: Arrival, answer: () => Promise<Answer>): Promise<Answer> {
  if (method === 'GET' || method === 'HEAD') return answer()
  throw badRequest('This address takes GET and HEAD only.', 405, { allow: 'GET, HEAD' })
}

/** Pages, files, the feed, metrics and keys. */
export function pageAnswers(options: RoutesOptions): (arrival: Arrival) => Promise<Answer> {
  const { database, schema, introspection, metrics, memory } = options
  const sdl = once(() => printedSchema(schema))
  const feed = changesFeed(database)
  const report = options.reports.reports > 0 ? reportAnswers(database, options.reports) : undefined

  async function found(arrival: Arrival): Promise<Page | Response | Answer> {
    const { path } = arrival
    if (path === '/metrics' && metrics) return metricsAnswer(metrics)
    if (path === '/schema.graphql' && introspection === 'on') return sdl()
    const archive = archiveFormat(path)
    if (archive) return exportAll(database, archive, arrival)
    const { access, origin, address, gone } = arrival
    if (!memory) return made(arrival, gone)
    const key = `page ${JSON.stringify([access.key?.scope, origin])} ${address}`
    note({ way: 'memory' }) // unless it is read
    return memory.find(key, gone, (shared) => made(arrival, shared))
  }

  async function made(arrival: Arrival, gone: Departure): Promise<Page | Response> {
    const { path, origin } = arrival
    note({ way: 'none' })
    if (path === '/feed.xml') return feed(origin)
    const ask = options.ask(arrival, gone)
    if (path.startsWith('/meetings/') && !path.endsWith('.svg')) {
      const name = path.slice('/meetings/'.length)
      const beside = besideMeeting(name, ask, arrival)
      if (beside) return beside
      const exported = exportAddress(name)
      return exported ? exportPage(database, exported) : readingPage({ database, ask, baseUrl: origin }, name)
    }
    const page = askedPage({ ask, origin, model: options.model }, arrival.url)
    if (!page) throw refusal(404, 'NOT_FOUND', `There is nothing at ${path}. GraphQL is at /graphql.`)
    return page()
  }

  /** What stands below a meeting's address; undefined for anything else. */
  function besideMeeting(name: string, ask: Ask, { url }: Arrival): Promise<Page | Response> | undefined {
    const [, slug = '', what] = /^([a-z0-9-]{1,80})\/(source|report|file)$/.exec(name) ?? []
    const at = url.searchParams.get('at')
    if (what === 'source') return sourcePage({ ask, at, hasFile: options.files === 'on' }, slug)
    if (what === 'report' && options.reports.reports > 0) return reportPage(ask, slug, at)
    if (what === 'file' && options.files === 'on') return sourceFile(database, slug)
    return undefined
  }

  return async (arrival) => {
    const reported = arrival.request.method === 'POST' ? reportedSlug(arrival.path) : undefined
    if (reported !== undefined && report) return report(arrival, reported)
    if (isKeysPath(arrival.path)) return keysAnswer(database, arrival)
    return reading(arrival, async () => {
      const answer = await found(arrival)
      if (answer instanceof Response) return answerOf(answer)
      return 'tag' in answer ? pageAnswer(answer, arrival.request.headers['if-none-match']) : answer
    })
  }
}

const metricsAnswer = async (metrics: Pick<Metrics, 'text' | 'type'>): Promise<Answer> => ({
  status: 200,
  headers: { 'content-type': metrics.type, 'cache-control': 'no-store' },
  body: await metrics.text(),
})
