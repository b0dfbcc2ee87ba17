import type { RequestListener } from 'node:http'
import type { Observer } from '../observe/observer.js'
import { withRequestRecord } from '../observe/request-record.js'
import type { Answer } from './answer.js'
import { refusalAnswer } from './answer-refusal.js'
import { Arrival } from './arrival.js'
import type { Authorize } from './checks/authorize.js'
import { preflight } from './checks/cors.js'
import { type RateLimits, rateLimited } from './checks/rate-limit.js'
import { log } from './log.js'
import { send } from './send.js'

/** What every request passes, and what answers it. */
export interface FrontDoorOptions {
  readonly observer: Observer | undefined
  /** Throws for a host that is not this server's. */
  readonly checkHost: (host: string | undefined) => void
  readonly cors: (origin: string | undefined) => Readonly<Record<string, string>> | undefined
  readonly limits: RateLimits | undefined
  readonly authorize: Authorize
  /** Where readers reach the server; where the request did, if undefined. */
  readonly publicUrl: string | undefined
  /** Answers what shows nothing of the archive, such as whether the server runs; undefined for all other requests. */
  readonly open: (arrival: Arrival) => Promise<Answer> | undefined
  readonly graphql: (arrival: Arrival) => Promise<Answer>
  /** Answers every address but that of GraphQL. */
  readonly pages: (arrival: Arrival) => Promise<Answer>
}

/**
 * Every request comes in here. What holds for each is written here and nowhere else, in the order in which it is looked at: the host,
 * the rate, other origins, the key. Then one of the ways answers, and the answer is sent.
 */
export function frontDoor(options: FrontDoorOptions): RequestListener {
  const { observer, cors, publicUrl } = options
  return async (request, response) => {
    const { origin, host = 'localhost' } = request.headers
    const record = observer?.begin(request, response)
    const arrival = new Arrival(request, response, record, publicUrl ?? `http://${host}`)
    const allowed = cors(origin)
    try {
      const answer = await answered(arrival, allowed !== undefined, options).catch((error) =>
        refusalAnswer(error, arrival),
      )
      await send(request, response, answer, allowed)
    } catch (error) {
      log.error(error) // it broke while it was sent
      response.destroy()
    }
  }
}

/** @throws GraphQLError a refusal, and what the database throws. */
async function answered(arrival: Arrival, isAllowed: boolean, options: FrontDoorOptions): Promise<Answer> {
  const { checkHost, limits, authorize, open, graphql, pages } = options
  const { request, record, path } = arrival
  checkHost(request.headers.host)
  const wait = limits?.arrived(request) ?? 0
  if (wait > 0) throw rateLimited(wait)
  if (request.method === 'OPTIONS') return preflight(request.headers['access-control-request-headers'], isAllowed)
  const shown = open(arrival)
  if (shown) return shown
  const access = authorize(request)
  arrival.access = access instanceof Promise ? await access : access
  if (record && arrival.access.key) record.key = arrival.access.key.name
  if (isGraphQL(path)) return graphql(arrival)
  return record ? withRequestRecord(record, () => pages(arrival)) : pages(arrival)
}

/** The API's address, with or without a slash at the end, as Yoga takes it. */
export const isGraphQL = (path: string): boolean => path === '/graphql' || path === '/graphql/'
