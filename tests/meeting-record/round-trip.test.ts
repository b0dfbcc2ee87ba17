import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DocumentNotRecognizedError } from '@rapporteur/reader/read'
import { beforeEach, describe, expect, inject, it } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { openDatabase } from '../../src/database/open-database.js'
import { corporaPath, hasCorpora } from '../support/corpora.js'
import { newDatabase, type TestDatabase, testDatabase } from '../support/database.js'
import { assertDerived } from '../support/derived.js'
import { dump } from '../support/rows.js'
import { exported, ingestFile, ingestJson } from './support.js'

/** All rows by table, in no order; numbers of meetings, and the keys made of them, start anew in another archive. */
async function rowsOf(database: Database) {
  const tables = await dump(database)
  const plain = (row: Record<string, unknown>) => {
    const { sequence: _, sortKey: __, search: ___, ...rest } = row
    return JSON.stringify(rest)
  }
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(plain).sort()]))
}

/** Exports, ingests that into an empty database, and exports again. */
async function roundTrip(database: Database) {
  const first = await exported(database)
  const other = await openDatabase(await newDatabase())
  try {
    for (const text of first) await ingestJson(other, text)
    await assertDerived(other)
    return { first, second: await exported(other), before: await rowsOf(database), after: await rowsOf(other) }
  } finally {
    await other.close()
  }
}

async function expectSame(database: Database) {
  const { first, second, before, after } = await roundTrip(database)
  expect(second).toHaveLength(first.length)
  for (const [i, text] of second.entries()) expect(difference(first[i] ?? '', text)).toBe('')
  for (const [table, rows] of Object.entries(before)) expect(after[table], table).toEqual(rows)
  return first
}

/** Where two texts part, with what stands around it; nothing where they are the same. */
function difference(one: string, other: string): string {
  if (one === other) return ''
  let at = 0
  while (one[at] === other[at]) at++
  return `${at}: ${one.slice(at - 100, at + 100)} / ${other.slice(at - 100, at + 100)}`
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? filesBelow(path) : [path]
    })

describe('export, ingest into an empty database, export', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })

  it('gives the same bytes and rows for the sample', async () => {
    const bytes = readFileSync('sample/harbour-consultation.txt')
    await ingestFile(database, { bytes, fileName: 'harbour-consultation.txt' }, { series: 'sample' })
    expect(await expectSame(database)).toHaveLength(1)
  })

  /** What differs by record needs one database; of a folder with many files every tenth; with ROUND_TRIP=all all, which takes minutes. */
  const isElsewhere = inject('backend') === 'embedded' && process.env.TEST_POSTGRES_TOO
  const folders = ['corpora/tc39', 'corpora/consultations', 'corpora/akoma-ntoso', 'corpora/parlamint', 'seed']
  const paths = (isElsewhere ? [] : folders)
    .filter((folder) => hasCorpora(folder, 'export and ingest of its records'))
    .map(corporaPath)
    .flatMap((folder) => {
      const files = filesBelow(folder)
      const step = process.env.ROUND_TRIP === 'all' || files.length < 20 ? 1 : 10
      return files.filter((_, i) => i % step === 0)
    })
  it.skipIf(paths.length === 0)('gives the same for records of every kind', { timeout: 600_000 }, async () => {
    let records = 0
    for (const path of paths) {
      const file = { bytes: readFileSync(path), fileName: basename(path) }
      try {
        await ingestFile(database, file, { series: basename(dirname(path)) })
        records++
      } catch (error) {
        if (!(error instanceof DocumentNotRecognizedError)) throw error
      }
    }
    expect(await expectSame(database)).toHaveLength(records)
  })
})
