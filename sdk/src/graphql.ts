import type { $tada, initGraphQLTada, maskFragments, TadaDocumentNode } from 'gql.tada'
import type { Check } from './check.js'
import type { Follow, SubscriptionDocument, TypedDocument } from './document.js'
import type { introspection } from './generated/introspection.js'

/** Custom scalars as they arrive on the wire. */
interface Scalars {
  Date: string
  DateTime: string
  LocalTime: string
  URL: string
  JSON: unknown
  Upload: Blob
}

// gql.tada's function has a first overload for documents that its command line tool has cached. Its constraint has to
// take any text, or the second overload cannot be instantiated below.
declare module 'gql.tada' {
  interface setupCache {
    readonly [text: string]: unknown
  }
}

declare const tada: initGraphQLTada<{ introspection: introspection; scalars: Scalars; disableMasking: true }>

/** A document made by {@link graphql}; when it is a fragment, `Definition` names it. */
export interface InlineDocument<Result, Variables, Definition> extends TypedDocument<Result, Variables> {
  [$tada.definition]?: Definition
}

/** What gql.tada takes for fragments, which it does not export by name. */
type Fragments = Parameters<typeof maskFragments>[0]

type NamesOf<Fragment> = Fragment extends InlineDocument<unknown, never, { fragment: infer Name }> ? Name : never

type Inferred<Text extends string, Given extends Fragments> =
  ReturnType<typeof tada<Text, Given>> extends TadaDocumentNode<infer Result, infer Variables, infer Definition>
    ? IsSubscription<Text> extends true
      ? SubscriptionDocument<Result, Variables>
      : InlineDocument<Result, Variables, Definition>
    : never

type IsSubscription<Text extends string> = Text extends `${' ' | '\t' | '\r' | '\n'}${infer Rest}`
  ? IsSubscription<Rest>
  : Text extends `subscription${string}`
    ? true
    : false

/** The text of a document, and the fragments that have to travel with it, each of them once. */
class Source {
  /** Of a subscription. */
  readonly follow: Follow | undefined

  constructor(
    readonly text: string,
    readonly fragments: readonly unknown[],
  ) {
    if (/^\s*subscription\b/.test(text)) this.follow = follower(this)
  }

  /** The texts of all definitions, the document's own first. */
  definitions(): string[] {
    const below = (fragment: unknown) => (fragment instanceof Source ? fragment.definitions() : String(fragment))
    return [this.text, ...this.fragments.flatMap(below)]
  }

  toString(): string {
    return [...new Set(this.definitions())].join('\n')
  }
}

/** Loads what follows events when it is used. */
const follower = (source: Source): Follow =>
  async function* (...args) {
    const { subscription } = await import('./subscription.js')
    yield* subscription<unknown, unknown>(source as object).follow(...args)
  }

/**
 * A query, mutation, subscription or fragment of your own, typed as it is written: result and variables are inferred from the text,
 * and a field, argument or variable that the server does not have is a compile error on this call.
 *
 * @param text the document, as a literal.
 * @param fragments the fragments that it spreads, made by `graphql` too.
 * @example
 * ```ts
 * import { createClient, graphql } from '@rapporteur/sdk'
 *
 * const Who = graphql(`fragment Who on Person { slug name organization { name } }`)
 * const Speakers = graphql(`query ($theme: String!) { theme(slug: $theme) { speakers { nodes { ...Who } } } }`, [Who])
 *
 * const rapporteur = createClient({ url: 'http://localhost:4000/graphql' })
 * const { theme } = await rapporteur.query(Speakers, { theme: 'depth-of-the-channel' })
 * console.log(theme?.speakers.nodes.map(({ name, organization }) => `${name}, ${organization?.name}`))
 * ```
 */
export function graphql<const Text extends string, const Given extends Fragments = []>(
  text: Check<Text, NamesOf<Given[number]>> extends infer Problem extends string ? Problem : Text,
  fragments?: Given,
): Inferred<Text, Given>
export function graphql(text: string, fragments: readonly unknown[] = []): unknown {
  return new Source(text, fragments)
}
