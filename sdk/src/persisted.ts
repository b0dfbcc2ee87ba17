import { isQuery } from './call.js'
import type { Fetch } from './options.js'

/** Beyond so many characters an address is not taken by everything on the way. */
const longestAddress = 4_000

/**
 * A `fetch` for the client that sends queries by GET, as the SHA-256 of their text, so that caches between client and
 * server can keep the answers. A query that the server has not seen yet is sent again with its text. Mutations, uploads
 * and queries too long for an address are sent by POST as usual.
 *
 * @param send the `fetch` that does the sending; the global one by default.
 *
 * @example
 * ```ts
 * import { createClient } from '@rapporteur/sdk'
 * import { meetings } from '@rapporteur/sdk/operations'
 * import { persisted } from '@rapporteur/sdk/persisted'
 *
 * const rapporteur = createClient({ url: 'http://localhost:4000/graphql', fetch: persisted(), operations: { meetings } })
 * console.log((await rapporteur.meetings()).meetings.nodes.length)
 * ```
 */
export function persisted(send: Fetch = (url, init) => fetch(url, init)): Fetch {
  const hashes = new Map<string, Promise<string>>()
  return async (url, init) => {
    const { query, variables } = typeof init.body === 'string' ? JSON.parse(init.body) : { query: 'mutation' }
    const { subtle } = globalThis.crypto ?? {} // there is none on a page that came without TLS
    if (!subtle || !isQuery(query)) return send(url, init)
    const hash = hashes.get(query) ?? hashOf(subtle, query)
    hashes.set(query, hash)
    const extensions = { persistedQuery: { version: 1, sha256Hash: await hash } }
    const address = new URL(url)
    if (variables) address.searchParams.set('variables', JSON.stringify(variables))
    address.searchParams.set('extensions', JSON.stringify(extensions))
    if (address.href.length > longestAddress) return send(url, init)
    const { body: _, ...rest } = init
    const headers = new Headers(init.headers)
    headers.delete('content-type')
    const response = await send(address.href, { ...rest, method: 'GET', headers })
    if (response.status !== 200) return response
    const text = await response.text()
    if (!text.includes('"PERSISTED_QUERY_NOT_FOUND"')) return new Response(text, response)
    return send(url, { ...init, body: JSON.stringify({ query, variables, extensions }) })
  }
}

async function hashOf(subtle: SubtleCrypto, text: string): Promise<string> {
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
