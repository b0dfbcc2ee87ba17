import { createHash } from 'node:crypto'
import { type DocumentNode, type GraphQLSchema, getOperationAST, Kind } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { LRUCache } from 'lru-cache'
import type { QueryLimits } from '../../schema/limits-plugin.js'
import { priceOf } from '../../schema/price.js'

interface KnownDocument {
  readonly document: DocumentNode
  /** SHA-256 of the text, in lower-case hexadecimal digits. */
  readonly hash: string
  /** By the operation that is asked for and what its price depends on; null where there is none, or a limit is passed. */
  readonly queries: Map<string, AllowedQuery | null>
}

/** A query that is known and within all limits. */
export interface AllowedQuery {
  readonly document: DocumentNode
  /** The name of the operation that is asked for, as its sender wrote it. */
  readonly operation: string | undefined
  readonly price: number
}

/** The most queries that are remembered: those that were used last. */
const MAX_DOCUMENTS = 1_000
/** The most UTF-16 units of all their texts together. */
const MAX_CHARACTERS = 8_000_000
/** The most prices of one document that are remembered. */
const MAX_PRICES = 100

/** Queries that have passed every check of Yoga, by their text, so that those which depend on the document alone are not made again. */
export class KnownDocuments {
  readonly #texts = new Map<string, string>()
  readonly #known = new LRUCache<string, KnownDocument>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_, text) => text.length,
    dispose: ({ hash }) => this.#texts.delete(hash),
  })

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: QueryLimits,
  ) {}

  add(document: DocumentNode): void {
    const text = document.loc?.source.body
    if (text === undefined || this.#known.peek(text)?.document === document) return
    const hash = hashOfText(text)
    this.#known.set(text, { document, hash, queries: new Map() })
    this.#texts.set(hash, text)
  }

  /** The text of a known query, by its SHA-256. */
  textOf(hash: string): string | undefined {
    return this.#texts.get(hash)
  }

  /** The SHA-256 of the text of a known query. */
  hashOf(text: string): string | undefined {
    return this.#known.peek(text)?.hash
  }

  /** The document of a query that is known and, with these variables, within all limits. */
  find(text: string, variables: Readonly<Record<string, unknown>>, operationName?: string): AllowedQuery | undefined {
    const known = this.#known.get(text)
    if (!known) return undefined
    const key = `${JSON.stringify(operationName)} ${sizesOf(variables)}`
    const before = known.queries.get(key)
    if (before !== undefined) return before ?? undefined
    const found = this.#allowed(known.document, variables, operationName)
    if (known.queries.size < MAX_PRICES) known.queries.set(key, found)
    return found ?? undefined
  }

  #allowed(
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    operationName: string | undefined,
  ): AllowedQuery | null {
    const operation = getOperationAST(document, operationName)
    if (!operation) return null
    const name = operation.name?.value
    const { price, depth, aliases } = priceOf(this.schema, document, variables, name)
    const { limits } = this
    const isAllowed = price <= limits.price && depth <= limits.depth && aliases <= limits.aliases
    return isAllowed ? { document, operation: name, price } : null
  }
}

/** In lower-case hexadecimal digits. */
export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What a price can depend on of the variables: numbers, and the lengths of lists. */
function sizesOf(given: Readonly<Record<string, unknown>>): string {
  let sizes = ''
  for (const name in given) {
    const value = given[name]
    if (typeof value === 'number') sizes += `${name}=${value} `
    else if (Array.isArray(value)) sizes += `${name}:${value.length} `
  }
  return sizes
}

/** Remembers each query that is about to be executed; to be the last of the plugins that may refuse one. */
export const useKnownDocuments = (documents: KnownDocuments): Plugin => ({
  onExecute: ({ args }) => {
    const document: DocumentNode = args.document
    const queries = document.definitions.every(
      (definition) => definition.kind !== Kind.OPERATION_DEFINITION || definition.operation === 'query',
    )
    if (queries) documents.add(document)
  },
})
