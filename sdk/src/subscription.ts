import type { Follow, SubscriptionDocument, TypedDocument } from './document.js'
import { subscribe } from './subscribe.js'

/**
 * Makes a subscription of your own into one that `subscribe` takes: of what `graphql` gives, of a text, or of a document that
 * another code generator has typed. Ready operations need none of this.
 *
 * @example
 * ```ts
 * import { createClient } from '@rapporteur/sdk'
 * import { subscription } from '@rapporteur/sdk/subscription'
 *
 * const Kinds = subscription<{ changes: { sequence: string; kind: string } }, { after?: string }>(
 *   `subscription ($after: String) { changes(after: $after) { sequence kind } }`,
 * )
 *
 * const rapporteur = createClient({ url: 'http://localhost:4000/graphql' })
 * for await (const { kind } of rapporteur.subscribe(Kinds, { after: '0' })) {
 *   console.log(kind)
 *   break
 * }
 * ```
 */
export function subscription<Result, Variables>(
  document: TypedDocument<Result, Variables> | string,
): SubscriptionDocument<Result, Variables> {
  const follow: Follow = (url, client, variables, options) =>
    subscribe(url, client, String(document), variables, options)
  const followed = { follow, toString: () => String(document) }
  return followed
}
