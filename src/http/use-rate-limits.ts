import type { Plugin } from 'graphql-yoga'
import { refusal } from '../schema/errors.js'
import { jsonRefusal } from './answer-refusal.js'
import type { Arrival, Way } from './arrival.js'
import type { RateLimits } from './rate-limit.js'

/** Counts requests before either way, and has Yoga refuse those that are too many: its answer has the headers for other origins. */
export const limited = (limits: RateLimits, either: Way, yoga: Way): Way => {
  return (request, response, arrival) => {
    arrival.wait = limits.arrived(request)
    return arrival.wait === 0 ? either(request, response, arrival) : yoga(request, response, arrival)
  }
}

/** The first of the plugins that look at a request. */
export const useRateLimits = (): Plugin<object, { arrival?: Arrival }> => ({
  onRequest({ serverContext, endResponse }) {
    const wait = serverContext.arrival?.wait
    if (wait) endResponse(jsonRefusal(rateLimited(wait)))
  },
})

/** Too many requests; `seconds` is when the next one is taken. */
export const rateLimited = (seconds: number) =>
  refusal(
    429,
    'RATE_LIMITED',
    `These are more requests than one may send in a minute. Ask again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    { 'retry-after': String(seconds) },
  )
