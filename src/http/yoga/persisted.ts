import type { Plugin } from 'graphql-yoga'
import { refusal } from '../../schema/errors.js'
import { hashOfText, type KnownDocuments } from '../graphql/known-documents.js'
import { badRequest } from '../refusals.js'

/** The hash of a query that stands for its text, as Apollo's clients send it; undefined if none was sent, null if what was sent is not a hash. */
export function persistedHash(extensions: unknown): string | null | undefined {
  const { persistedQuery } = Object(extensions) as { persistedQuery?: unknown }
  if (persistedQuery === undefined) return undefined
  const { version, sha256Hash } = Object(persistedQuery) as { version?: unknown; sha256Hash?: unknown }
  return version === 1 && typeof sha256Hash === 'string' && /^[0-9a-f]{64}$/.test(sha256Hash) ? sha256Hash : null
}

/**
 * Persisted queries, by the protocol of Apollo's clients ("automatic persisted queries"): a client sends a query's SHA-256 for its
 * text, and the text with it when it is told that the hash is not known. A query is known once it has been answered, so that
 * nothing is kept of what is refused. To be placed before the text is parsed.
 */
export const usePersisted = (documents: KnownDocuments): Plugin => ({
  onParams({ params, setParams }) {
    const hash = persistedHash(params.extensions)
    if (hash === undefined) return
    if (hash === null)
      throw badRequest(
        'A persisted query is sent as { "version": 1, "sha256Hash": … }, with 64 lower-case hexadecimal digits.',
      )
    if (params.query === undefined || params.query === null) {
      const text = documents.textOf(hash)
      if (text === undefined) throw unknownHash()
      setParams({ ...params, query: text })
    } else if (hashOfText(params.query) !== hash) {
      throw badRequest('The query is another than the one with this sha256Hash. Send the hash of the very text.')
    }
  },
})

/** Clients know it by the message or the code, with the status of an answer that has errors, and no cache may keep it. */
const unknownHash = () =>
  refusal(200, 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound', { 'cache-control': 'no-store' })
