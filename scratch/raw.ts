/**
 * Mistakes that the compiler has to find, each on its line: tests/sdk/consumer.test.ts compiles this file from the
 */
import { createClient, graphql, RapporteurError } from '../sdk/src/index.js'
import { ingestDocument, meetings, themeRemarks } from '../sdk/src/operations.js'

const rapporteur = createClient({ url: 'http://localhost:4000/graphql', operations: { themeRemarks, ingestDocument } })

export const documents = () => [
  graphql(`{ nope }`),
  graphql(`{ theme(slug: "x") { remarks { nodes { speakr { name } } } } }`),
  graphql(`{ remarks { nodes { ... on Response { scope } } } }`),
  graphql(`{ node(id: "x") { title } }`),
  graphql(`{ theme(name: "x") { title } }`),
  graphql(`{ theme { title } }`),
  graphql(`{ theme(slug: "x") }`),
  graphql(`{ theme(slug: "x") { title { en } } }`),
  graphql(`{ theme(slug: $slug) { title } }`),
  graphql(`query ($slug: Int!) { theme(slug: $slug) { title } }`),
  graphql(`query ($slug: String) { theme(slug: $slug) { title } }`),
  graphql(`query ($ids: [String!]!) { nodes(ids: $ids) { id } }`),
  graphql(`{ person(slug: "x") { ...Who } }`),
  graphql(`fragment Who on Persona { name }`),
  graphql(`{ theme(slug: "x") { title }`),
]

const Slug = graphql(
  `query ($slug: String!, $first: Int = 5) { theme(slug: $slug) { remarks(first: $first) { totalCount } } }`,
)
const Bare = graphql(`{ meetings { totalCount } }`)
const Kinds = graphql(`query ($kind: [RemarkKind!]) { remarks(filter: { kind: $kind }) { nodes { id text } } }`)

export const calls = () => [
  rapporteur.query(Slug, { slug: 'x' }),
  rapporteur.query(Slug, { slug: 'x', first: null }, { timeout: 1_000 }),
  rapporteur.query(Slug),
  rapporteur.query(Slug, { first: 1 }),
  rapporteur.query(Slug, { slug: 1 }),
  rapporteur.query(Slug, { slug: 'x', last: 1 }),
  rapporteur.query(Bare),
  rapporteur.query(Bare, {}, { retries: 0 }),
  rapporteur.query(Bare, { slug: 'x' }),
  rapporteur.query(Kinds, { kind: ['STATEMENT'] }),
  rapporteur.query(Kinds, { kind: ['QUESTION'] }),
  rapporteur.query('{ meetings { totalCount } }', {}),
  rapporteur.themeRemarks({ first: 5 }),
  rapporteur.themeRemarks({ slug: 'x' }, { retry: 1 }),
  rapporteur.meetings(),
  rapporteur.paginate(Slug, { slug: 'x' }),
]

export const clients = () => [
  createClient({ url: '', operations: { query: meetings } }),
  createClient({ operations: { meetings } }),
]

export async function results(): Promise<void> {
  const { theme } = await rapporteur.themeRemarks({ slug: 'x' })
  theme.title
  const title: number = theme?.title
  for await (const remark of rapporteur.paginate(themeRemarks, { slug: 'x' })) {
    remark.speaker.name
    remark.stance
    if (remark.__typename === 'Question') break
  }
  const { ingestDocument: result } = await rapporteur.ingestDocument({ input: { text: '' } })
  result.status
  const error: unknown = title
  if (error instanceof RapporteurError) error.codes
}

const Followed = graphql(`subscription ($after: String) { changes(after: $after) { sequence kind } }`)
const WithoutSequence = graphql(`subscription ($after: String) { changes(after: $after) { kind } }`)
const WithoutAfter = graphql(`subscription { changes { sequence } }`)

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
      | 'ERASED' = change.kind
    console.log(kind, change.subject)
  }
  rapporteur.subscribe(Followed)
  rapporteur.subscribe(Followed, { after: 1 })
  rapporteur.subscribe(WithoutSequence)
  rapporteur.subscribe(WithoutAfter)
  rapporteur.subscribe(themeRemarks, { slug: 'x' })
  rapporteur.ingestDocument({ input: { file: 'minutes.txt' } })
  graphql(`subscription { change { sequence } }`)
}
