// Installs the packed server into an empty folder, as its users do, and asks it for the sample. Needs what `npm run build` makes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './build.mjs'

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-package-'))
try {
  await install()
  console.log(`The packed server, in an empty folder, has read the sample: ${await firstTitle()}.`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The server with the reader it was built with, which need not be published yet; all else is from the registry or its cache. */
async function install() {
  const packed = join(folder, 'packed')
  mkdirSync(packed)
  await run('npm', [
    'pack',
    '--silent',
    '--pack-destination',
    packed,
    '--workspace',
    'reader',
    '--include-workspace-root',
  ])
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const tarballs = readdirSync(packed).map((name) => `./packed/${name}`)
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', ...tarballs], {
    cwd: folder,
  })
}

/** The title of the first meeting that `npx rapporteur` serves. */
async function firstTitle() {
  const server = spawn('npx', ['--no-install', 'rapporteur', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true, // npx starts the server as a child, which a signal has to reach too
  })
  const ended = once(server, 'close')
  try {
    const url = await addressSaidBy(server)
    const answer = await fetch(`${url}/graphql?query={meetings{nodes{title}}}`, {
      headers: { accept: 'application/json' },
    })
    const { data } = await answer.json()
    return data.meetings.nodes[0].title
  } finally {
    process.kill(-server.pid, 'SIGTERM')
    await ended
  }
}

async function addressSaidBy({ stdout }) {
  let said = ''
  for await (const part of stdout.setEncoding('utf8')) {
    said += part
    const url = /GraphiQL\s+(http:\S+)\/graphql/.exec(said)?.[1]
    if (url) return url
  }
  throw new Error(`The server ended without saying where it is: ${said}`)
}
