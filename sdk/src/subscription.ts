import type { Follow, SubscriptionDocument, TypedDocument } from './document.js'
import { subscribe } from './subscribe.js'

/**
 * A subscription that another code generator has typed, as one that `subscribe` takes. Documents of `graphql` and the
 * ready operations are taken as they are.
 *
 * @example
 * ```ts
 * import { createClient, type TypedDocument } from '@rapporteur/sdk'
 * import { subscription } from '@rapporteur/sdk/subscription'
 *
 * type Kinds = TypedDocument<{ changes: { sequence: string; kind: string } }, { after?: string }>
 * const Kinds = `subscription ($after: String) { changes(after: $after) { sequence kind } }` as unknown as Kinds
 *
 * const rapporteur = createClient({ url: 'http://localhost:4000/graphql' })
 * for await (const { kind } of rapporteur.subscribe(subscription(Kinds), { after: '0' })) {
 *   console.log(kind)
 *   break
 * }
 * ```
 */
export function subscription<Result, Variables>(
  document: TypedDocument<Result, Variables>,
): SubscriptionDocument<Result, Variables> {
  const follow: Follow = (url, client, variables, options) =>
    subscribe(url, client, String(document), variables, options)
  const followed = { follow, toString: () => String(document) }
  return followed
}
