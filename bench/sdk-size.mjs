// What a page loads for a client and one operation, with this SDK and with others: bundled, minified, gzipped.
//
//     npm run bench:sdk-size
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const bench = `${root}bench`
if (!existsSync(`${bench}/node_modules/@linear/sdk`)) execFileSync('npm', ['ci'], { cwd: bench, stdio: 'inherit' })
execFileSync('npm', ['run', '--silent', 'build', '--workspace', 'sdk'], { cwd: root, stdio: 'ignore' })

const url = "'https://archive.example/graphql'"
const query =
  'query ($slug: String!) { theme(slug: $slug) { remarks { nodes { text speaker { name } organization { name } } } } }'

/** The same work by each: a client of one server, and a query with one variable. */
const programs = {
  '@rapporteur/sdk': `
    import { createClient } from '@rapporteur/sdk'
    import { themeRemarks } from '@rapporteur/sdk/operations'
    const client = createClient({ url: ${url}, operations: { themeRemarks } })
    export const run = (slug) => client.themeRemarks({ slug })`,
  '@shopify/graphql-client': `
    import { createGraphQLClient } from '@shopify/graphql-client'
    const client = createGraphQLClient({ url: ${url}, headers: { 'content-type': 'application/json' } })
    export const run = (slug) => client.request(\`${query}\`, { variables: { slug } })`,
  '@octokit/graphql': `
    import { graphql } from '@octokit/graphql'
    const client = graphql.defaults({ baseUrl: ${url} })
    export const run = (slug) => client(\`${query}\`, { slug })`,
  '@urql/core': `
    import { Client, fetchExchange, gql } from '@urql/core'
    const client = new Client({ url: ${url}, exchanges: [fetchExchange] })
    const document = gql\`${query}\`
    export const run = (slug) => client.query(document, { slug }).toPromise()`,
  'graphql-request': `
    import { GraphQLClient, gql } from 'graphql-request'
    const client = new GraphQLClient(${url})
    const document = gql\`${query}\`
    export const run = (slug) => client.request(document, { slug })`,
  '@apollo/client': `
    import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client'
    const client = new ApolloClient({ link: new HttpLink({ uri: ${url} }), cache: new InMemoryCache() })
    const document = gql\`${query}\`
    export const run = (slug) => client.query({ query: document, variables: { slug } })`,
  '@linear/sdk': `
    import { LinearClient } from '@linear/sdk'
    const client = new LinearClient({ apiKey: 'key' })
    export const run = (id) => client.issue(id)`,
}

/** Gzipped bytes of one file that has all a browser needs. */
async function sizeOf(name) {
  const own = name === '@rapporteur/sdk'
  const { outputFiles } = await build({
    stdin: { contents: programs[name], resolveDir: own ? root : bench },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: ['crypto'],
    define: { 'process.env.NODE_ENV': '"production"', 'globalThis.__DEV__': 'false' },
  })
  return gzipSync(outputFiles[0].contents).length
}

function versionOf(name) {
  const folder = name === '@rapporteur/sdk' ? `${root}sdk` : `${bench}/node_modules/${name}`
  return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).version
}

const rows = []
for (const name of Object.keys(programs)) rows.push({ name, version: versionOf(name), bytes: await sizeOf(name) })
const [own] = rows
const table = [
  '# A client and one operation, beside the peers',
  '',
  'One file for a browser, bundled and minified by esbuild, gzipped; the same work by each (bench/sdk-size.mjs).',
  '',
  '    npm run bench:sdk-size',
  '',
  '| package | version | bytes | × ours |',
  '|---|---|---|---|',
  ...rows.map(
    ({ name, version, bytes }) =>
      `| ${name} | ${version} | ${bytes.toLocaleString('en')} | ${(bytes / own.bytes).toFixed(1)} |`,
  ),
  '',
].join('\n')
writeFileSync(`${bench}/results/sdk-size.md`, table)
console.log(table)
