import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { openDatabase } from '../../src/database/open-database.js'
import { type Program, program, type Running } from '../support/program.js'
import { type Archive, archivesOf, longRecord, meaningOf, stateOf } from './archives.js'
import { isLong, report } from './runs.js'

const isRoot = process.getuid?.() === 0 && process.platform === 'linux'
if (isLong && !isRoot)
  console.log('The disk is not tried: a small file system is mounted for that, which only root may.')

describe.runIf(isLong && isRoot && inject('backend') === 'embedded')('the disk', { timeout: 3_600_000 }, () => {
  let rapporteur: Program
  let folder: string
  let archives: Awaited<ReturnType<typeof archivesOf>>
  let long: string
  let small: string
  let archive: Archive
  const mount = (...options: string[]) => execFileSync('mount', [...options, small])
  beforeAll(async () => {
    rapporteur = await program()
    archives = await archivesOf(rapporteur, longRecord(1))
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'rapporteur-disk-')))
    long = join(folder, 'long.txt')
    writeFileSync(long, longRecord(2_000).replace('Marrowick Harbour\n', 'Sandwick Harbour\n'))
    small = join(folder, 'small')
    mkdirSync(small)
    const size = usedOf(join(archives.folder, 'base'))
    mount('-t', 'tmpfs', '-o', `size=${Math.ceil(size * 1.1) + 3_000_000}`, 'tmpfs')
    cpSync(join(archives.folder, 'base', '.rapporteur'), join(small, 'data'), { recursive: true })
    const dataDir = join(small, 'data')
    archive = { cwd: folder, env: { RAPPORTEUR_DATA_DIR: dataDir }, open: () => openDatabase({ dataDir }) }
    return async () => {
      await rapporteur.remove()
      execFileSync('umount', [small])
      archives.remove()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('that is full is told in a sentence, leaves what was there, and works again once there is room', async () => {
    const before = await stateOf(archives.base)
    const { status, stdout, stderr } = await archives.ingest(archive, long)
    expect({ status, stdout, stderr }).toMatchObject({ status: 1, stderr: expect.stringMatching(/^[^\n]+\.\n$/) })
    expect(stderr).toMatch(/full|room|space/i)
    mount('-o', 'remount,size=1g')
    expect(await stateOf(archive)).toEqual(before)
    expect((await archives.ingest(archive, long)).status).toBe(0)
    const written = await stateOf(archive)
    expect(meaningOf(written)).not.toBe(meaningOf(before))
    report('a full disk, embedded', { runs: 1, before: 1, other: 0, 'bytes of the record': statSync(long).size })
  })

  it('that is full loses nothing of a server, which goes on, or ends with a sentence and starts again once there is room', async () => {
    mount('-o', `remount,size=${usedOf(small) + 6_000_000}`)
    const server = await rapporteur.serve(archive)
    const key = readFileSync(join(small, 'data', 'admin-key'), 'utf8').trim()
    const before = await meetingsOf(server)
    const longer = readFileSync(long, 'utf8').replace('Sandwick Harbour\n', 'Northwick Harbour\n')
    const env = { RAPPORTEUR_URL: server.url, RAPPORTEUR_API_KEY: key }
    const told = await rapporteur.run(['ingest', '-', '--series', 'Board'], { cwd: folder, env, input: longer })
    expect(told.status).toBe(1)
    // It depends on the file that there was no room for whether the statement fails, or all of Postgres.
    const goesOn = await fetch(`${server.url}/ready`).then(
      ({ status }) => status === 200,
      () => false,
    )
    if (!goesOn) {
      const { status, stderr } = await server.ended
      expect({ status, stderr }).toMatchObject({
        status: 1,
        stderr: expect.stringMatching(/^The disk is full, .+\.$/m),
      })
    }
    mount('-o', 'remount,size=1g')
    const next = goesOn ? server : await rapporteur.serve(archive)
    expect(await meetingsOf(next)).toBe(before)
    const again = { cwd: folder, env: { ...env, RAPPORTEUR_URL: next.url }, input: longer }
    expect((await rapporteur.run(['ingest', '-', '--series', 'Board'], again)).status).toBe(0)
    next.signal('SIGTERM')
    expect((await next.ended).status).toBe(0)
    report('a full disk under a server, embedded', { runs: 1, before: 1, other: 0, 'went on': Number(goesOn) })
  })

  it('that may only be read is told in a sentence, and works again afterwards', async () => {
    const before = await stateOf(archive)
    mount('-o', 'remount,ro')
    const { status, stderr } = await archives.ingest(archive, long)
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringMatching(/^[^\n]+\.\n$/) })
    mount('-o', 'remount,rw')
    expect(await stateOf(archive)).toEqual(before)
  })
})

/** Bytes that a folder takes on its disk. */
const usedOf = (path: string): number =>
  Number(execFileSync('du', ['-s', '--block-size=1', path]).toString().split('\t')[0])

async function meetingsOf({ url }: Running): Promise<string> {
  const query = '{ meetings(first: 100) { nodes { id title remarks(first: 1) { totalCount } } } }'
  return (await fetch(`${url}/graphql?${new URLSearchParams({ query })}`)).text()
}
