import { once } from 'node:events'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, inject, it } from 'vitest'
import { commandHere } from '../support/command-here.js'
import { programInPlaces, type Running } from '../support/program.js'
import { sample } from '../support/server.js'
import { until } from '../support/until.js'

const at = programInPlaces()

const ask = async (server: Running, query: string): Promise<unknown> => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return response.json()
}
const titles = (server: Running) => ask(server, '{ allSeries { nodes { slug } } meetings { nodes { title } } }')
const archiveOf = (series: string, title: string) => ({
  data: { allSeries: { nodes: [{ slug: series }] }, meetings: { nodes: [{ title }] } },
})
const sampleTitle = 'Consultation on the Reopening of Marrowick Harbour'
const ownRecord = readFileSync(sample, 'utf8').replaceAll('Marrowick', 'Sandwick')
const ownTitle = sampleTitle.replace('Marrowick', 'Sandwick')

const oneLine = /^[A-Z][^\n]+\.\n$/

// Before it opens any database, which is the same with each.
describe.runIf(inject('backend') === 'embedded')('a server that cannot start', () => {
  it('says in one line that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = String(typeof address === 'object' ? address?.port : address)
    const cwd = at.places.empty()
    const { status, stdout, stderr } = await at.rapporteur.run(['serve', '--port', port], { cwd })
    other.close()
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(oneLine)
    expect(stderr).toContain(`Port ${port} of 127.0.0.1 is in use.`)
  })

  it.each([
    ['nothing listens there', '127.0.0.1:1', 'nothing listens there'],
    // A name that no resolver has to be asked for: its label is too long.
    ['there is no such host', `${'a'.repeat(64)}.invalid:5432`, 'there is no such host'],
  ])('says in one line, without the password, that %s', async (_name, host, reason) => {
    const env = { DATABASE_URL: `postgresql://me:secret@${host}/records` }
    const { status, stdout, stderr } = await at.rapporteur.run(['serve', '--port', '0'], {
      cwd: at.places.empty(),
      env,
    })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(oneLine)
    expect(stderr).toContain(`postgresql://me@${host}/records`)
    expect(stderr).toContain(reason)
    expect(stderr).not.toContain('secret')
  })

  it('gives up on what listens there and never answers', async () => {
    const silent = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const address = silent.address()
    const port = typeof address === 'object' ? address?.port : 0
    const env = { DATABASE_URL: `postgresql://me@127.0.0.1:${port}/records` }
    const { status, stderr } = await commandHere(['ingest', '-'], {
      cwd: at.places.empty(),
      env,
      input: ownRecord,
    })
    silent.close()
    expect(status).toBe(1)
    expect(stderr).toMatch(/^Cannot open the database .+: no answer from a Postgres server in time\.\n$/)
  })
})

describe('a server on the database of this run', () => {
  it('ends all that is under way at SIGTERM, takes nothing new, and exits with 0', async () => {
    const { cwd, env } = await at.places.archive()
    const server = await at.rapporteur.serve({ cwd, env }, '--no-sample')
    const body = JSON.stringify({ query: '{ __typename meetings { nodes { title } } }' })
    const requests = await Promise.all(Array.from({ length: 50 }, () => unfinished(server, body)))
    server.signal('SIGTERM')
    await refused(server)
    for (const request of requests) request.write(body.slice(-1))
    for (const answer of await Promise.all(requests.map((request) => text(request))))
      expect(answer).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*connection: close[\s\S]*"__typename":"Query"/i)
    expect(await server.ended).toMatchObject({ status: 0, stderr: '' })
  })

  it('ends at once at the second signal', async () => {
    const { cwd, env } = await at.places.archive()
    const server = await at.rapporteur.serve({ cwd, env }, '--no-sample')
    const request = await unfinished(server, '{}')
    server.signal('SIGTERM')
    await refused(server)
    server.signal('SIGTERM')
    expect((await server.ended).status).toBe(1)
    request.destroy()
  })
})

