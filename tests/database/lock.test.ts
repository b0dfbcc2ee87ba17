import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseInUseError, lockFolder } from '../../src/database/embedded/lock.js'
import { askOwner } from '../../src/database/embedded/owner.js'
import { bundled } from '../support/bundled.js'

describe('the lock of a data folder', () => {
  let scripts: string
  let starter: string
  let folder: string
  const children: ChildProcess[] = []

  beforeAll(async () => {
    scripts = mkdtempSync(join(tmpdir(), 'rapporteur-starter-'))
    starter = await bundled('tests/database/lock-starter.ts', scripts)
    return () => rmSync(scripts, { recursive: true })
  })
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'rapporteur-lock-')))
  })
  afterEach(async () => {
    await Promise.all(children.splice(0).map(ended))
    rmSync(folder, { recursive: true })
  })

  const start = (...argv: string[]) => {
    const child = spawn(process.execPath, [starter, folder, ...argv], { stdio: ['pipe', 'pipe', 'inherit'] })
    children.push(child)
    return child
  }
  const firstWords = async (child: ChildProcess) => {
    const [chunk] = await once(child.stdout ?? child, 'data')
    return String(chunk).trim()
  }
  const ended = async (child: ChildProcess) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.stdin?.end()
    await once(child, 'exit')
  }

  it('goes to exactly one of 50 processes that start at once, and the others name it', async () => {
    const said = await Promise.all(Array.from({ length: 50 }, () => start()).map(firstWords))
    const owner = children[said.indexOf('owner')]
    expect(said.filter((words) => words === 'owner')).toHaveLength(1)
    expect(said.filter((words) => words.includes(`in use by process ${owner?.pid}`))).toHaveLength(49)
  })

  it('goes to exactly one of 20 that find the lock of a process that was killed', async () => {
    const dead = start()
    await firstWords(dead)
    dead.kill('SIGKILL')
    await once(dead, 'exit')
    const said = await Promise.all(Array.from({ length: 20 }, () => start()).map(firstWords))
    expect(said.filter((words) => words === 'owner')).toHaveLength(1)
  })

  it('refuses a second process, naming the first and where it listens', async () => {
    const owner = start('http://127.0.0.1:4000')
    await firstWords(owner)
    const refused = await lockFolder(folder, null).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(DatabaseInUseError)
    expect(String(refused)).toContain(`process ${owner.pid} (http://127.0.0.1:4000)`)
  })

  it('names the owner also when it is too busy to answer', async () => {
    const owner = start()
    await firstWords(owner)
    owner.kill('SIGSTOP')
    const refused = await lockFolder(folder, null).catch((error: unknown) => error)
    owner.kill('SIGCONT')
    expect(String(refused)).toContain(`process ${owner.pid}`)
  })

  it('can be taken again once it was released', async () => {
    for (let i = 0; i < 3; i++) await (await lockFolder(folder, null)).release()
    expect(await askOwner(folder)).toBeUndefined()
  })

  it('is taken although a process died while it was taking it', async () => {
    writeFileSync(join(folder, 'lock.taking'), '')
    utimesSync(join(folder, 'lock.taking'), new Date(0), new Date(0))
    const lock = await lockFolder(folder, null)
    expect((await askOwner(folder))?.pid).toBe(process.pid)
    await lock.release()
  })

  it('holds in a folder whose path is longer than a socket may have', async () => {
    const deep = join(folder, 'a'.repeat(100), 'b'.repeat(100))
    mkdirSync(deep, { recursive: true })
    const lock = await lockFolder(deep, null)
    await expect(lockFolder(deep, null)).rejects.toThrow(DatabaseInUseError)
    await lock.release()
  })

  it('is not taken from something else that listens there', async () => {
    const stranger = createServer((socket) => socket.end('hello')).listen(join(folder, 'lock'))
    await once(stranger, 'listening')
    await expect(lockFolder(folder, null)).rejects.toThrow(DatabaseInUseError)
    stranger.close()
  })
})
