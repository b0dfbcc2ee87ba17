/**
 * What `graphql` infers, in full: tests/sdk/consumer.test.ts compiles this file from the tarball, and beside it one that holds
 * every ready operation, written inline, to what the code generator made of it.
 */
import { graphql, type ResultOf, type VariablesOf } from '@rapporteur/sdk'

/** Whether both are the same, to the last optional and readonly. */
type Same<A, B> = (<T>() => T extends Flat<A> ? 1 : 2) extends <T>() => T extends Flat<B> ? 1 : 2 ? true : false
type Flat<T> = T extends readonly (infer Item)[]
  ? Flat<Item>[]
  : T extends object
    ? { [Key in keyof T]: Flat<T[Key]> }
    : T

const same = <_Holds extends true>(): void => {}

const Plain = graphql(`query ($slug: String!, $first: Int = 5, $ids: [ID!]!) {
  theme(slug: $slug) { title called: slug remarks(first: $first) { totalCount nodes { text speaker { name } } } }
  nodes(ids: $ids) { id }
}`)
same<
  Same<
    ResultOf<typeof Plain>,
    {
      theme: {
        title: string
        called: string
        remarks: { totalCount: number; nodes: { text: string; speaker: { name: string } | null }[] }
      } | null
      nodes: ({ id: string } | null)[]
    }
  >
>()
same<Same<VariablesOf<typeof Plain>, { slug: string; first?: number | null | undefined; ids: readonly string[] }>>()

const Who = graphql(`fragment Who on Person { __typename name }`)
const Said = graphql(
  `fragment Said on Remark { __typename text speaker { ...Who slug } ... on Response { stance acts { verb } } }`,
  [Who],
)
const Union = graphql(
  `query ($with: Boolean!) {
    remarks { nodes { ...Said speaker { id } ... on Statement { scope } } }
    mine: nodes(ids: []) { __typename ... on Meeting { title @include(if: $with) } ... on Remark { text } }
  }`,
  [Said],
)
type Speaker = { __typename: 'Person'; name: string; slug: string; id: string } | null
type Result = ResultOf<typeof Union>
type One<Kind> = Extract<Result['remarks']['nodes'][number], { __typename: Kind }>
type Mine = NonNullable<Result['mine'][number]>
same<Same<One<'Response'>['speaker'], Speaker>>()
same<Same<keyof One<'Response'>, '__typename' | 'text' | 'speaker' | 'stance' | 'acts'>>()
same<Same<keyof One<'Statement'>, '__typename' | 'text' | 'speaker' | 'scope'>>()
same<Same<Extract<Mine, { title?: unknown }>, { __typename: 'Meeting'; title: string | undefined }>>()
same<
  Same<
    Extract<Mine, { text: string }>,
    { __typename: 'Statement'; text: string } | { __typename: 'Response'; text: string }
  >
>()
same<Same<keyof Exclude<Mine, { text: string } | { title?: unknown }>, '__typename'>>()

const Local = graphql(
  `query { meetings { nodes { ...M } } } fragment M on Meeting { title series { ...S } } fragment S on Series { slug }`,
)
same<Same<ResultOf<typeof Local>['meetings']['nodes'], { title: string; series: { slug: string } | null }[]>>()

const Introspection = graphql(
  `{ __schema { queryType { name } types { kind } } __type(name: "Theme") { fields(includeDeprecated: true) { name } } }`,
)
same<Same<ResultOf<typeof Introspection>['__type'], { fields: { name: string }[] | null } | null>>()
same<Same<ResultOf<typeof Introspection>['__schema']['queryType'], { name: string | null }>>()