/** A request of which all but the last byte was sent; resolves once the server has seen it. */
async function unfinished({ url }: Running, body: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname).on('error', () => {}) // a server that ends at once resets it
  const headers = [
    'POST /graphql HTTP/1.1',
    `host: ${hostname}:${port}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
    'expect: 100-continue',
  ]
  socket.write(`${headers.join('\r\n')}\r\n\r\n`)
  const [interim] = await once(socket, 'data')
  expect(String(interim)).toContain('100 Continue')
  socket.write(body.slice(0, -1))
  return socket
}

/** Resolves once the server takes no more connections, which it says in no other way. */
async function refused({ url }: Running): Promise<void> {
  const { hostname, port } = new URL(url)
  const isRefused = async () => {
    const socket = connect(Number(port), hostname)
    const answer = new Promise<boolean>((resolve) => {
      socket.on('connect', () => resolve(false)).on('error', () => resolve(true))
    })
    return answer.finally(() => socket.destroy())
  }
  await until(isRefused, (refused) => refused)
}

// The folder of the embedded database; with Postgres there is none.
if (inject('backend') === 'embedded') {
  describe('a server on the embedded database', () => {
    it('starts from nothing with the sample, and says where it is and where the key lies', async () => {
      const cwd = at.places.empty()
      const server = await at.rapporteur.serve({ cwd })
      expect(await titles(server)).toEqual(archiveOf('sample', sampleTitle))
      const key = /Key\s+(.+) \(/.exec(server.stdout())?.[1] ?? ''
      expect(key).toBe(join(cwd, '.rapporteur', 'admin-key'))
      expect(statSync(key).mode & 0o777).toBe(0o600)
      expect(server.stdout()).not.toContain(readFileSync(key, 'utf8').trim())
      server.signal('SIGTERM')
      expect((await server.ended).status).toBe(0)
    })

    it('is alone in its folder, and takes the records that the command line reads meanwhile', async () => {
      const cwd = await at.places.embedded()
      const server = await at.rapporteur.serve({ cwd })
      const second = await at.rapporteur.run(['serve', '--port', '0'], { cwd })
      expect(second).toMatchObject({ status: 1, stdout: '' })
      expect(second.stderr).toMatch(oneLine)
      expect(second.stderr).toContain(`in use by process ${server.pid} (${server.url})`)

      writeFileSync(join(cwd, 'own.txt'), ownRecord)
      const dry = await commandHere(['ingest', 'own.txt', '--series', 'Council', '--dry-run'], { cwd })
      expect(dry).toMatchObject({ status: 0, stderr: '' })
      expect(dry.stdout).toContain('The sample record would make room')
      expect(await titles(server)).toEqual(archiveOf('sample', sampleTitle))

      const real = await at.rapporteur.run(['ingest', 'own.txt', '--series', 'Council'], { cwd })
      expect(real).toMatchObject({ status: 0, stderr: '' })
      expect(real.stdout).toMatch(/^own\.txt: created [\s\S]+\nThe sample record made room/)
      expect(await titles(server)).toEqual(archiveOf('council', ownTitle))

      const failing = await commandHere(['ingest', 'absent.txt', '-'], { cwd, input: 'Dear all' })
      expect(failing.status).toBe(1)
      expect(failing.stderr).toMatch(
        /^absent\.txt: failed\. .+\.\n-: failed\. .+ does not look like the record of a meeting: .+\.\n$/,
      )
      server.signal('SIGTERM')
      await server.ended
    })

    it('is found by RAPPORTEUR_URL, and refuses to write without a key that may', async () => {
      const server = await at.rapporteur.serve({ cwd: await at.places.embedded() }, '--no-sample')
      const elsewhere = { cwd: at.places.empty(), input: ownRecord }
      const without = await commandHere(['ingest', '-'], { ...elsewhere, env: { RAPPORTEUR_URL: server.url } })
      expect(without).toMatchObject({ status: 1, stdout: '' })
      expect(without.stderr).toMatch(/^The server at .+ refused: This needs a key\. .+\.\n$/)
      server.signal('SIGTERM')
      await server.ended
      const gone = await commandHere(['ingest', '-'], { ...elsewhere, env: { RAPPORTEUR_URL: server.url } })
      expect(gone.stderr).toMatch(/^Cannot reach the server at .+\.\n$/)
    })

    it('starts again after it was killed, with every record that was read', async () => {
      const cwd = await at.places.embedded()
      const server = await at.rapporteur.serve({ cwd }, '--no-sample')
      await commandHere(['ingest', '-', '--series', 'Council'], { cwd, input: ownRecord })
      server.signal('SIGKILL')
      await server.ended
      const next = await at.rapporteur.serve({ cwd })
      expect(next.pid).not.toBe(server.pid)
      expect(await titles(next)).toEqual(archiveOf('council', ownTitle))
      next.signal('SIGTERM')
      await next.ended
    })
  })
}
