import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commandHere } from '../support/command-here.js'
import { type Archive, programInPlaces } from '../support/program.js'
import { sample } from '../support/server.js'

const at = programInPlaces()
let cwd: string
let env: Record<string, string>

const run = (...args: string[]) => commandHere(args, { cwd, env })
const elsewhere = async (from?: Archive) => {
  const archive = from ? await at.places.copy(from) : await at.places.archive()
  cwd = archive.cwd
  env = archive.env
}

describe('rapporteur export', () => {
  let loaded: Archive
  let exported: string
  beforeAll(async () => {
    await elsewhere()
    loaded = { cwd, env }
    writeFileSync(join(cwd, 'harbour.txt'), readFileSync(sample))
    const { status, stderr } = await run('ingest', 'harbour.txt', '--series', 'Harbour board')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const { stdout } = await run('export')
    exported = stdout
  })
  beforeEach(() => elsewhere(loaded))

  it.each(['ndjson', 'json'])(
    'gives in %s what an empty archive takes, and gives again to the byte',
    async (format) => {
      await run('export', '--format', format, '--out', 'all')
      const all = readFileSync(join(cwd, 'all'))
      await elsewhere()
      writeFileSync(join(cwd, 'all'), all)
      const { status, stdout, stderr } = await run('ingest', 'all', '--json')
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(JSON.parse(stdout)).toMatchObject({
        documents: [{ file: 'all:2', status: 'created', format: 'summary' }],
      })
      expect((await run('export')).stdout).toBe(exported)
      expect(JSON.parse((await run('ingest', 'all', '--json')).stdout)).toMatchObject({
        documents: [{ status: 'unchanged' }],
      })
    },
  )

  it('gives one meeting, tables and text, and says what there is not', async () => {
    const slug = 'consultation-on-the-reopening-of-marrowick-harbour-2025-10-16'
    const one = await run('export', '--meeting', slug, '--format', 'json')
    expect(exported).toContain(one.stdout.trimEnd())
    expect((await run('export', '--format', 'csv')).stdout).toMatch(/^meeting,.*\r\nconsultation-on/)
    expect((await run('export', '--format', 'md', '--out', 'texts')).status).toBe(0)
    expect(readFileSync(join(cwd, 'texts', `${slug}.md`), 'utf8')).toMatch(/^# /)
    expect(await run('export', '--format', 'md')).toMatchObject({ status: 2, stdout: '' })
    expect(await run('export', '--meeting', 'nowhere')).toMatchObject({
      status: 1,
      stderr: 'There is no meeting "nowhere".\n',
    })
    expect((await run('export', '--format', 'doc')).status).toBe(2)
  })

  it('that was cut is refused, and nothing of it is written', async () => {
    const lines = exported.split('\n')
    await elsewhere()
    const cut = { 'no-end.ndjson': lines.slice(0, -2).join('\n'), 'in-a-line.ndjson': exported.slice(0, 5_000) }
    const second = lines[1] ?? ''
    const broken = [lines[0], second, second.replace('"sha256":"', '"sha256":"0'), '{"end":{"meetings":2}}', ''].join(
      '\n',
    )
    for (const [name, text] of Object.entries({ ...cut, 'broken.ndjson': broken })) {
      writeFileSync(join(cwd, name), text)
      const { status, stdout } = await run('ingest', name, '--json')
      expect(status, name).toBe(1)
      const { documents } = JSON.parse(stdout) as { documents: { status: string; error: string }[] }
      expect(documents, name).toMatchObject([{ status: 'failed' }])
      expect(documents[0]?.error, name).toContain('Nothing was read.')
    }
    expect((await run('export')).stdout).toBe(
      '{"format":"rapporteur-export","version":1,"position":"0"}\n{"end":{"meetings":0}}\n',
    )
  })
})
