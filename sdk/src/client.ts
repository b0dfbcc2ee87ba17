import { call } from './call.js'
import type { ResultOf, SubscriptionDocument, TypedDocument, VariablesOf } from './document.js'
import type { CallOptions, SubscribeOptions } from './options.js'
import { type NodeOf, type Pageable, paginate } from './paginate.js'
import type { EventOf, Followable } from './subscribe.js'

/** What {@link createClient} takes: where the server is, the ready operations to use, and options for every call. */
export interface ClientOptions<Operations> extends CallOptions {
  /** The address of the API, such as `https://archive.example/graphql`. */
  url: string
  /** Ready operations, each of which becomes a method of the client. */
  operations?: Operations & ReservedNames
}

/** The client's own methods, which no operation can be named after. */
type ReservedNames = { [Name in keyof RapporteurClient]?: `The client has a method of its own named ${Name}.` }

/** The arguments of a call: the variables may be left out when all of them are optional. */
export type Arguments<Variables> =
  Record<string, never> extends Variables
    ? [variables?: NoStrangers<Variables>, options?: CallOptions]
    : [variables: Variables, options?: CallOptions]

/** For TypeScript, any object fits `{}`; a document without variables takes none. */
type NoStrangers<Variables> = keyof Variables extends never ? Record<string, never> : Variables

/** One method for each operation, of its name, with its variables and its result; for a subscription, its events. */
export type Methods<Operations> = {
  readonly [Name in keyof Operations]: Operations[Name] extends SubscriptionDocument<infer Result, infer Variables>
    ? (variables?: Variables, options?: SubscribeOptions) => AsyncGenerator<EventOf<Result>, void, void>
    : Operations[Name] extends TypedDocument<infer Result, infer Variables>
      ? (...args: Arguments<Variables>) => Promise<Result>
      : never
}

/** What every client can do, whatever its operations. */
export interface RapporteurClient {
  /**
   * Sends a document, query or mutation, and gives its result.
   *
   * @throws {GraphQLResponseError} the answer has errors.
   * @throws {TransportError} no answer, or one that is not GraphQL.
   * @throws {TimeoutError} the time is over.
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
    document: Document,
    ...args: Arguments<VariablesOf<Document>>
  ): Promise<ResultOf<Document>>

  /**
   * Goes through every page of a document's one connection, node by node. The document takes `$after`, gives it to the
   * connection, and selects `pageInfo { hasNextPage endCursor }`. The next page is fetched while the present one is
   * used; leaving the loop gives it up. Nothing comes where something above the connection is null.
   *
   * @throws {RapporteurError} a cursor stands still, and whatever {@link RapporteurClient.query} throws.
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
    ...args: Arguments<VariablesOf<Document>>
  ): AsyncGenerator<NodeOf<ResultOf<Document>>, void, void>

  /**
   * Follows a subscription, event by event: each change once, in order, none left out. When the stream breaks off, because
   * the server restarts for instance, it goes on behind the last change that came, on whichever server answers. The
   * document takes `$after`, gives it to its field, and selects `sequence`. Ends when the signal is aborted.
   *
   * @throws {GraphQLResponseError} the server refuses: with `CURSOR_EXPIRED` where it no longer holds what follows `after`.
   * @throws {TransportError} the first stream cannot be had, or what answers is not GraphQL.
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
 * Makes a client of one server.
 *
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
}: ClientOptions<Operations>): RapporteurClient & Methods<Operations> {
  type Followed = SubscriptionDocument<unknown, never>
  type Variables = { after?: string | null } | undefined
  const query = (document: unknown, variables: Variables, options?: CallOptions) =>
    call(url, client, String(document), variables, options)

  const subscribe = (document: Followed, variables: Variables, options?: SubscribeOptions) =>
    document.follow(url, client, variables, options)

  const methods = Object.entries(operations ?? {}).map(([name, document]) => [
    name,
    (variables: Variables, options?: CallOptions) =>
      ((document as Followed).follow ? subscribe : query)(document as Followed, variables, options),
  ])
  const own = {
    query,
    paginate: (document: unknown, variables: Variables, options?: CallOptions) =>
      paginate(
        (after, signal) => query(document, { ...variables, ...(after && { after }) }, { ...options, signal }),
        variables?.after ?? undefined,
        options?.signal ?? client.signal,
      ),
    subscribe,
  }
  // What comes is what the schema promises: at run time there is nothing to hold it against.
  return { ...Object.fromEntries(methods), ...own }
}
