import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSchema } from 'graphql'
import { schema } from '../src/schema/schema.js'
import { breachesOf, unexcused } from './contract.js'
import { folderFactsSchema } from './folder-facts-schema.js'
import { meetingRecordSchema } from './meeting-record-schema.js'
import { printedSchema } from './printed-schema.js'
import { proposalSchema } from './proposal-schema.js'
import { undeclaredChanges } from './undeclared-changes.js'

/**
 * Checks the schema against the committed files, the contract and the last release. Lists the problems and exits with 1 if there
 * are any.
 */
process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const read = (path: string) => readFileSync(path, 'utf8')

const problems = [...staleFiles(), ...brokenContract(), ...brokenRelease()]
for (const problem of problems) console.error(`✗ ${problem}`)
if (problems.length > 0) process.exitCode = 1
else console.log('The schema is the one in schema.graphql, keeps the contract, and breaks nothing undeclared.')

function staleFiles(): string[] {
  const printed = {
    'schema.graphql': printedSchema(schema),
    'docs/meeting-record.schema.json': meetingRecordSchema(),
    'docs/rapporteur.schema.json': folderFactsSchema(),
    'docs/proposal.schema.json': proposalSchema(),
  }
  return Object.entries(printed)
    .filter(([path, text]) => !existsSync(path) || read(path) !== text)
    .map(([path]) => `${path} is not what the code prints: run \`npm run schema\`.`)
}

function brokenContract(): string[] {
  const breaches = breachesOf(buildSchema(read('docs/contract.graphql')), schema)
  const lines = read('docs/contract-not-yet.txt').split('\n')
  return unexcused(breaches, lines).map((breach) => `docs/contract.graphql: ${breach}`)
}

function brokenRelease(): string[] {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' })
  const [tag] = git('tag', '--list', '@rapporteur/sdk@*', '--sort=-v:refname').split('\n')
  if (!tag) return []
  const changesets = existsSync('.changeset') ? readdirSync('.changeset').filter((name) => name.endsWith('.md')) : []
  return undeclaredChanges(
    buildSchema(git('show', `${tag}:schema.graphql`)),
    schema,
    changesets.map((name) => read(`.changeset/${name}`)),
    JSON.parse(read('sdk/package.json')).version,
  ).map((change) => `since ${tag}, without a changeset that declares it: ${change}`)
}
