import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { buildSchema, isInputObjectType, isInterfaceType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstSentence } from '../../scripts/described-types.js'
import { chromiumPath } from '../support/chromium.js'
import { startServer } from '../support/server.js'
import { alike } from './alike.js'
import { seenBy } from './browser.js'
import { bundled, loadedSize } from './bundle.js'
import { type CodeBlock, codeBlocks } from './code-blocks.js'
import { type ConsumerProject, consumerProject } from './consumer-project.js'
import { editor } from './editor.js'
import { fiftyQueries } from './fifty-queries.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const blocks = codeBlocks(join(root, 'sdk'))
const theme = 'depth-of-the-channel'
const sample = read('sample/harbour-consultation.txt')

let project: ConsumerProject
/** What the compiler has to say, under each way of finding modules. */
let compiled: Record<'bundler' | 'nodenext', string>
/** What each block of the documentation prints. */
let printed: Map<string, string>
let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
  project = consumerProject()
  for (const name of ['report.ts', 'mistakes.ts', 'shapes.ts', 'absent.ts', 'commonjs.cts'])
    project.write(name, read(`sdk/tests/${name}`))
  project.write('alike.ts', alike(join(root, 'sdk/operations')))
  for (const { name, code } of blocks) project.write(`${name}.ts`, `export {}\n${forServer(code)}`)
  compiled = {
    bundler: project.compile('bundler', '--noEmit'),
    nodenext: project.compile('nodenext', '--outDir', 'out'),
  }
  printed = await printedBy(blocks)
})

afterAll(async () => {
  project?.remove()
  await server?.close()
})

/** The documentation's server is on port 4000; the test's is wherever there was room. */
const forServer = (code: string) => code.replaceAll('http://localhost:4000/graphql', server.url)

/** What Node prints of a program in the project's folder. */
async function run(script: string): Promise<string> {
  const args = ['--input-type=module', '--eval', script]
  return (await promisify(execFile)(process.execPath, args, { cwd: project.folder })).stdout
}

const literal = (...values: string[]) => values.map((value) => JSON.stringify(value)).join(', ')

/** Runs the blocks of the documentation, one after the other in one process. */
async function printedBy(all: CodeBlock[]): Promise<Map<string, string>> {
  const call = `console.log(await tryRecord(${literal(server.apiKey, sample)}))`
  const steps = all.map(
    ({ name, code }) => `
      console.log('@@${name}')
      try {
        const { tryRecord } = await import('./out/${name}.js')
        ${code.includes('tryRecord') ? call : ''}
      } catch (error) { console.log('FAILED', error) }`,
  )
  const [, ...parts] = (await run(steps.join('\n'))).split(/^@@/m)
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]))
}

