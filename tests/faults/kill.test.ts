import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { correct } from '../../src/curate/correct/correct.js'
import { encodeId } from '../../src/database/node-id.js'
import { type Program, program } from '../support/program.js'
import { type Archive, archivesOf, type State, stateOf, versions, versionsThatDecide } from './archives.js'
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
    const { first, second: text } = versionsThatDecide(60)
    archives = await archivesOf(rapporteur, first, { name: 'record.json' })
    second = join(archives.folder, 'again.json')
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

describe('an undo of a correction that is killed at any instant', { timeout: 3_600_000 }, () => {
  let rapporteur: Program
  let archives: Awaited<ReturnType<typeof archivesOf>>
  let undo: string[]
  beforeAll(async () => {
    rapporteur = await program()
    archives = await archivesOf(rapporteur, versions(60).first)
    undo = ['undo', encodeId('Correction', await correctedIn(archives.base)), '--reason', 'It was another.']
    return async () => {
      await rapporteur.remove()
      archives.remove()
    }
  })

  it('leaves the correction in force or undone, with the rows that go with it', async () => {
    const before = await stateOf(archives.base)
    const warm = await archives.copy()
    const started = performance.now()
    expect((await rapporteur.run(undo, warm)).status).toBe(0)
    const { seed, found, instant, note } = outcomesOf(before, performance.now() - started)
    const times = runs(1, inject('backend') === 'embedded' ? 100 : 200)
    for (let i = 0; i < times; i++) {
      const archive = await archives.copy()
      const { kill, ended } = rapporteur.start(undo, archive)
      await Promise.race([pause(instant()), ended])
      kill()
      const { status } = await ended
      const left = await stateOf(archive)
      await rapporteur.run(undo, archive) // which fails where it was undone before
      note({ left, repeated: await stateOf(archive), status })
    }
    report(`kill -9 during an undo of a correction, ${inject('backend')}, seed ${seed}`, {
      runs: times,
      ...found,
      other: 0,
    })
  })
})

/** Says that somebody else says the first remark of an archive. Gives the id of the correction. */
async function correctedIn(archive: Archive): Promise<string> {
  const database = await archive.open()
  try {
    const remark = await database.prisma.remark.findFirstOrThrow({
      orderBy: { sortKey: 'asc' },
      select: { id: true, meeting: { select: { slug: true } } },
    })
    const by = [{ name: 'Somebody Else' }]
    const corrections = [{ kind: 'SPEAKER' as const, at: { remark: remark.id }, by }]
    const act = { slug: remark.meeting.slug, corrections, seen: [], reason: 'As on the tape.', by: 'curator' }
    const { ids } = await database.transaction((sql) => correct(sql, act))
    return ids[0] ?? ''
  } finally {
    await database.close()
  }
}
