import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { type Program, program } from '../support/program.js'
import { archivesOf, meaningOf, type State, stateOf, versions } from './archives.js'
import { dice, report, runs } from './runs.js'

describe('an ingest that is killed at any instant', { timeout: 3_600_000 }, () => {
  let rapporteur: Program
  let archives: Awaited<ReturnType<typeof archivesOf>>
  let second: string
  let before: State
  let lasts: number
  beforeAll(async () => {
    rapporteur = await program()
    const { first, second: text } = versions(60)
    archives = await archivesOf(rapporteur, first)
    second = join(archives.folder, 'again.txt')
    writeFileSync(second, text)
    lasts = await archives.timeOf(second)
    before = await stateOf(archives.base)
    return async () => {
      await rapporteur.remove()
      archives.remove()
    }
  })

  it('leaves what was before or what is after, and ends in that when it is repeated', async () => {
    const { seed, between } = dice()
    const found = { before: 0, after: 0 }
    const times = runs(1, inject('backend') === 'embedded' ? 100 : 200)
    let after: string | undefined
    for (let i = 0; i < times; i++) {
      const archive = await archives.copy()
      const { kill, ended } = rapporteur.start(['ingest', second, '--series', 'Board'], archive)
      // A third of the time goes by before anything is written.
      await Promise.race([pause(between(0.3 * lasts, 1.1 * lasts)), ended])
      kill()
      const { status } = await ended
      const left = await stateOf(archive)
      expect((await archives.ingest(archive, second)).status).toBe(0)
      const repeated = meaningOf(await stateOf(archive))
      after ??= repeated
      expect(repeated, `seed ${seed}, run ${i}, repeated`).toBe(after)
      const isAfter = meaningOf(left) === after
      if (status === 0) expect(isAfter, `seed ${seed}, run ${i}: it said that it was written`).toBe(true)
      if (!isAfter) expect(left, `seed ${seed}, run ${i}`).toEqual(before)
      found[isAfter ? 'after' : 'before']++
      if (i % 20 === 19)
        report(`kill -9 during an ingest, ${inject('backend')}, seed ${seed}`, { runs: i + 1, ...found })
    }
    expect(after).not.toBe(meaningOf(before))
    report(`kill -9 during an ingest, ${inject('backend')}, seed ${seed}`, { runs: times, ...found, other: 0 })
  })
})
