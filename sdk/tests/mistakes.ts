/**
 * Mistakes that the compiler has to find, each on its line: tests/sdk/consumer.test.ts compiles this file from the
 * tarball, where an `@ts-expect-error` above a line without an error is an error itself.
 */
import { createClient, graphql, RapporteurError } from '@rapporteur/sdk'
import { followChanges, ingestDocument, meetings, themeRemarks } from '@rapporteur/sdk/operations'
import { subscription } from '@rapporteur/sdk/subscription'

const rapporteur = createClient({ url: 'http://localhost:4000/graphql', operations: { themeRemarks, ingestDocument } })

export const documents = () => [
  // @ts-expect-error Query has no field "nope".
  graphql(`{ nope }`),
  // @ts-expect-error Remark has no field "speakr".
  graphql(`{ theme(slug: "x") { remarks { nodes { speakr { name } } } } }`),
  // @ts-expect-error Response has no field "scope".
  graphql(`{ remarks { nodes { ... on Response { scope } } } }`),
  // @ts-expect-error Node has no field "title": a fragment on the type is needed.
  graphql(`{ node(id: "x") { title } }`),
  // @ts-expect-error Query.theme has no argument "name".
  graphql(`{ theme(name: "x") { title } }`),
  // @ts-expect-error Query.theme needs the argument "slug".
  graphql(`{ theme { title } }`),
  // @ts-expect-error Query.theme is an object.
  graphql(`{ theme(slug: "x") }`),
  // @ts-expect-error Theme.title has no fields.
  graphql(`{ theme(slug: "x") { title { en } } }`),
  // @ts-expect-error $slug is not declared.
  graphql(`{ theme(slug: $slug) { title } }`),
  // @ts-expect-error $slug is Int!, and the argument takes String!.
  graphql(`query ($slug: Int!) { theme(slug: $slug) { title } }`),
  // @ts-expect-error $slug may be null, and the argument may not.
  graphql(`query ($slug: String) { theme(slug: $slug) { title } }`),
  // @ts-expect-error $ids is a list of strings, and the argument takes a list of ids.
  graphql(`query ($ids: [String!]!) { nodes(ids: $ids) { id } }`),
  // @ts-expect-error There is no fragment "Who".
  graphql(`{ person(slug: "x") { ...Who } }`),
  // @ts-expect-error The schema has no type "Persona".
  graphql(`fragment Who on Persona { name }`),
  // @ts-expect-error A brace is not closed.
  graphql(`{ theme(slug: "x") { title }`),
  // @ts-expect-error Meeting is not a type that a Person can be.
  graphql(`{ person(slug: "x") { ... on Meeting { title } } }`),
  // @ts-expect-error There are no fields in the selection.
  graphql(`{ theme(slug: "x") { } }`),
  // @ts-expect-error Theme has no field "titel", under an alias either.
  graphql(`{ theme(slug: "x") { heading: titel } }`),
  // @ts-expect-error There is no directive "@upper".
  graphql(`{ theme(slug: "x") { title @upper } }`),
  // @ts-expect-error A document has one operation.
  graphql(`query A { meetings { totalCount } } query B { meetings { totalCount } }`),
]

