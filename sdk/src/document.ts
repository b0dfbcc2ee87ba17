import type { CallOptions, SubscribeOptions } from './options.js'

/**
 * A GraphQL document whose type says what it returns and which variables it takes: a ready operation, the result of
 * {@link graphql}, or a `TypedDocumentString` from a code generator of your own. At run time its text is all there is.
 */
export interface TypedDocument<Result, Variables> {
  /** Only a type: never there at run time. */
  readonly __apiType?: (variables: Variables) => Result
  /** Parsed documents are refused: the client sends text. */
  readonly kind?: never
}

/** A subscription. It carries the code that follows it, so a program without subscriptions does not bundle that code. */
export interface SubscriptionDocument<Result, Variables> extends TypedDocument<Result, Variables> {
  /** For {@link RapporteurClient.subscribe}, which is how to use it. */
  readonly follow: Follow
}

/** What marks a subscription that nothing follows yet. */
declare const unfollowed: unique symbol

/** A subscription of `graphql`: `subscription` of `@rapporteur/sdk/subscription` makes it one that can be followed. */
export interface InlineSubscription<Result, Variables> extends TypedDocument<Result, Variables> {
  /** Only a type: never there at run time. */
  readonly [unfollowed]: true
}

/** What a fragment carries for the documents that spread it. */
export declare const fragment: unique symbol

/** Nothing for a query or mutation; for anything else, a sentence that says what to do with it. */
export type Sendable<Document> = Document extends { readonly follow: Follow } | { readonly [unfollowed]: true }
  ? 'This is a subscription: pass it to subscribe.'
  : Whole<Document>

/** Nothing for an operation; for a fragment, a sentence that says what to do with it. */
export type Whole<Document> = Document extends { readonly [fragment]?: infer Definition }
  ? unknown extends Definition
    ? unknown
    : 'This is a fragment: spread it in a query, and send that.'
  : unknown

/** The events of a document, given a server, options of the client, and variables and options of the call. */
export type Follow = (
  url: string,
  client: CallOptions,
  variables: { after?: string | null } | undefined,
  options?: SubscribeOptions,
) => AsyncGenerator<unknown, void, void>

/**
 * The result of a document.
 *
 * @example
 * ```ts
 * import type { ResultOf } from '@rapporteur/sdk'
 * import type { themeRemarks } from '@rapporteur/sdk/operations'
 *
 * type Remark = NonNullable<ResultOf<typeof themeRemarks>['theme']>['remarks']['nodes'][number]
 * ```
 */
export type ResultOf<Document> = Document extends { readonly __apiType?: (variables: never) => infer Result }
  ? Result
  : never

/**
 * The variables of a document.
 *
 * @example
 * ```ts
 * import type { VariablesOf } from '@rapporteur/sdk'
 * import type { meetings } from '@rapporteur/sdk/operations'
 *
 * const filter: VariablesOf<typeof meetings>['filter'] = { series: ['sample'] }
 * ```
 */
export type VariablesOf<Document> = Document extends { readonly __apiType?: (variables: infer Variables) => unknown }
  ? Variables
  : never
