import type { fragment, InlineSubscription, TypedDocument } from './document.js'
import type { DocumentType, Read, ResultOfRead, VariablesOfRead } from './inference/document-type.js'

/** A fragment made by {@link graphql}; `Definition` has its name and fields. */
export interface InlineDocument<Result, Variables, Definition> extends TypedDocument<Result, Variables> {
  /** Only a type: never there at run time. */
  readonly [fragment]?: Definition
}

type Fragment = InlineDocument<unknown, never, { kind: 'fragment' }>

/** Name → fragment. */
type FragmentsOf<Given extends readonly Fragment[]> = {
  [One in Given[number] as DefinitionOf<One>['name'] & string]: DefinitionOf<One>
}

type DefinitionOf<One> = One extends InlineDocument<unknown, never, infer Definition extends Read> ? Definition : never

type Inferred<Document> = Document extends Read
  ? Document['kind'] extends 'subscription'
    ? InlineSubscription<ResultOfRead<Document>, VariablesOfRead<Document>>
    : Document['kind'] extends 'fragment'
      ? InlineDocument<ResultOfRead<Document>, VariablesOfRead<Document>, Document>
      : TypedDocument<ResultOfRead<Document>, VariablesOfRead<Document>>
  : never

/** The text of a document, and the fragments that have to travel with it, each of them once. */
class Source {
  constructor(
    readonly text: string,
    readonly fragments: readonly unknown[],
  ) {}

  /** The texts of all definitions, the document's own first. */
  definitions(): string[] {
    const below = (fragment: unknown) => (fragment instanceof Source ? fragment.definitions() : String(fragment))
    return [this.text, ...this.fragments.flatMap(below)]
  }

  toString(): string {
    return [...new Set(this.definitions())].join('\n')
  }
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
export function graphql<const Text extends string, const Given extends readonly Fragment[] = []>(
  text: DocumentType<Text, FragmentsOf<Given>> extends infer Problem extends string ? Problem : Text,
  fragments?: Given,
): Inferred<DocumentType<Text, FragmentsOf<Given>>>
export function graphql(text: string, fragments: readonly unknown[] = []): unknown {
  return new Source(text, fragments)
}