/** Values that stand in the text, of every kind. */
export const literals = () => [
  // @ts-expect-error Query.theme(slug:) takes String!, not 5.
  graphql(`{ theme(slug: 5) { title } }`),
  // @ts-expect-error Query.theme(slug:) takes String!, not null.
  graphql(`{ theme(slug: null) { title } }`),
  // @ts-expect-error Query.meetings(first:) takes Int, not a string.
  graphql(`{ meetings(first: "5") { totalCount } }`),
  // @ts-expect-error Query.meetings(first:) takes Int, not 1.5.
  graphql(`{ meetings(first: 1.5) { totalCount } }`),
  // @ts-expect-error Query.paragraph needs the argument "number".
  graphql(`{ paragraph(meeting: "x") { text } }`),
  // @ts-expect-error MeetingOrder(field:) takes MeetingOrderField!, not LENGTH.
  graphql(`{ meetings(orderBy: { field: LENGTH, direction: DESC }) { totalCount } }`),
  // @ts-expect-error An enum's value is no string.
  graphql(`{ meetings(orderBy: { field: "DATE", direction: DESC }) { totalCount } }`),
  // @ts-expect-error MeetingOrder needs the argument "field".
  graphql(`{ meetings(orderBy: { direction: DESC }) { totalCount } }`),
  // @ts-expect-error RemarkFilter has no argument "kinds".
  graphql(`{ remarks(filter: { kinds: [RESPONSE] }) { totalCount } }`),
  // @ts-expect-error RemarkFilter(kind:) takes RemarkKind!, not QUESTION.
  graphql(`{ remarks(filter: { kind: [STATEMENT, QUESTION] }) { totalCount } }`),
  // @ts-expect-error Query.remarks(filter:) takes RemarkFilter, not a list.
  graphql(`{ remarks(filter: [{ kind: RESPONSE }]) { totalCount } }`),
  // @ts-expect-error Query.theme(slug:) takes String!, not an object.
  graphql(`{ theme(slug: { is: "x" }) { title } }`),
  // @ts-expect-error $kind is [String!], and RemarkFilter(kind:) takes [RemarkKind!].
  graphql(`query ($kind: [String!]) { remarks(filter: { kind: $kind }) { totalCount } }`),
  // @ts-expect-error $kind is not declared.
  graphql(`{ remarks(filter: { kind: [$kind] }) { totalCount } }`),
  // @ts-expect-error $first is Int by default 5, not "five".
  graphql(`query ($first: Int = "five") { meetings(first: $first) { totalCount } }`),
  // @ts-expect-error The schema has no type "Str" that a variable can be of.
  graphql(`query ($slug: Str!) { theme(slug: $slug) { title } }`),
]

/** As right as they are strange. */
export const unusual = () => [
  graphql(`{meetings(first:5,orderBy:{field:DATE,direction:DESC}){totalCount nodes{slug,title}}}`),
  graphql(`query Titles($first:Int$after:String){meetings(first:$first after:$after){nodes{title}}}`),
  graphql(`
    # Braces { in a comment, and "quotes.
    query Named($slug: String! = "a \\"quoted\\" { brace") {
      one: theme(slug: $slug) { heading : title, __typename }
      two: theme(slug: """a block } of "text""") { title @include(if: true) slug @skip (if: false) }
      remarks ( filter : { kind : RESPONSE , meeting : [ "x" , "y" ] } ) @include(if: true) { totalCount }
    }
  `),
  graphql(`query ($ids: [ID!]!) { nodes(ids: $ids) { id ...Named } } fragment Named on Person { name }`),
  graphql(`{ a: meetings { totalCount } b: meetings(first: 1) { totalCount } }`),
  graphql(`{ nodes(ids: ["a", 5]) { id } }`),
  graphql(
    `mutation ($facts: JSON) { ingestDocument(input: { text: "x", context: { people: [{ name: "A" }], of: $facts } }) { __typename } }`,
  ),
]

const Slug = graphql(
  `query ($slug: String!, $first: Int = 5) { theme(slug: $slug) { remarks(first: $first) { totalCount } } }`,
)
const Named = graphql(`fragment Named on Person { name }`)
const Bare = graphql(`{ meetings { totalCount } }`)
const Kinds = graphql(`query ($kind: [RemarkKind!]) { remarks(filter: { kind: $kind }) { nodes { id text } } }`)

