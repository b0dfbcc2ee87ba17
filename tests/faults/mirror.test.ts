import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { programInPlaces } from '../support/program.js'
import { until } from '../support/until.js'
import { dice, report, runs } from './runs.js'

const minutes = (month: number, chair: string, words: string) => `# Harbour board

Date: 2021-0${month}-04

Present: ${chair}, Bo Lind, Cy Quist

## Dredging

${chair}: ${words}

Bo Lind: It was dredged last year.
`

/** The commands of a round: whatever a round was killed in may be repeated by the next. */
const commands = (round: number) =>
  [
    ['ingest', 'one.md', 'two.md', 'three.md', '--series', 'Board'],
    ['merge', 'people', 'a-mossberg', '--into', 'ada-moss', '--reason', 'One person.'],
    ['rename', 'bo-lind', `Bo Lindqvist ${round}`, '--reason', 'As in the register.'],
    ['retract', 'harbour-board-2021-02-04', '--reason', 'A draft.'],
    ['restore', 'harbour-board-2021-02-04', '--reason', 'Approved.'],
    ['retract', 'harbour-board-2021-03-04', '--reason', 'A draft.'],
    ['erase', 'cy-quist', '--reason', 'Asked for.'],
  ] as const

const at = programInPlaces()
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rapporteur-mirror-')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const mirrorOf = (url: string) => {
  const script = fileURLToPath(new URL('../support/mirror.mjs', import.meta.url))
  const child = spawn(process.execPath, [script, url, folder], { stdio: 'ignore' })
  return async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

it('a copy that begins with a snapshot and follows the feed is equal to the archive, whichever of the two is killed', async () => {
  const { cwd, env } = await at.places.archive()
  const { seed, between } = dice()
  const times = runs(2, 40)
  const options = { cwd, env: { ...env, RAPPORTEUR_SAMPLE: 'off' } }
  const run = (args: readonly string[]) => at.rapporteur.run(args, options)
  for (let round = 0; round <= times; round++) {
    writeFileSync(join(cwd, 'one.md'), minutes(1, 'Ada Moss', `The basin is full ${round}.`))
    writeFileSync(join(cwd, 'two.md'), minutes(2, 'A. Mossberg', 'Start before winter.'))
    writeFileSync(join(cwd, 'three.md'), minutes(3, 'Ada Moss', `It has started ${round}.`))
    const server = await at.rapporteur.serve(options)
    const kill = mirrorOf(server.url)
    const isLast = round === times
    for (const command of commands(round).slice(0, isLast ? 6 : 7)) {
      const running = run(command)
      if (isLast || command[0] === 'ingest') await running
      else if (between(0, 1) < 0.25) {
        await Promise.race([pause(between(0, 400)), running])
        if (between(0, 1) < 0.5) server.signal('SIGKILL')
        else await kill()
        await running
        break
      } else await running
    }
    if (!isLast) {
      await kill()
      server.signal('SIGKILL')
      await server.ended
      continue
    }
    const ask = async (path: string) => (await fetch(`${server.url}${path}`)).text()
    const { position } = JSON.parse((await ask('/export.ndjson')).split('\n')[0] ?? '') as { position: string }
    await until(
      async () => readdirSync(folder).includes('position') && readFileSync(join(folder, 'position'), 'utf8'),
      (seen) => seen === position,
    )
    const query = encodeURIComponent('{ meetings(first: 100) { nodes { slug } } }')
    const { data } = JSON.parse(await ask(`/graphql?query=${query}`)) as {
      data: { meetings: { nodes: { slug: string }[] } }
    }
    const source = await Promise.all(
      data.meetings.nodes.map(async ({ slug }) => (await ask(`/meetings/${slug}.json`)).trim()),
    )
    expect(source).toHaveLength(2)
    const copies = readdirSync(folder).filter((name) => name.endsWith('.json'))
    expect(copies.map((name) => readFileSync(join(folder, name), 'utf8')).sort()).toEqual(source.sort())
    await kill()
    server.signal('SIGTERM')
    await server.ended
  }
  report(`a mirror that follows the feed, seed ${seed}`, { rounds: times })
})
