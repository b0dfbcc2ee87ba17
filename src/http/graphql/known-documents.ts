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
  /** Operations by the name that a request asks for; null if the document has no operation of that name. */
  readonly operations: Map<string | undefined, Operation | null>
}

interface Operation {
  readonly name: string | undefined
  readonly variables: readonly string[]
  /** Its price, by what that depends on beside the document; null where a limit is passed. */
  readonly prices: Map<string, number | null>
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
/** The most prices of one operation that are remembered. */
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
    this.#known.set(text, { document, hash, operations: new Map() })
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
    const operation = known && operationOf(known, operationName)
    if (!operation) return undefined
    const price = this.#priceOf(known.document, operation, variables)
    return price === null ? undefined : { document: known.document, operation: operation.name, price }
  }

  #priceOf(document: DocumentNode, operation: Operation, variables: Readonly<Record<string, unknown>>): number | null {
    const { name, prices } = operation
    const key = sizesOf(operation, variables)
    const before = prices.get(key)
    if (before !== undefined) return before
    const { price, depth, aliases } = priceOf(this.schema, document, variables, name)
    const within = price <= this.limits.price && depth <= this.limits.depth && aliases <= this.limits.aliases
    const affordable = within ? price : null
    if (prices.size < MAX_PRICES) prices.set(key, affordable)
    return affordable
  }
}

function operationOf({ document, operations }: KnownDocument, asked: string | undefined): Operation | null {
  const before = operations.get(asked)
  if (before !== undefined) return before
  const found = getOperationAST(document, asked)
  const variables = found?.variableDefinitions?.map(({ variable }) => variable.name.value) ?? []
  const operation = found ? { name: found.name?.value, variables, prices: new Map<string, number | null>() } : null
  if (operation) operations.set(asked, operation)
  return operation
}

/** In lower-case hexadecimal digits. */
export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What a price can depend on of an operation's variables: numbers, and the lengths of lists. */
function sizesOf({ variables }: Operation, given: Readonly<Record<string, unknown>>): string {
  let sizes = ''
  for (const name of variables) {
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
