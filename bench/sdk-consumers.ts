// Which compilers and runtimes take the SDK as it is published: its tarball in an empty project, compiled by each TypeScript
// under each way of finding modules, and run by each runtime that npm can install here.
//
//     npm run bench:sdk-consumers
import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { alike } from '../tests/sdk/alike.js'
import { compilerOptions, consumerProject, type Resolution } from '../tests/sdk/consumer-project.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const compilers = ['5.0.4', '5.8.3', '6.0.3', '7.0.2']
const runtimes = [
  { name: 'Node 24', install: 'node@24.9.0', program: 'node/bin/node', args: [] },
  {
    name: 'Deno',
    install: 'deno@2.9.6',
    program: '.bin/deno',
    args: ['run', '--allow-net', '--node-modules-dir=manual'],
  },
  { name: 'Bun', install: 'bun@1.4.5', program: '.bin/bun', args: ['run'] },
]

const project = consumerProject()
for (const name of ['report.ts', 'mistakes.ts', 'shapes.ts'])
  project.write(name, readFileSync(join(root, 'sdk/tests', name), 'utf8'))
project.write('alike.ts', alike(join(root, 'sdk/operations')))
const sources = readdirSync(project.folder).filter((name) => name.endsWith('.ts'))

/** Installs a package of npm beside the project. Its folder of packages, or why that cannot be. */
function installed(spec: string): { folder: string } | { reason: string } {
  const folder = join(project.folder, 'tools', spec.replace(/\W/g, '-'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts=false', spec]
  const { status, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', timeout: 120_000 })
  const reason = stderr.split('\n').filter((line) => /error/i.test(line))[1] ?? 'it takes too long'
  return status === 0 ? { folder: join(folder, 'node_modules') } : { reason: `not installed: ${reason.slice(0, 80)}` }
}

/** What a compiler says to the project's files. */
function compile(tools: string, resolution: Resolution): string {
  project.write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { ...compilerOptions(resolution), noEmit: true }, files: sources }),
  )
  const started = performance.now()
  const { status, stdout } = spawnSync(join(tools, '.bin/tsc'), ['-p', '.'], { cwd: project.folder, encoding: 'utf8' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  return status === 0 ? `compiles, ${seconds} s` : `${stdout.split('\n').length - 1} errors: ${stdout.slice(0, 100)}`
}

/** A program that goes through everything that differs between runtimes: fetch, streams, files, abort. */
const program = (url: string) => `
  import { createClient, graphql, TimeoutError } from '@rapporteur/sdk'
  import { followChanges, ingestDocument, meetings } from '@rapporteur/sdk/operations'
  const client = createClient({ url: '${url}', operations: { followChanges, ingestDocument, meetings } })
  const { meetings: found } = await client.meetings()
  const kinds = []
  for await (const { kind } of client.followChanges({ after: '0' })) if (kinds.push(kind) === 2) break
  const { ingestDocument: read } = await client.ingestDocument({ input: { file: new Blob(['Minutes']) } })
  const late = await client.query(graphql('{ late: meetings { totalCount } }'), {}, { timeout: 50 }).catch((error) => error)
  console.log(JSON.stringify([found.nodes.length, kinds, read.__typename, late instanceof TimeoutError]))
`

const server = createServer(async (request, response) => {
  let body = ''
  for await (const part of request) body += part
  const json = (data: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }))
  if (body.includes('late:')) return
  if (request.headers.accept?.includes('event-stream')) {
    response.setHeader('content-type', 'text/event-stream')
    for (const kind of ['CREATED', 'UPDATED'])
      response.write(`event: next\ndata: ${JSON.stringify({ data: { changes: { sequence: '1', kind } } })}\n\n`)
  } else if (request.headers['content-type']?.startsWith('multipart/form-data')) {
    json({ ingestDocument: { __typename: body.includes('Minutes') ? 'IngestDocumentSuccess' : 'nothing' } })
  } else json({ meetings: { nodes: [{}, {}] } })
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
project.write('program.mjs', program(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`))

/** Whether the program prints under a runtime what it prints under every other. */
async function printed(runtime: string, args: string[]): Promise<string> {
  try {
    const options = { cwd: project.folder, timeout: 30_000 }
    const { stdout } = await promisify(execFile)(runtime, [...args, 'program.mjs'], options)
    return stdout.trim() === '[2,["CREATED","UPDATED"],"IngestDocumentSuccess",true]'
      ? 'runs'
      : `prints ${stdout.trim()}`
  } catch (error) {
    return `fails: ${String((error as { stderr?: string }).stderr || error)
      .trim()
      .slice(0, 100)}`
  }
}

async function ran({ install, program: path, args }: (typeof runtimes)[number]): Promise<string> {
  const tools = installed(install)
  return 'reason' in tools ? tools.reason : printed(join(tools.folder, path), args)
}

const rows: string[] = []
for (const version of compilers) {
  const tools = installed(`typescript@${version}`)
  const cells = (['bundler', 'nodenext'] as const).map((way) =>
    'reason' in tools ? tools.reason : compile(tools.folder, way),
  )
  rows.push(`| TypeScript ${version} | ${cells.join(' | ')} |`)
}
const table = [
  '# What takes the SDK',
  '',
  'The packed tarball in an empty project: `strict`, `skipLibCheck: false`, no types but its own (bench/sdk-consumers.ts).',
  '',
  '    npm run bench:sdk-consumers',
  '',
  '| compiler | moduleResolution bundler | moduleResolution nodenext |',
  '|---|---|---|',
  ...rows,
  '',
  '| runtime | a query, a stream, an upload, a timeout |',
  '|---|---|',
]
table.push(`| Node ${process.versions.node} | ${await printed(process.execPath, [])} |`)
for (const runtime of runtimes) table.push(`| ${runtime.name} (${runtime.install}) | ${await ran(runtime)} |`)
server.closeAllConnections()
server.close()
project.remove()
writeFileSync(join(root, 'bench/results/sdk-consumers.md'), `${table.join('\n')}\n`)
console.log(table.join('\n'))
