import { type DocumentNode, type GraphQLSchema, Kind } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { QueryLimits } from '../schema/limits-plugin.js'
import { priceOf } from '../schema/price.js'

interface Known {
  readonly document: DocumentNode
  /** Its price, by what that depends on beside the document; null where a limit is passed. */
  readonly prices: Map<string, number | null>
}

/** A query that may be answered. */
export interface Found {
  readonly document: DocumentNode
  readonly price: number
}

/** So many texts of queries are remembered, those that were used last. */
const most = 1_000
/** So many prices of one document are remembered. */
const mostPrices = 100

/**
 * Queries that have passed every check of the ordinary way, by their text, so that the short way need not make those that depend
 * on the document alone again.
 */
export class KnownDocuments {
  readonly #known = new Map<string, Known>()

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: QueryLimits,
  ) {}

  add(document: DocumentNode): void {
    const text = document.loc?.source.body
    if (text === undefined || this.#known.get(text)?.document === document) return
    this.#known.set(text, { document, prices: new Map() })
    for (const oldest of this.#known.keys()) if (this.#known.size > most) this.#known.delete(oldest)
  }

  /** The document of a query that is known and, with these variables, within all limits. */
  find(text: string, variables: Readonly<Record<string, unknown>>, operationName?: string): Found | undefined {
    const known = this.#known.get(text)
    if (!known) return undefined
    this.#known.delete(text)
    this.#known.set(text, known)
    const price = this.#priceOf(known, variables, operationName)
    return price === null ? undefined : { document: known.document, price }
  }

  #priceOf({ document, prices }: Known, variables: Readonly<Record<string, unknown>>, name?: string): number | null {
    const key = JSON.stringify([name, sizesOf(variables)])
    const before = prices.get(key)
    if (before !== undefined) return before
    const { price, depth, aliases } = priceOf(this.schema, document, variables, name)
    const within = price <= this.limits.price && depth <= this.limits.depth && aliases <= this.limits.aliases
    const affordable = within ? price : null
    if (prices.size < mostPrices) prices.set(key, affordable)
    return affordable
  }
}

/** Of variables, what a price can depend on: numbers, and how long lists are; null for any other. */
const sizesOf = (variables: Readonly<Record<string, unknown>>) =>
  Object.entries(variables).map(([name, value]) => [
    name,
    Array.isArray(value) ? `${value.length}` : typeof value === 'number' ? value : null,
  ])

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
