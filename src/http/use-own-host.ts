import type { Plugin } from 'graphql-yoga'
import { jsonRefusal } from './answer-refusal.js'
import { isLoopback } from './loopback.js'
import { badRequest } from './refusals.js'

/**
 * On loopback, refuses requests that were sent to another name: a page whose name is made to lead to 127.0.0.1 (DNS
 * rebinding) is of the same origin as this server to the browser, which would let it read everything.
 */
export function useOwnHost(): Plugin {
  return {
    onRequest({ request, url, endResponse }) {
      const host = (request.headers.get('host') ?? url.host).replace(/:\d*$/, '')
      if (isLoopback(host)) return
      endResponse(
        jsonRefusal(badRequest('This server answers to localhost and 127.0.0.1 only. Set HOST to serve others.', 421)),
      )
    },
  }
}