export const calls = () => [
  rapporteur.query(Slug, { slug: 'x' }),
  rapporteur.query(Slug, { slug: 'x', first: null }, { timeout: 1_000 }),
  // @ts-expect-error The variable slug is missing.
  rapporteur.query(Slug),
  // @ts-expect-error The variable slug is missing.
  rapporteur.query(Slug, { first: 1 }),
  // @ts-expect-error slug is a string.
  rapporteur.query(Slug, { slug: 1 }),
  // @ts-expect-error There is no variable last.
  rapporteur.query(Slug, { slug: 'x', last: 1 }),
  rapporteur.query(Bare),
  rapporteur.query(Bare, {}, { retries: 0 }),
  // @ts-expect-error The document has no variables.
  rapporteur.query(Bare, { slug: 'x' }),
  rapporteur.query(Kinds, { kind: ['STATEMENT'] }),
  // @ts-expect-error There is no such kind.
  rapporteur.query(Kinds, { kind: ['QUESTION'] }),
  // @ts-expect-error A text has to go through graphql(...).
  rapporteur.query('{ meetings { totalCount } }', {}),
  // @ts-expect-error The variable slug is missing.
  rapporteur.themeRemarks({ first: 5 }),
  // @ts-expect-error There is no option retry.
  rapporteur.themeRemarks({ slug: 'x' }, { retry: 1 }),
  // @ts-expect-error The client was not given this operation.
  rapporteur.meetings(),
  // @ts-expect-error The document takes no $after.
  rapporteur.paginate(Slug, { slug: 'x' }),
  // @ts-expect-error A subscription is for subscribe.
  rapporteur.query(followChanges),
  // @ts-expect-error A fragment has to be spread.
  rapporteur.query(Named),
]

export const clients = () => [
  // @ts-expect-error The client has a method of that name.
  createClient({ url: '', operations: { query: meetings } }),
  // @ts-expect-error A fragment is no operation.
  createClient({ url: '', operations: { Named } }),
  createClient({ url: '', operations: { followChanges, meetings } }),
  // @ts-expect-error The address is missing.
  createClient({ operations: { meetings } }),
]

export async function results(): Promise<void> {
  const { theme } = await rapporteur.themeRemarks({ slug: 'x' })
  // @ts-expect-error A theme may be null.
  theme.title
  // @ts-expect-error A title is a string, and not whatever one likes.
  const title: number = theme?.title
  for await (const remark of rapporteur.paginate(themeRemarks, { slug: 'x' })) {
    // @ts-expect-error A remark may have no named speaker.
    remark.speaker.name
    // @ts-expect-error Only a response has a stance.
    remark.stance
    // @ts-expect-error There is no such type of remark.
    if (remark.__typename === 'Question') break
  }
  const { ingestDocument: result } = await rapporteur.ingestDocument({ input: { text: '' } })
  // @ts-expect-error Only a success has a status.
  result.status
  const error: unknown = title
  // @ts-expect-error Codes come with a GraphQLResponseError.
  if (error instanceof RapporteurError) error.codes
}

const Followed = subscription(graphql(`subscription ($after: String) { changes(after: $after) { sequence kind } }`))
const WithoutSequence = subscription(graphql(`subscription ($after: String) { changes(after: $after) { kind } }`))
const WithoutAfter = subscription(graphql(`subscription { changes { sequence } }`))

export const subscriptions = async () => {
  for await (const change of rapporteur.subscribe(Followed, { after: '1' }, { onResume: (after) => after.length })) {
    const kind:
      | 'CREATED'
      | 'UPDATED'
      | 'REMOVED'
      | 'MERGED'
      | 'UNMERGED'
      | 'RENAMED'
      | 'RETRACTED'
      | 'RESTORED'
      | 'ERASED'
      | 'CORRECTED'
      | 'UNCORRECTED' = change.kind
    // @ts-expect-error subject was not asked for.
    console.log(kind, change.subject)
  }
  rapporteur.subscribe(Followed)
  // @ts-expect-error after is a string.
  rapporteur.subscribe(Followed, { after: 1 })
  // @ts-expect-error It does not select sequence.
  rapporteur.subscribe(WithoutSequence)
  // @ts-expect-error It does not take $after.
  rapporteur.subscribe(WithoutAfter)
  // @ts-expect-error It is no subscription.
  rapporteur.subscribe(themeRemarks, { slug: 'x' })
  // @ts-expect-error It is followed only once subscription() has made it so.
  rapporteur.subscribe(graphql(`subscription ($after: String) { changes(after: $after) { sequence } }`))
  // @ts-expect-error A subscription is not a query.
  rapporteur.query(graphql(`subscription ($after: String) { changes(after: $after) { sequence } }`))
  // @ts-expect-error A file is a Blob.
  rapporteur.ingestDocument({ input: { file: 'minutes.txt' } })
  // @ts-expect-error Subscription has no field "change".
  graphql(`subscription { change { sequence } }`)
}
