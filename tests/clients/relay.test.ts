import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ConcreteRequest, FetchFunction, GraphQLResponse } from 'relay-runtime'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startServer } from '../support/server.js'
import { expectedHeadline } from './headline.js'

// relay-runtime is CommonJS with named exports that Node cannot see.
const { Environment, fetchQuery, Network, RecordSource, Store } = createRequire(import.meta.url)(
  'relay-runtime',
) as typeof import('relay-runtime')

interface PageQuery {
  variables: { slug: string; first: number; after: string | null }
  response: {
    theme: { remarks: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What a Relay application writes: a refetchable, paginated fragment, a query that spreads it, and one by node id. */
const component = `
import { graphql } from 'relay-runtime'
graphql\`
  fragment App_remarks on Theme @refetchable(queryName: "AppRemarksPageQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) {
    title
    remarks(first: $count, after: $cursor) @connection(key: "App_remarks") {
      edges { node { text speaker { name organization { name } } ... on Response { acts { verb } } } }
    }
  }
\`
graphql\`query AppQuery($slug: String!) { theme(slug: $slug) { id ...App_remarks } }\`
graphql\`query AppPageQuery($slug: String!, $first: Int!, $after: String) {
  theme(slug: $slug) { remarks(first: $first, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } } }\`
graphql\`query AppNodeQuery($id: ID!) { node(id: $id) { __typename id ... on Remark { text } } }\`
`

let server: Awaited<ReturnType<typeof startServer>>
let folder: string
beforeAll(async () => {
  server = await startServer()
  folder = mkdtempSync(join(tmpdir(), 'relay-client-'))
  mkdirSync(join(folder, 'src'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'src/App.js'), component)
  writeFileSync(
    join(folder, 'relay.config.json'),
    JSON.stringify({ src: 'src', schema: 'schema.graphql', language: 'javascript', eagerEsModules: true }),
  )
  const response = await fetch(new URL('/schema.graphql', server.url))
  writeFileSync(join(folder, 'schema.graphql'), await response.text())
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.close()
})

it('relay-compiler takes the schema as it is served, and its runtime pages by it', async () => {
  execFileSync(process.execPath, [join(root, 'node_modules/relay-compiler/cli.js')], { cwd: folder, stdio: 'pipe' })
  const artifact = async (name: string): Promise<ConcreteRequest> =>
    (await import(/* @vite-ignore */ pathToFileURL(join(folder, `src/__generated__/${name}.graphql.js`)).href)).default
  const request: FetchFunction = async ({ text }, variables) => {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text, variables }),
    })
    return (await response.json()) as GraphQLResponse
  }
  const environment = new Environment({ network: Network.create(request), store: new Store(new RecordSource()) })
  const { slug, ids, texts } = await expectedHeadline(server.url)

  const found: string[] = []
  for (let after: string | null = null; ; ) {
    const page: PageQuery['response'] | undefined = await fetchQuery<PageQuery>(
      environment,
      await artifact('AppPageQuery'),
      {
        slug,
        first: 2,
        after,
      },
    ).toPromise()
    if (!page) throw new Error('no data')
    found.push(...page.theme.remarks.edges.map(({ node }) => node.id))
    if (!page.theme.remarks.pageInfo.hasNextPage) break
    after = page.theme.remarks.pageInfo.endCursor
  }
  expect(found.length).toBeGreaterThan(2)
  expect(found).toEqual(ids)

  const whole = await fetchQuery(environment, await artifact('AppQuery'), { slug }).toPromise()
  expect(whole).toHaveProperty('theme.id')
  const one = await fetchQuery(environment, await artifact('AppNodeQuery'), { id: ids[0] }).toPromise()
  expect(one).toMatchObject({ node: { text: texts[0] } })
})
