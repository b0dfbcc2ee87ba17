import { readFileSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import { commandHere } from '../support/command-here.js'
import { type Events, subscribe } from '../support/events.js'
import { programInPlaces, type Running } from '../support/program.js'
import { sample } from '../support/server.js'

const at = programInPlaces()

const Changes = 'subscription ($after: String) { changes(after: $after) { sequence subject { id } } }'
const follow = ({ url }: Running, after: string | null) => subscribe(`${url}/graphql`, Changes, { after })
const record = readFileSync(sample, 'utf8')

/** The numbers of all changes there are, as the list of them has it. */
async function listed({ url }: Running): Promise<string[]> {
  const all: string[] = []
  for (;;) {
    const query = `{ changes(first: 100, after: "${all.at(-1) ?? 0}") { nodes { sequence } } }`
    const response = await fetch(`${url}/graphql?${new URLSearchParams({ query })}`)
    const { data } = (await response.json()) as { data: { changes: { nodes: { sequence: string }[] } } }
    if (data.changes.nodes.length === 0) return all
    all.push(...data.changes.nodes.map(({ sequence }) => sequence))
  }
}

const sequenceOf = (event: unknown) => (event as { data: { changes: { sequence: string } } }).data.changes.sequence

/** The numbers of the next events, up to this one. */
async function upTo(events: Events, last: string | undefined): Promise<string[]> {
  const taken: string[] = []
  while (taken.at(-1) !== last) taken.push(sequenceOf(await events.next()))
  return taken
}

describe('a subscription over servers that stop and start', () => {
  it('loses nothing and tells nothing twice, whoever writes meanwhile', async () => {
    const archive = await at.places.archive()
    // A stream that is not cut at once, but with what is under way, would outlast this test.
    const env = { ...archive.env, RAPPORTEUR_DRAIN_MS: '300000' }
    const serve = () => at.rapporteur.serve({ ...archive, env }, '--no-sample')
    // On Postgres another server writes; the embedded database has one owner, and while it is away the command line writes.
    const other = inject('backend') === 'postgres' ? await serve() : undefined
    const through: Record<string, string> = other
      ? { RAPPORTEUR_URL: other.url, RAPPORTEUR_API_KEY: await writeKey(archive) }
      : {}
    const write = async (name: string) => {
      const input = record.replaceAll('Marrowick', name)
      const env = { ...(other ? {} : archive.env), ...through }
      const { status, stderr } = await commandHere(['ingest', '-'], { cwd: archive.cwd, env, input })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    }

    const server = await serve()
    const before = await follow(server, null)
    await write('Sandwick')
    const first = await listed(server)
    expect(first.length).toBeGreaterThan(5)
    expect(await upTo(before, first.at(-1))).toEqual(first)

    server.signal('SIGTERM')
    await expect(before.next()).rejects.toThrow() // cut; an end would say that there is nothing more to come
    expect(await server.ended).toMatchObject({ status: 0, stderr: '' })
    await write('Portwick')

    const next = await serve()
    const after = await follow(next, first.at(-1) ?? null)
    await write('Northwick')
    const all = await listed(other ?? next)
    expect([...first, ...(await upTo(after, all.at(-1)))]).toEqual(all)
    after.leave()
    for (const running of [next, ...(other ? [other] : [])]) {
      running.signal('SIGTERM')
      expect(await running.ended).toMatchObject({ status: 0, stderr: '' })
    }
  })
})

async function writeKey({ cwd, env }: { cwd: string; env: Record<string, string> }): Promise<string> {
  const { stdout, stderr } = await commandHere(['key', 'create', '--name', 'tests', '--scope', 'write'], {
    cwd,
    env,
  })
  const [key = ''] = stdout.split('\n')
  expect({ key, stderr }).toEqual({ key: expect.stringMatching(/^rap_/), stderr: '' })
  return key
}
