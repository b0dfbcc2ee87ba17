// Publishes the SDK: `npm run release`, which the workflow of that name calls when a pull request with a new version is merged.
//
// npm takes a statement of provenance only for a package that names the repository which it was built in. The workflow knows
// that address; no file here does, so that a copy of the repository, or one that has moved, can publish too.
import { run } from './build.mjs'

const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env
if (repository)
  await run('npm', [
    'pkg',
    'set',
    '--workspace=sdk',
    'repository.type=git',
    `repository.url=git+${server}/${repository}.git`,
    'repository.directory=sdk',
  ])
await run('npm', ['run', '--silent', 'build'])
await run('npm', ['run', '--silent', 'check', '--workspace', 'sdk'])
await run('changeset', ['publish'])
