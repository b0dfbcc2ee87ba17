// The servers that are timed, each as one process on a port of its own.
import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dataOf, questionOf } from './questions.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const peer = (name, path = '/graphql') => ({ args: [join(here, 'peers', `${name}.mjs`)], path, env: {} })
const project = (env, more = {}) => ({
  args: [join(here, '..', 'bin', 'rapporteur.js'), 'serve'],
  path: '/graphql',
  env: { RAPPORTEUR_CHANGES_DAYS: '0', ...env }, // nothing is written
  ...more,
})

const known = {
  floor: peer('floor'),
  postgraphile: peer('postgraphile'),
  mercurius: peer('mercurius'),
  'mercurius with its cache': { ...peer('mercurius'), env: { CACHE: 'on' } },
  apollo: peer('apollo', '/'),
  rapporteur: project({}),
  'rapporteur, no memory': project({ RAPPORTEUR_ANSWER_MEMORY_BYTES: '0' }),
  'rapporteur, ordinary': project({ RAPPORTEUR_READ_PATH: 'off' }),
  'rapporteur, unchanged': project({}, { unchanged: true }),
  'rapporteur, embedded': project({}, { embedded: true }),
}
export const serverNames = Object.keys(known)

/** All but the one whose archive is in a folder, which takes longer to load: that is asked for by its name. */
export const usualNames = serverNames.filter((name) => !known[name].embedded && name !== 'mercurius with its cache')

/** Starts a server on a database; resolves when it gives an answer. Its complaints go to a file in `logs`. */
export async function startServer(name, { question, database, dataDir, port, logs }) {
  const { args, path, env, unchanged = false, embedded = false } = known[name]
  const log = openSync(join(logs, `${name.replace(/\W+/g, '-')}.log`), 'a')
  const archive = embedded ? { RAPPORTEUR_DATA_DIR: dataDir, DATABASE_URL: undefined } : { DATABASE_URL: database }
  const settings = {
    NODE_ENV: 'production',
    GRAPHILE_ENV: 'production',
    PORT: String(port),
    QUESTION: question,
    ...archive,
  }
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...settings, ...env },
    stdio: ['ignore', log, log],
  })
  const server = {
    name,
    pid: child.pid,
    url: `http://127.0.0.1:${port}${path}`,
    path,
    unchanged,
    embedded,
    question: question === 'zipf' ? undefined : questionOf(question, name),
    stop: () => child.kill('SIGKILL'),
  }
  for (let left = 300; ; left--) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}: see ${logs}`)
    try {
      await ask(server, { slug: 'none' })
      return server
    } catch (error) {
      if (left === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

export const headers = { 'content-type': 'application/json', accept: 'application/json' }
export const bodyOf = ({ question }, variables) =>
  JSON.stringify({ query: question?.query ?? '{ __typename }', variables })

/** The same by GET, as a client repeats it that has the answer: with the tag that it came with. */
export async function repeatedOf(server, variables) {
  const parameters = new URLSearchParams({ query: server.question.query, variables: JSON.stringify(variables) })
  const path = `${server.path}?${parameters}`
  const accept = { accept: headers.accept }
  const response = await fetch(new URL(path, server.url), { headers: accept })
  await response.text()
  const tag = response.headers.get('etag')
  if (!tag) throw new Error(`${server.name} gives no tag.`)
  return { method: 'GET', path, headers: { ...accept, 'if-none-match': tag } }
}

export async function ask(server, variables) {
  const response = await fetch(server.url, { method: 'POST', headers, body: bodyOf(server, variables) })
  const text = await response.text()
  if (response.status === 503) throw new Error('It is not ready.')
  return text
}

/** All pages of the answer about one subject: the variables of each, and its data. */
export async function pagesOf(server, slug) {
  const { nextPage } = server.question
  const pages = []
  for (let after = null; ; ) {
    const variables = after === null ? { slug } : { slug, after }
    const data = dataOf(await ask(server, variables))
    pages.push({ variables, data })
    after = nextPage?.(data) ?? null
    if (after === null) return pages
  }
}
