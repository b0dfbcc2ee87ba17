import type { IncomingMessage, RequestListener } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import type { RateLimits } from './rate-limit.js'
import { refusal, refusalResponse } from './refusal.js'

/** Requests that were refused before anything of them was read, with the seconds to wait. */
const refused = new WeakMap<object, number>()

/** Counts requests before either way, and has Yoga refuse those that are too many: its answer has the headers for other origins. */
export const limited = (limits: RateLimits, listener: RequestListener, yoga: RequestListener): RequestListener => {
  return (request, response) => {
    const wait = limits.arrived(request)
    if (wait === 0) return listener(request, response)
    refused.set(request, wait)
    return yoga(request, response)
  }
}

/** The first of the plugins that look at a request. */
export const useRateLimits = (): Plugin<object, { req?: IncomingMessage }> => ({
  onRequest({ serverContext, endResponse }) {
    const wait = serverContext.req && refused.get(serverContext.req)
    if (wait) endResponse(refusalResponse(rateLimited(wait)))
  },
})

export const rateLimited = (seconds: number) =>
  refusal(
    429,
    'RATE_LIMITED',
    `These are more requests than one may send in a minute. Ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    { 'retry-after': String(seconds) },
  )
