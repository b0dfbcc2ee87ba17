import { call, type Sent } from './call.js'
import type { ResultOf, Sendable, SubscriptionDocument, TypedDocument, VariablesOf, Whole } from './document.js'
import { RapporteurError } from './errors.js'
import type { CallOptions, PaginateOptions, SubscribeOptions } from './options.js'
import { type NodeOf, type Pageable, paginate } from './paginate.js'
import type { EventOf, Followable } from './subscribe.js'

/** The settings of {@link createClient}: where the server is, the ready operations to use, and options for every call. */
export interface ClientOptions<Operations> extends Omit<CallOptions, 'idempotencyKey'> {
  /** The address of the API, such as `https://archive.example/graphql`. */
  url: string
  /** Ready operations, each of which becomes a method of the client. */
  operations?: Operations & ReservedNames & { [Name in keyof Operations]: Whole<Operations[Name]> }
}

/** The client's own methods: an operation cannot take one of their names. */
type ReservedNames = { [Name in keyof RapporteurClient]?: `The client has a method of its own named ${Name}.` }

/** The arguments of a call: the variables may be left out when all of them are optional. */
export type CallArguments<Variables, Options = CallOptions> =
  Record<string, never> extends Variables
    ? [variables?: NoStrangers<Variables>, options?: Options]
    : [variables: Variables, options?: Options]

/** For TypeScript, any object fits `{}`; a document without variables takes none. */
type NoStrangers<Variables> = keyof Variables extends never ? Record<string, never> : Variables

/** One method for each operation, of its name, with its variables and its result; for a subscription, its events. */
export type OperationMethods<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends SubscriptionDocument<infer Result, infer Variables>
    ? (variables?: Variables, options?: SubscribeOptions) => AsyncGenerator<EventOf<Result>, void, void>
    : Operations[Name] extends TypedDocument<infer Result, infer Variables>
      ? (...args: CallArguments<Variables>) => Promise<Result>
      : never
}

/** The methods of every client, whatever its operations. */
export interface RapporteurClient {
  /**
   * Sends a query or a mutation and returns its result.
   *
   * @throws {GraphQLResponseError} the server answered with errors.
   * @throws {TransportError} there was no answer, or it was not GraphQL.
   * @throws {TimeoutError} the call took longer than `timeout`.
   * @example
   * ```ts
   * import { createClient, graphql } from '@rapporteur/sdk'
   *
   * const rapporteur = createClient({ url: 'http://localhost:4000/graphql' })
   * const Titles = graphql(`query ($first: Int) { meetings(first: $first) { nodes { title date } } }`)
   * const { meetings } = await rapporteur.query(Titles, { first: 5 }, { timeout: 2_000 })
   * ```
   */
  query<Document extends TypedDocument<unknown, never>>(
    document: Document & Sendable<Document>,
    ...args: CallArguments<VariablesOf<Document>>
  ): Promise<ResultOf<Document>>

  /**
   * Iterates over the nodes of every page of a connection. The document has one connection, passes `$after` to it, and
   * selects `pageInfo { hasNextPage endCursor }`. The variable `first` says how many nodes a page has, the option `limit` how
   * many the loop gives. The next page is fetched while you use the current one; leaving the
   * loop cancels it. If anything above the connection is null, there are no nodes.
   *
   * @throws {RapporteurError} a cursor did not move on, or whatever {@link RapporteurClient.query} throws.
   * @example
   * ```ts
   * import { createClient } from '@rapporteur/sdk'
   * import { themeRemarks } from '@rapporteur/sdk/operations'
   *
   * const rapporteur = createClient({ url: 'http://localhost:4000/graphql' })
   * for await (const remark of rapporteur.paginate(themeRemarks, { slug: 'depth-of-the-channel', first: 100 }))
   *   console.log(remark.speaker?.name, remark.text)
   * ```
   */
  paginate<Document extends TypedDocument<unknown, never>>(
    document: Document & Pageable<ResultOf<Document>, VariablesOf<Document>>,
    ...args: CallArguments<VariablesOf<Document>, PaginateOptions>
  ): AsyncGenerator<NodeOf<ResultOf<Document>>, void, void>

  /**
   * Follows a subscription, event by event: each change exactly once, in order. When the stream breaks off (the server
   * restarts, say), it resumes after the last change received, on whichever server answers. The document passes `$after`
   * to its field and selects `sequence`. The loop ends when the signal is aborted.
   *
   * @throws {GraphQLResponseError} the server refused; with `CURSOR_EXPIRED` when it no longer has the changes after `after`.
   * @throws {TransportError} the first stream could not be opened, or the answer was not GraphQL.
   * @example
   * ```ts
   * import { createClient } from '@rapporteur/sdk'
   * import { followChanges } from '@rapporteur/sdk/operations'
   *
   * const rapporteur = createClient({ url: 'http://localhost:4000/graphql' })
   * for await (const change of rapporteur.subscribe(followChanges, { after: '0' })) {
   *   console.log(change.sequence, change.kind, change.meeting?.title)
   *   break
   * }
   * ```
   */
  subscribe<Document extends TypedDocument<unknown, never>>(
    document: Document & Followable<Document>,
    variables?: VariablesOf<Document>,
    options?: SubscribeOptions,
  ): AsyncGenerator<EventOf<ResultOf<Document>>, void, void>
}

/**
 * Makes a client for one server.
 *
 * @throws {RapporteurError} `url` is a host without its `http://` or `https://`.
 * @example
 * ```ts
 * import { createClient } from '@rapporteur/sdk'
 * import { themeRemarks } from '@rapporteur/sdk/operations'
 *
 * const rapporteur = createClient({ url: 'http://localhost:4000/graphql', operations: { themeRemarks } })
 * const { theme } = await rapporteur.themeRemarks({ slug: 'depth-of-the-channel' })
 * for (const { speaker, text } of theme?.remarks.nodes ?? []) console.log(speaker?.name, text)
 * ```
 */
export function createClient<Operations extends Record<string, TypedDocument<unknown, never>> = Record<never, never>>({
  url,
  operations,
  ...client
}: ClientOptions<Operations>): RapporteurClient & OperationMethods<Operations> {
  // A path is for a browser, which knows the host.
  if (/^(?!https?:\/\/|[/.])./i.test(url)) throw new RapporteurError(`url needs its http:// or https://: ${url}`)
  type Followed = SubscriptionDocument<unknown, never>
  type Variables = { after?: string | null } | undefined
  const query = (document: unknown, variables: Variables, options?: CallOptions) =>
    call(url, client, document as Sent, variables, options)

  const rapporteur: Record<string, unknown> = {}
  for (const [name, document] of Object.entries((operations ?? {}) as Record<string, Partial<Followed>>))
    rapporteur[name] = (variables: Variables, options?: CallOptions) =>
      document.follow?.(url, client, variables, options) ?? query(document, variables, options)
  const own = {
    query,
    paginate: (document: unknown, variables: Variables, { limit, ...options }: PaginateOptions = {}) =>
      paginate(
        (after, signal) => query(document, { ...variables, ...(after && { after }) }, { ...options, signal }),
        variables?.after ?? undefined,
        limit,
        options.signal ?? client.signal,
      ),
    subscribe: (document: Followed, variables: Variables, options?: SubscribeOptions) =>
      document.follow(url, client, variables, options),
  }
  // What comes is what the schema promises: at run time there is nothing to hold it against.
  return Object.assign(rapporteur, own) as never
}
