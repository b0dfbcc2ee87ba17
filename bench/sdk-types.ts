// How long the compiler takes for 50 queries that the SDK's graphql(...) types as they are written, beside the same 50 typed
// by a code generator before: a project of each, in turns.
//
//     npm run bench:sdk-types -- [--rounds 5]
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { fiftyQueries as queries } from '../tests/sdk/fifty-queries.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } })

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-types-'))

const head = "import { createClient, graphql, type TypedDocument } from '@rapporteur/sdk'\n"
const rest = 'export { createClient, graphql }\nexport type Typed = TypedDocument<unknown, never>\n'
const client = "const client = createClient({ url: '/graphql' })\n"
/** What a program does with its documents, the same for both. */
const use = queries
  .map((query, index) => {
    const field = /^ {4}(\w+)/m.exec(query)?.[1]
    return `export const use${index} = async (...rest: Rest<typeof Q${index}>) => (await client.query(Q${index}, ...rest)).${field}\n`
  })
  .join('')
const restType =
  "import type { CallArguments, VariablesOf } from '@rapporteur/sdk'\ntype Rest<Document> = CallArguments<VariablesOf<Document>>\n"

/** What the SDK's own generator makes of the queries, which it also validates. */
function generated(): string {
  const config = join(folder, 'codegen.ts')
  const output = join(folder, 'generated.ts')
  queries.forEach((query, index) => {
    writeFileSync(join(folder, `Q${index}.graphql`), `# A query.\n${query}\n`)
  })
  writeFileSync(
    config,
    `import config from ${JSON.stringify(join(root, 'codegen.ts'))}
     const [made] = Object.values(config.generates)
     export default { ...config, documents: ${JSON.stringify(`${folder}/*.graphql`)}, generates: { ${JSON.stringify(output)}: made } }`,
  )
  execFileSync('npx', ['graphql-codegen', '--config', config], { cwd: root, stdio: 'pipe' })
  return readFileSync(output, 'utf8')
    .replace(/^import .*/gm, '')
    .replace(/^export const/gm, 'const')
}

const inline = queries.map((query, index) => `const Q${index} = graphql(\`${query}\`)\n`).join('')
const programs: Record<string, string> = {
  'nothing but the client': [head, client, rest].join(''),
  '50 of codegen': [head, restType, client, generated(), '\n', use, rest].join(''),
  '50 of graphql(...)': [head, restType, client, inline, use, rest].join(''),
}

execFileSync('npm', ['run', '--silent', 'build', '--workspace', 'sdk'], { cwd: root, stdio: 'ignore' })
writeFileSync(
  join(folder, 'cpu.cjs'),
  "process.on('exit', () => console.log('CPU time: ' + process.cpuUsage().user / 1e6))",
)
const names = Object.keys(programs)
for (const [index, name] of names.entries()) {
  const project = join(folder, String(index))
  mkdirSync(join(project, 'node_modules/@rapporteur'), { recursive: true })
  symlinkSync(join(root, 'sdk'), join(project, 'node_modules/@rapporteur/sdk'))
  writeFileSync(join(project, 'index.ts'), programs[name] ?? '')
  const compilerOptions = {
    strict: true,
    target: 'es2022',
    module: 'nodenext',
    types: [],
    noEmit: true,
    skipLibCheck: true,
  }
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['index.ts'] }))
}

const median = (all: number[]) => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0

interface Run {
  instantiations: number
  check: number
  /** Seconds of CPU for the whole run: they depend less than those of a clock on what else the machine does. */
  cpu: number
}

function compile(index: number): Run {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const args = ['--require', join(folder, 'cpu.cjs'), tsc, '-p', join(folder, String(index)), '--extendedDiagnostics']
  let told: string
  try {
    told = execFileSync(process.execPath, args, { encoding: 'utf8' })
  } catch (error) {
    throw new Error(String((error as { stdout?: string }).stdout))
  }
  const of = (name: string) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(told)?.[1])
  return { instantiations: of('Instantiations'), check: of('Check time'), cpu: of('CPU time') }
}

const runs = names.map((): Run[] => [])
for (let round = 0; round < Number(values.rounds); round++)
  for (const [index, all] of runs.entries()) all.push(compile(index))
rmSync(folder, { recursive: true })

const [, codegenRuns = []] = runs
const of = (all: Run[], key: keyof Run) => median(all.map((run) => run[key]))
const table = [
  '# Fifty queries, typed as they are written and by a code generator',
  '',
  `TypeScript ${JSON.parse(readFileSync(join(root, 'node_modules/typescript/package.json'), 'utf8')).version}, strict; medians of ${values.rounds} runs in turns; CPU of the whole \`tsc\` (bench/sdk-types.ts).`,
  '',
  '    npm run bench:sdk-types',
  '',
  '| project | instantiations | check s | CPU s | × codegen |',
  '|---|---|---|---|---|',
  ...runs.map((all, index) => {
    const cells = [
      names[index],
      of(all, 'instantiations').toLocaleString('en'),
      of(all, 'check').toFixed(2),
      of(all, 'cpu').toFixed(2),
      (of(all, 'cpu') / of(codegenRuns, 'cpu')).toFixed(2),
    ]
    return `| ${cells.join(' | ')} |`
  }),
  '',
].join('\n')
writeFileSync(join(root, 'bench/results/sdk-types.md'), table)
console.log(table)
