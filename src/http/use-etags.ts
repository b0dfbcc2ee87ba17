import type { Plugin } from 'graphql-yoga'
import type { Etags } from './etag.js'
import { note } from './observed.js'
import type { ServerContext } from './use-access.js'

/**
 * Gives good answers to GET an ETag, and 304 to who has them already. Behind the plugin that finds out who asks. `originOf` says
 * what permalinks begin with.
 */
export function useEtags(etags: Etags, originOf: (request: Request) => string): Plugin<object, ServerContext> {
  return {
    async onRequest({ request, url, serverContext, endResponse, fetchAPI }) {
      if (request.method !== 'GET' || url.pathname !== '/graphql') return
      const marked = await etags.mark({
        address: `${url.pathname}${url.search}`,
        origin: originOf(request),
        accept: request.headers.get('accept') ?? undefined,
        ifNoneMatch: request.headers.get('if-none-match') ?? undefined,
        access: serverContext.access ?? { key: null },
      })
      if (!marked) return
      serverContext.marked = marked
      if (!marked.isKnown) return
      note({ way: 'unchanged' })
      endResponse(new fetchAPI.Response(null, { status: 304, headers: marked.headers }))
    },
    onResultProcess({ result, serverContext }) {
      if (!Array.isArray(result) && 'data' in result && !result.errors?.length) serverContext.isGood = true
    },
    onResponse({ response, serverContext: { marked, isGood } }) {
      if (!marked || !isGood || response.status !== 200) return
      for (const [name, value] of Object.entries(marked.headers)) response.headers.set(name, value)
    },
  }
}
