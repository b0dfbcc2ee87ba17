/** What a project that uses the package might do: compiled and run by tests/sdk/consumer.test.ts, from the tarball. */
import { createClient, graphql, type ResultOf } from '../sdk/src/index.js'
import * as operations from '../sdk/src/operations.js'

const Who = graphql(`fragment Who on Person { slug name organization { name } }`)

const Theme = graphql(
  `query ($slug: String!, $first: Int = 100) {
    theme(slug: $slug) {
      title
      remarks(first: $first) {
        nodes {
          __typename
          text
          speaker { ...Who }
          ... on Response { stance acts { verb } inResponseTo { speaker { ...Who } } }
        }
      }
    }
  }`,
  [Who],
)

type Remark = NonNullable<ResultOf<typeof Theme>['theme']>['remarks']['nodes'][number]

export async function report(url: string, apiKey: string, slug: string, record: string) {
  const rapporteur = createClient({ url, apiKey, operations })

  const ready = await rapporteur.themeRemarks({ slug })
  const inline = await rapporteur.query(Theme, { slug })
  const paged: string[] = []
  for await (const remark of rapporteur.paginate(operations.themeRemarks, { slug, first: 2 })) paged.push(remark.text)

  const { meetings } = await rapporteur.meetings({ first: 1 })
  const { ingestDocument } = await rapporteur.ingestDocument({ input: { text: record, dryRun: true } })
  const file = new Blob([record])
  const uploaded = await rapporteur.ingestDocument({ input: { file, fileName: 'record.txt', dryRun: true } })
  const kinds: string[] = []
  for await (const { kind } of rapporteur.followChanges({ after: '0' })) if (kinds.push(kind) === 3) break

  return {
    ready: ready.theme?.remarks.nodes.map(({ text }) => text) ?? [],
    inline: inline.theme?.remarks.nodes.map(line) ?? [],
    paged,
    meeting: meetings.nodes[0]?.title,
    dryRun: ingestDocument.__typename === 'IngestDocumentSuccess' ? ingestDocument.status : ingestDocument.message,
    uploaded: uploaded.ingestDocument,
    kinds,
    unknown: await rapporteur.themeRemarks({ slug: 'no-such-theme' }),
  }
}

/** One line for a remark: the union narrows by its `__typename`. */
function line(remark: Remark): string {
  const who = remark.speaker?.name ?? 'nobody that is named'
  if (remark.__typename === 'Statement') return `${who} raised it`
  const verbs: string[] = remark.acts.map(({ verb }) => verb)
  return `${who} answered ${remark.inResponseTo.map(({ speaker }) => speaker?.name).join(', ')} (${verbs.join(', ')})`
}
