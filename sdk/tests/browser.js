// What the package does in a browser: tests/sdk/consumer.test.ts runs this in a Chromium, from the tarball.
import { createClient, GraphQLResponseError, graphql, TimeoutError, TransportError } from '@rapporteur/sdk'
import { followChanges, ingestDocument, themeRemarks } from '@rapporteur/sdk/operations'
import { subscription } from '@rapporteur/sdk/subscription'

export async function run(url, apiKey, slug, record) {
  const rapporteur = createClient({ url, apiKey, operations: { followChanges, ingestDocument, themeRemarks } })
  const caught = (call) =>
    call.then(
      () => 'no error',
      (error) => error,
    )

  const texts = []
  for await (const { text } of rapporteur.paginate(themeRemarks, { slug, first: 2 })) texts.push(text)
  const changes = []
  for await (const { kind } of rapporteur.followChanges({ after: '0' })) if (changes.push(kind) === 2) break
  const Numbers = subscription(graphql('subscription ($after: String) { changes(after: $after) { sequence } }'))
  const numbers = []
  for await (const { sequence } of rapporteur.subscribe(Numbers, { after: '0' }))
    if (numbers.push(sequence) === 2) break
  const file = new File([record], 'record.txt', { type: 'text/plain' })
  const uploaded = await rapporteur.ingestDocument({ input: { file, dryRun: true } })

  const Wrong = graphql('{ meetings(first: 1000) { totalCount } }')
  const stop = new AbortController()
  const aborted = caught(rapporteur.query(Wrong, {}, { signal: stop.signal }))
  stop.abort(new Error('Enough.'))
  return {
    texts,
    changes,
    numbers,
    uploaded: uploaded.ingestDocument.status,
    wrong: (await caught(rapporteur.query(Wrong))) instanceof GraphQLResponseError,
    away:
      (await caught(createClient({ url: 'http://127.0.0.1:1/', retries: 0 }).query(Wrong))) instanceof TransportError,
    late: (await caught(rapporteur.query(Wrong, {}, { timeout: 0 }))) instanceof TimeoutError,
    aborted: (await aborted).message,
  }
}
