import type { IncomingMessage } from 'node:http'
import type { Access } from '../access/access.js'
import type { KeyMemory } from './key-memory.js'
import type { RateLimits } from './rate-limit.js'
import { countedKeys } from './use-access.js'

export interface ShortAccessOptions {
  readonly reading: 'open' | 'keys'
  readonly keys: KeyMemory
  readonly rates: RateLimits | undefined
}

const nobody: Access = { key: null }

/**
 * Who asks, and counts the request for its key, as `useAccess` does; undefined where that has something to refuse, or has to say
 * why the key could not be looked up. Every key may read.
 */
export function shortAccess({ reading, keys, rates }: ShortAccessOptions) {
  const ofKey = async (request: IncomingMessage, header: string): Promise<Access | undefined> => {
    const access = await keys.find(header).catch(() => undefined)
    if (!access?.key || (rates?.usedKey(access.key.id) ?? 0) > 0) return undefined
    countedKeys.add(request)
    return access
  }
  return (request: IncomingMessage): Promise<Access | undefined> | Access | undefined => {
    const { authorization } = request.headers
    if (authorization !== undefined) return ofKey(request, authorization)
    return reading === 'open' ? nobody : undefined
  }
}
