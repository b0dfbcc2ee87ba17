import type { IncomingMessage } from 'node:http'
import { badRequest } from '../refusals.js'
import { isLoopback } from './loopback.js'
import { ofLatest } from './of-latest.js'

/**
 * On loopback, refuses requests that were sent to another name: a page whose name is made to lead to 127.0.0.1 (DNS
 * rebinding) is of the same origin as this server to the browser, which would let it read everything.
 *
 * @throws GraphQLError BAD_REQUEST
 */
export function checkingHost(onLoopback: boolean): (host: string | undefined) => void {
  const isOurs = ofLatest((host = 'localhost') => isLoopback(host.replace(/:\d*$/, '')))
  return (host) => {
    if (onLoopback && !isOurs(host))
      throw badRequest('This server answers to localhost and 127.0.0.1 only. Set HOST to serve others.', 421)
  }
}

/** Whether a page of another site sent a request. */
export const isForeign = ({ headers }: IncomingMessage, ownOrigin: string): boolean =>
  headers.origin !== undefined && headers.origin !== new URL(ownOrigin).origin
