import { LRUCache } from 'lru-cache'
import { persistedHash } from '../yoga/persisted.js'
import type { KnownDocuments } from './known-documents.js'

/** The query of a plain request. */
export interface AskedQuery {
  readonly text: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly operationName: string | undefined
}

/** The query in the body of a POST; undefined if anything in it is unusual. */
export function askedByBody(body: Buffer, documents: KnownDocuments): AskedQuery | undefined {
  const text = body.toString()
  try {
    return mayHoldUnusable(text) ? undefined : askedOf(JSON.parse(text), documents)
  } catch {
    return undefined
  }
}

/** The most addresses that are remembered. Node accepts none of more than 16 KB. */
const MAX_ADDRESSES = 500

/** The query in the address of a GET. The same addresses come again and again, so that what was read of them is remembered. */
export function askedByAddress(documents: KnownDocuments): (url: string) => AskedQuery | undefined {
  const known = new LRUCache<string, AskedQuery>({ max: MAX_ADDRESSES })
  return (url) => {
    const asked = known.get(url) ?? readAddress(url, documents)
    if (asked) known.set(url, asked)
    return asked
  }
}

function readAddress(url: string, documents: KnownDocuments): AskedQuery | undefined {
  const given = Object.fromEntries(new URLSearchParams(url.slice(url.indexOf('?'))))
  const { variables, extensions } = given
  if (variables !== undefined && mayHoldUnusable(variables)) return undefined
  try {
    const read = (text: string | undefined) => (text ? JSON.parse(text) : undefined)
    return askedOf({ ...given, variables: read(variables), extensions: read(extensions) }, documents)
  } catch {
    return undefined
  }
}

/** A NUL, or a surrogate that may have no partner, which JSON has to escape; Yoga's checks say where it is. */
const mayHoldUnusable = (text: string) => /\\u(?:0000|d[89a-f])/i.test(text)

/** A request that has what one may have, and nothing else. */
function askedOf(given: unknown, documents: KnownDocuments): AskedQuery | undefined {
  if (!isObject(given)) return undefined
  const { query, variables, operationName, extensions, ...others } = given
  if (Object.keys(others).length > 0 || !isUsualExtension(extensions)) return undefined
  const hash = persistedHash(extensions)
  const text = query === undefined && hash ? documents.textOf(hash) : query
  if (typeof text !== 'string' || (hash !== undefined && documents.hashOf(text) !== hash)) return undefined
  if (variables != null && !isObject(variables)) return undefined
  if (operationName != null && typeof operationName !== 'string') return undefined
  return { text, variables: variables ?? {}, operationName: operationName ?? undefined }
}

/** What clients send beside a query: its hash, and their name. */
const isUsualExtension = (extensions: unknown) =>
  extensions === undefined ||
  (isObject(extensions) &&
    Object.keys(extensions).every((name) => name === 'persistedQuery' || name === 'clientLibrary'))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
