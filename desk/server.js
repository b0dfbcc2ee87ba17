/** The key is wrong, or was revoked or ran out. */
export class KeyRefused extends Error {}

/** The server did not answer, or was too busy to. The same may work later. */
class Unreachable extends Error {}

/** In seconds, one after the other. */
const pauses = [1, 2, 4, 8, 15, 30]

let key = ''

/** @param {string} given the key that all requests send from now on; it is kept nowhere else */
export const useKey = (given) => {
  key = given
}

/** @param {string} body @param {string | null} writing */
async function sent(body, writing) {
  const headers = new Headers({
    'content-type': 'application/json',
    accept: 'application/json',
    'x-rapporteur-csrf': '1',
    authorization: `Bearer ${key}`,
  })
  if (writing) headers.set('idempotency-key', writing)
  const answer = await fetch('/graphql', { method: 'POST', headers, body }).catch(() => null)
  if (!answer || [429, 502, 503, 504].includes(answer.status)) throw new Unreachable('The server does not answer.')
  const { data, errors } = await answer.json()
  const [error] = errors ?? []
  if (error?.extensions?.code === 'UNAUTHENTICATED') throw new KeyRefused(error.message)
  if (error) throw new Error(error.message)
  return data
}

/**
 * Asks the API. A server that does not answer is asked again for a minute; a write has a key of its own, so that it is made once
 * however often it is sent.
 *
 * @param {string} query
 * @param {Record<string, unknown>} variables
 * @param {(seconds: number) => void} [waits] told how long it waits before it asks again
 * @returns {Promise<any>} the data
 */
export async function ask(query, variables, waits = () => {}) {
  const body = JSON.stringify({ query, variables })
  const writing = query.startsWith('mutation') ? newKey() : null
  for (const pause of pauses) {
    try {
      return await sent(body, writing)
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      waits(pause)
      await new Promise((resolve) => setTimeout(resolve, pause * 1000))
    }
  }
  return sent(body, writing)
}

/** `randomUUID` is missing on pages that are not served over TLS. */
const newKey = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-')

/**
 * All nodes of a connection of a meeting.
 *
 * @param {string} query with $slug and $after, whose connection is `meeting.page`
 * @param {string} slug
 * @returns {Promise<any[]>}
 */
export async function allOf(query, slug) {
  const nodes = []
  for (let after = null; ; ) {
    const { meeting } = await ask(query, { slug, after })
    nodes.push(...meeting.page.nodes)
    if (!meeting.page.pageInfo.hasNextPage) return nodes
    after = meeting.page.pageInfo.endCursor
  }
}
