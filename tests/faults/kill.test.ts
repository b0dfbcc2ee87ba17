import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { type Program, program } from '../support/program.js'
import { archivesOf, type State, stateOf, versions } from './archives.js'
import { outcomesOf } from './outcomes.js'
import { report, runs } from './runs.js'

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
    const { seed, found, instant, note } = outcomesOf(before, lasts)
    const times = runs(1, inject('backend') === 'embedded' ? 100 : 200)
    const told = `kill -9 during an ingest, ${inject('backend')}, seed ${seed}`
    for (let i = 0; i < times; i++) {
      const archive = await archives.copy()
      const { kill, ended } = rapporteur.start(['ingest', second, '--series', 'Board'], archive)
      await Promise.race([pause(instant()), ended])
      kill()
      const { status } = await ended
      const left = await stateOf(archive)
      expect((await archives.ingest(archive, second)).status).toBe(0)
      note({ left, repeated: await stateOf(archive), status })
      if (i % 20 === 19) report(told, { runs: i + 1, ...found })
    }
    report(told, { runs: times, ...found, other: 0 })
  })
})
