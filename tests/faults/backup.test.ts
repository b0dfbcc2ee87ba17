import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import type { Database, OpenOptions } from '../../src/database/database.js'
import { openDatabase } from '../../src/database/open-database.js'
import { exportMeetings } from '../../src/export/export-meetings.js'
import { meetingFormats } from '../../src/export/meeting-formats.js'
import { ingestDocument } from '../../src/ingest/ingest.js'
import { openReader } from '../../src/ingest-document/ingester.js'
import { copyOf, newDatabase } from '../support/database.js'
import { postgresPrograms } from '../support/postgres-cluster.js'
import { sampleFile } from '../support/sample.js'
import { isLong } from './runs.js'

/** Another database with the same in it, by the means of docs/running.md. */
const restored: Record<Database['kind'], (original: OpenOptions, folder: string) => Promise<OpenOptions>> = {
  postgres: async ({ url = '' }, folder) => {
    const empty = new URL(url)
    empty.pathname = '/template0'
    const copy = await copyOf(empty.href)
    const run = (name: string, ...args: string[]) =>
      execFileSync(join(postgresPrograms(), name), args, { stdio: 'pipe' })
    run('pg_dump', '--format=custom', '--no-owner', `--file=${folder}/archive.dump`, url)
    run('pg_restore', '--no-owner', '--exit-on-error', `--dbname=${copy}`, `${folder}/archive.dump`)
    return { url: copy }
  },
  embedded: async ({ dataDir = '' }, folder) => {
    cpSync(dataDir, join(folder, 'copy'), { recursive: true })
    return { dataDir: join(folder, 'copy') }
  },
}

async function exported(database: Database): Promise<string> {
  let text = ''
  for await (const envelope of exportMeetings(database)) text += meetingFormats.ndjson.meeting(envelope)
  return text
}

it.runIf(isLong || inject('backend') === 'postgres')(
  'an archive that was restored from a backup gives the same export, to the byte',
  async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rapporteur-backup-')))
    const kind = inject('backend')
    const made = await newDatabase()
    const place: OpenOptions = kind === 'embedded' ? { ...made, dataDir: join(folder, 'original') } : made
    const original = await openDatabase(place)
    await ingestDocument(original, openReader(), sampleFile, { series: 'Board' })
    const before = await exported(original)
    expect(before).toContain('Marrowick')
    await original.close()
    const copy = await openDatabase(await restored[kind](place, folder))
    expect(await exported(copy)).toBe(before)
    expect(copy.applied).toEqual([])
    await copy.close()
    rmSync(folder, { recursive: true, force: true })
  },
)
