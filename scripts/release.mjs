// Publishes the reader and the SDK: `npm run release`, which the workflow of that name calls when a pull request with a new version is merged.
//
// npm takes a statement of provenance only for a package that names the repository which it was built in. The workflow knows
// that address; no file here does, so that a copy of the repository, or one that has moved, can publish too.
import { run } from './build.mjs'

const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env
const packages = ['reader', 'sdk']
for (const name of repository ? packages : [])
  await run('npm', [
    'pkg',
    'set',
    `--workspace=${name}`,
    'repository.type=git',
    `repository.url=git+${server}/${repository}.git`,
    `repository.directory=${name}`,
  ])
await run('npm', ['run', '--silent', 'build'])
for (const name of packages) await run('npm', ['run', '--silent', 'check', '--workspace', name])
await run('changeset', ['publish'])
