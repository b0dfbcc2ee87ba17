import type { TypedDocument } from './document.js'

/** A parsed document with the types of its result and variables: the `TypedDocumentNode` of Apollo Client, urql and graphql-request. */
export type TypedNode<Node, Result, Variables> = Node & {
  /** Only a type: never there at run time. */
  readonly __apiType?: (variables: Variables) => Result
}

/**
 * A document for other clients: a ready operation or what `graphql` gives, parsed by the `parse` of the package `graphql`, or
 * by whatever that client parses with. Its result and its variables stay typed.
 *
 * @example
 * ```tsx
 * import { useQuery } from '@apollo/client/react'
 * import { parse } from 'graphql'
 * import { documentNode } from '@rapporteur/sdk/document-node'
 * import { themeRemarks } from '@rapporteur/sdk/operations'
 *
 * const ThemeRemarks = documentNode(themeRemarks, parse)
 * const { data } = useQuery(ThemeRemarks, { variables: { slug: 'depth-of-the-channel' } })
 * ```
 */
export function documentNode<Node extends object, Result, Variables>(
  document: TypedDocument<Result, Variables>,
  parse: (text: string) => Node,
): TypedNode<Node, Result, Variables> {
  return parse(String(document))
}
