import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'
import { buildSchema, isInputObjectType, isInterfaceType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstSentence } from '../../scripts/described-types.js'
import { startServer } from '../support/server.js'
import { codeBlocks } from './code-blocks.js'
import { type ConsumerProject, consumerProject } from './consumer-project.js'
import { documentationOf } from './editor.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const blocks = codeBlocks(join(root, 'sdk'))
const theme = 'depth-of-the-channel'
const sample = read('sample/harbour-consultation.txt')

let project: ConsumerProject
let server: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  server = await startServer()
  project = consumerProject()
  for (const name of ['report.ts', 'mistakes.ts', 'shapes.ts']) project.write(name, read(`sdk/tests/${name}`))
  project.write('alike.ts', alike())
  for (const { name, code } of blocks) project.write(`${name}.ts`, `export {}\n${forServer(code)}`)
  project.compile('nodenext', '--outDir', 'out')
})

afterAll(async () => {
  project?.remove()
  await server?.close()
})

/** The documentation's server is on port 4000; the test's is wherever there was room. */
const forServer = (code: string) => code.replaceAll('http://localhost:4000/graphql', server.url)

/** What a module of the project prints when Node runs it; `code` sees what it exports. */
async function printed(name: string, code = ''): Promise<string> {
  const script = `const { report, tryRecord } = await import('./out/${name}.js')\n${code}`
  const args = ['--input-type=module', '--eval', script]
  return (await promisify(execFile)(process.execPath, args, { cwd: project.folder })).stdout
}

/** A module that holds each ready operation, written inline, to the types that the code generator gave it. */
function alike(): string {
  const names = readdirSync(join(root, 'sdk/operations')).map((file) => file.replace('.graphql', ''))
  return [
    "import { graphql, type ResultOf, type VariablesOf } from '@rapporteur/sdk'",
    "import type * as ready from '@rapporteur/sdk/operations'",
    'type Alike<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false',
    // Inline documents take lists that may not be changed too, and ids as strings.
    'type Mutable<T> = T extends readonly (infer Item)[] ? Mutable<Item>[] : T extends Blob ? T : { -readonly [Key in keyof T]: Mutable<T[Key]> }',
    'type Fits<A, B> = [Mutable<A>] extends [B] ? Alike<keyof A, keyof B> : false',
    'const holds = <_Holds extends true>(): void => {}',
    ...names.flatMap((name) => [
      `const ${name} = graphql(\`${read(`sdk/operations/${name}.graphql`).replaceAll('`', "'")}\`)`,
      `holds<Alike<ResultOf<typeof ${name}>, ResultOf<typeof ready.${name}>>>()`,
      `holds<Fits<VariablesOf<typeof ${name}>, VariablesOf<typeof ready.${name}>>>()`,
    ]),
  ].join('\n')
}

describe('a project with nothing but the tarball', () => {
  it.each(['bundler', 'nodenext'] as const)(
    'compiles under strict, library checks and all, with moduleResolution %s',
    (resolution) => {
      expect(project.compile(resolution, '--noEmit')).toBe('')
    },
  )

  it('gets from a live server the same by a ready operation, an inline query and page by page', async () => {
    const args = [server.url, server.apiKey, theme, sample].map((value) => JSON.stringify(value))
    const answer = JSON.parse(await printed('report', `console.log(JSON.stringify(await report(${args})))`))

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

  it.each(blocks.map(({ name, code }) => [name, code] as const))('runs the documentation: %s', async (name, code) => {
    const call = `console.log(await tryRecord(${JSON.stringify(server.apiKey)}, ${JSON.stringify(sample)}))`
    const text = await printed(name, code.includes('tryRecord') ? call : '')
    if (code.includes('console.log') || code.includes('tryRecord')) expect(text).not.toBe('')
    expect(text).not.toMatch(/undefined|\[object/)
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

  it.each([
    ['speakerAsPrinted', () => firstSentence(described('Remark', 'speakerAsPrinted'))],
    ['attribution', () => firstSentence(described('RemarkFilter', 'attribution'))],
  ])("shows the schema's description of %s", (word, description) => {
    expect(description()).not.toBe('')
    expect(documentationOf(word, source, project.folder)).toBe(description())
  })

  it('shows what an operation gives, and what a method does', () => {
    expect(documentationOf('themeRemarks', source, project.folder)).toMatch(/^What was said on a theme, /)
    expect(documentationOf('paginate', source, project.folder)).toMatch(/^Goes through every page /)
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
      'client and one operation, in one file, minified and gzipped': gzipSync(await bundled(client)).length,
      'client and graphql, of what is loaded at once': await loadedSize(inline),
      'declarations, gzipped': declarations
        .map((file) => gzipSync(readFileSync(join(project.installed, 'dist', file))).length)
        .reduce((sum, size) => sum + size, 0),
      tarball: project.tarballSize,
    }
    console.table(sizes)

    expect(sizes['client and one operation, in one file, minified and gzipped']).toBeLessThanOrEqual(3_000)
    expect(sizes['client and graphql, of what is loaded at once']).toBeLessThanOrEqual(3_200)
    expect(sizes['declarations, gzipped']).toBeLessThanOrEqual(30_000)
    expect(sizes.tarball).toBeLessThanOrEqual(60_000)
  })

  it('brings only the operations that are imported', async () => {
    const bundle = await bundled(`
      import { meetings } from '@rapporteur/sdk/operations'
      export const text = String(meetings)`)
    expect(bundle).toContain('query meetings(')
    expect(bundle.match(/(query|mutation|subscription) \w+\(/g)).toEqual(['query meetings('])
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

const bundling = (contents: string): BuildOptions & { write: false } => ({
  stdin: { contents, resolveDir: project.folder },
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
})

/** All of it in one file. */
async function bundled(contents: string): Promise<string> {
  return (await build(bundling(contents))).outputFiles[0]?.text ?? ''
}

/** Bytes, gzipped, of the files that are loaded before anything runs; what is imported later is in others. */
async function loadedSize(contents: string): Promise<number> {
  const { outputFiles } = await build({ ...bundling(contents), splitting: true, outdir: 'out', entryNames: 'entry' })
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
  const loaded = new Set(['entry.js'])
  for (const name of loaded)
    for (const [, imported = ''] of texts.get(name)?.matchAll(/(?:from|import)"\.\/([^"]+)"/g) ?? [])
      loaded.add(imported)
  return [...loaded].reduce((sum, name) => sum + gzipSync(texts.get(name) ?? '').length, 0)
}