describe('a project with nothing but the tarball', () => {
  it.each(['bundler', 'nodenext'] as const)(
    'compiles under strict, library checks and all, with moduleResolution %s',
    (resolution) => {
      expect(compiled[resolution]).toBe('')
    },
  )

  it('gets from a live server the same by a ready operation, an inline query and page by page', async () => {
    const args = literal(server.url, server.apiKey, theme, sample)
    const code = `const { report } = await import('./out/report.js')\nconsole.log(JSON.stringify(await report(${args})))`
    const answer = JSON.parse(await run(code))

    expect(answer.ready).toHaveLength(5)
    expect(answer.paged).toEqual(answer.ready)
    expect(answer.inline).toHaveLength(5)
    expect(answer.inline[0]).toMatch(/^Helena .*Lindqvist raised it$/)
    expect(answer.inline[4]).toMatch(/^Tomás Arriaga answered .*Wanjiru Kamau \(.*disagreed.*\)$/)
    expect(answer.meeting).toContain('Marrowick Harbour')
    expect(answer.dryRun).toBe('DRY_RUN')
    expect(answer.uploaded).toMatchObject({ status: 'DRY_RUN', format: { format: expect.any(String) } })
    expect(answer.kinds).toEqual(['CREATED', 'CREATED', 'CREATED'])
    expect(answer.unknown).toEqual({ theme: null })
  })

  it('is required by a CommonJS program', async () => {
    const args = [join(project.folder, 'out/commonjs.cjs'), server.url]
    const { stdout } = await promisify(execFile)(process.execPath, args)
    expect(stdout).toMatch(/^\d+ themes, not there: TransportError\n$/)
  })

  it.each(blocks.map(({ name, code }) => [name, code] as const))('runs the documentation: %s', (name, code) => {
    const text = printed.get(name)
    if (code.includes('console.log') || code.includes('tryRecord')) expect(text).not.toBe('')
    expect(text).not.toMatch(/FAILED|undefined|\[object/)
  })

  it.skipIf(!chromiumPath)('does the same in a browser', async () => {
    project.write('browser.js', read('sdk/tests/browser.js'))
    const args = literal(server.url, server.apiKey, theme, sample)
    const importMap = /<script type="importmap">[\s\S]*?<\/script>/.exec(read('examples/page/index.html'))?.[0]
    project.write(
      'browser.html',
      `<!doctype html>${importMap}<script type="module">
         import { run } from './browser.js'
         const seen = await run(${args}).catch((error) => String(error.stack))
         await fetch('/seen', { method: 'POST', body: JSON.stringify(seen) })
       </script>`,
    )
    expect(await seenBy(chromiumPath ?? '', project.folder, 'browser.html')).toEqual({
      texts: expect.arrayContaining([expect.any(String)]),
      changes: ['CREATED', 'CREATED'],
      numbers: ['1', '2'],
      uploaded: 'DRY_RUN',
      wrong: true,
      away: true,
      late: true,
      aborted: 'Enough.',
    })
  })
})

describe('the examples', () => {
  const environment = () => ({ ...process.env, RAPPORTEUR_URL: server.url, PLACE: join(project.folder, 'place.txt') })

  function install(name: string): string {
    const folder = join(project.folder, name)
    cpSync(join(root, 'examples', name), folder, { recursive: true })
    project.check(name)
    return join(folder, `${name}.js`)
  }

  it('report prints who said what on a theme', async () => {
    const program = install('report')
    const { stdout } = await promisify(execFile)(process.execPath, [program, theme], { env: environment() })
    const lines = stdout.trim().split('\n')
    expect(lines).toHaveLength(6)
    expect(lines[4]).toMatch(/^ {2}Tomás Arriaga \(.+\) .*disagreed.*, to .*Wanjiru Kamau: /)
    expect(lines[5]).toBe(`5 remarks on ${theme}`)
  })

  it('review walks through what is in doubt, and changes nothing where nothing is said', async () => {
    const program = install('review')
    const meeting = 'consultation-on-the-reopening-of-marrowick-harbour-2025-10-16'
    const child = spawn(process.execPath, [program, meeting], {
      env: environment(),
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    child.stdin.end('\n'.repeat(50))
    let text = ''
    for await (const part of child.stdout) text += part
    expect(text).toMatch(/Marrowick Harbour: \d+ doubts about words\n1 /)
  })

  it('follow prints each change, and goes on where it was', async () => {
    const program = install('follow')
    const place = environment().PLACE
    const lines = await linesOf(program, 3)
    expect(lines[0]).toMatch(/^1 \S+ created \w+ .*Marrowick Harbour/)
    expect(readFileSync(place, 'utf8')).toBe(lines.at(-1)?.split(' ')[0])

    writeFileSync(place, '2')
    expect((await linesOf(program, 1))[0]).toMatch(/^3 /)
  })

  /** The lines of a program that goes on until it is told to stop: so many or more. */
  async function linesOf(program: string, count: number): Promise<string[]> {
    const child = spawn(process.execPath, [program], { env: environment(), stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    let text = ''
    let told = false
    for await (const part of child.stdout) {
      text += part
      if (told || text.split('\n').length <= count) continue
      told = child.kill('SIGTERM') // once: a second one finds nobody at home
    }
    expect(await ended).toEqual([0, null])
    return text.trim().split('\n')
  }

  it.skipIf(!chromiumPath)('page shows the remarks on the theme that is chosen', async () => {
    const page = read('examples/page/index.html').replace(
      '</body>',
      `<script>
        new MutationObserver(() => {
          const lines = [...document.querySelectorAll('li')].map((item) => item.innerText)
          const status = document.querySelector('[role=status]').textContent
          if (status) fetch('/seen', { method: 'POST', body: JSON.stringify({ lines, status }) })
        }).observe(document.body, { childList: true, subtree: true, characterData: true })
      </script></body>`,
    )
    project.write('index.html', page)
    const seen = await seenBy(chromiumPath ?? '', project.folder, `index.html?api=${encodeURIComponent(server.url)}`)
    expect(seen).toMatchObject({ status: expect.stringMatching(/^\d+ remarks$/) })
    expect((seen as { lines: string[] }).lines).toHaveLength(Number.parseInt((seen as { status: string }).status, 10))
  })
})

describe('an editor', () => {
  const source = `
    import { createClient } from '@rapporteur/sdk'
    import { themeRemarks } from '@rapporteur/sdk/operations'
    const rapporteur = createClient({ url: '', operations: { themeRemarks } })
    const { theme } = await rapporteur.themeRemarks({ slug: '', filter: { attribution: [] } })
    theme?.remarks.nodes.map((remark) => remark.speakerAsPrinted)
    rapporteur.paginate(themeRemarks, { slug: '' })`
  const shown = (word: string) => editor(source, project.folder).documentationOf(word)

  it.each([
    ['speakerAsPrinted', () => firstSentence(described('Remark', 'speakerAsPrinted'))],
    ['attribution', () => firstSentence(described('RemarkFilter', 'attribution'))],
  ])("shows the schema's description of %s", (word, description) => {
    expect(description()).not.toBe('')
    expect(shown(word)).toBe(description())
  })

  it('shows what an operation gives, and what a method does', () => {
    expect(shown('themeRemarks')).toMatch(/^What was said on a theme, /)
    expect(shown('paginate')).toMatch(/^Iterates over the nodes of every page /)
  })
})

describe('the compiler', () => {
  it('says of a mistake what to write instead', () => {
    const { messages } = editor(
      `import { createClient, graphql } from '@rapporteur/sdk'
       graphql(\`{ remarks { nodes { acts { verb } } } }\`)
       graphql(\`{ meetings(first: "2") { totalCount } }\`)
       const Named = graphql(\`fragment Named on Person { name }\`)
       createClient({ url: '' }).query(Named)
       export {}`,
      project.folder,
    ).compile()
    expect(messages).toEqual([
      expect.stringContaining(
        'Remark has no field \\"acts\\", but Response has: ask in \\"... on Response { acts }\\".',
      ),
      expect.stringContaining('Query.meetings(first:) takes Int, not a string.'),
      expect.stringContaining('This is a fragment: spread it in a query, and send that.'),
    ])
  })

  const inline = fiftyQueries.map((query, index) => `const Q${index} = graphql(\`${query}\`);\n`).join('')
  const used = fiftyQueries
    .map((query, index) => `(await client.query(Q${index}, {} as never)).${/^ {4}(\w+)/m.exec(query)?.[1]};\n`)
    .join('')
  const source = `
    import { createClient, graphql } from '@rapporteur/sdk'
    const client = createClient({ url: '' })
    ${inline}${used}
    export {}`

  // 83,000 when this was written (TypeScript 6.0.3); `npm run bench:sdk-types` has the times.
  it('reads fifty inline queries without making types by the hundred thousand', () => {
    const { messages, instantiations } = editor(source, project.folder).compile()
    expect(messages).toEqual([])
    expect(instantiations).toBeGreaterThan(10_000)
    expect(instantiations).toBeLessThan(95_000)
  })
})

function described(type: string, field: string): string {
  const found = buildSchema(read('schema.graphql')).getType(type)
  const fields = isInterfaceType(found) || isInputObjectType(found) ? found.getFields() : {}
  return fields[field]?.description ?? ''
}

describe('the package', () => {
  it('is small, for a browser, for an editor and for a disk', async () => {
    const client = `
      import { createClient } from '@rapporteur/sdk'
      import { themeRemarks } from '@rapporteur/sdk/operations'
      export const rapporteur = createClient({ url: '/graphql', operations: { themeRemarks } })`
    const inline = `
      import { createClient, graphql } from '@rapporteur/sdk'
      export const rapporteur = createClient({ url: '/graphql' })
      export const Titles = graphql('{ meetings { nodes { title } } }')`
    const declarations = readdirSync(join(project.installed, 'dist')).filter((file) => file.endsWith('.d.ts'))
    const sizes = {
      'client and one operation, in one file, minified and gzipped': gzipSync(await bundled(project.folder, client))
        .length,
      'client and graphql, of what is loaded at once': await loadedSize(project.folder, inline),
      'declarations, gzipped': declarations
        .map((file) => gzipSync(readFileSync(join(project.installed, 'dist', file))).length)
        .reduce((sum, size) => sum + size, 0),
      tarball: project.tarballSize,
    }
    console.table(sizes)

    expect(sizes['client and one operation, in one file, minified and gzipped']).toBeLessThanOrEqual(2_900)
    expect(sizes['client and graphql, of what is loaded at once']).toBeLessThanOrEqual(2_900)
    expect(sizes['declarations, gzipped']).toBeLessThanOrEqual(36_000)
    expect(sizes.tarball).toBeLessThanOrEqual(60_000)
  })

  it('brings only the operations that are imported', async () => {
    const bundle = await bundled(
      project.folder,
      `
      import { meetings } from '@rapporteur/sdk/operations'
      export const text = String(meetings)`,
    )
    expect(bundle).toContain('query meetings(')
    expect(bundle.match(/(query|mutation|subscription) \w+\(/g)).toEqual(['query meetings('])
  })

  it('holds its programs, their types, and what is to be read', () => {
    const [programs, others] = [readdirSync(join(project.installed, 'dist')), readdirSync(project.installed)]
    expect(others.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json'])
    expect(programs.filter((file) => !/\.(js|js\.map|d\.ts)$/.test(file))).toEqual([])
    for (const name of ['index', 'operations', 'subscription'])
      expect(programs).toEqual(expect.arrayContaining([`${name}.js`, `${name}.d.ts`]))
  })

  it('depends on nothing, and imports nothing', async () => {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(project.installed, 'package.json'), 'utf8'))
    expect([dependencies, peerDependencies]).toEqual([undefined, undefined])
    for (const file of readdirSync(join(project.installed, 'dist'))) {
      const text = readFileSync(join(project.installed, 'dist', file), 'utf8')
      const imported = Array.from(
        text.matchAll(/^import .* from ["'](.*)["']|import\(["'](.*)["']\)/gm),
        ([, from, loaded]) => from ?? loaded,
      )
      expect(imported.filter((from) => !from?.startsWith('./'))).toEqual([])
    }
  })

  it('names each ready operation in its README', async () => {
    const operations = readdirSync(join(root, 'sdk/operations')).map((file) => file.replace('.graphql', ''))
    const readme = read('sdk/README.md')
    expect(operations.filter((name) => !new RegExp(`^\\|[^|]*\`${name}\``, 'm').test(readme))).toEqual([])
  })
})
