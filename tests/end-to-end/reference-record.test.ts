import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { ingestDocument } from '../../src/ingest/ingest.js'
import { openDocumentReader } from '../../src/ingest/threads/document-threads.js'
import { asking } from '../support/ask.js'
import { corporaPath, hasCorpora } from '../support/corpora.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { goldOfApi } from '../support/gold-of-api.js'

const record = corporaPath('seed/consultative-meeting.txt')
const gold = corporaPath('gold/consultative-meeting.json')
const scorer = corporaPath('gold/score.mjs')

interface Scored {
  categories: Record<string, { f1: number; missed: unknown[]; spurious: unknown[] }>
  extra: Record<string, { f1: number }>
}

describe.skipIf(!hasCorpora('gold', 'the reference record, from the file to the API'))(
  'the reference record, in from the file and out through the API',
  () => {
    let database: TestDatabase
    let scored: Scored
    beforeAll(async () => {
      database = await testDatabase()
      const reader = openDocumentReader({ threads: 1, memoryMb: 512, seconds: 20 })
      const { meeting } = await ingestDocument(database, reader, {
        bytes: readFileSync(record),
        fileName: 'record.txt',
      })
      const ask = asking(database)
      const reading = await goldOfApi(async (query, variables) => {
        const { data, errors } = await ask(query, variables)
        if (errors.length > 0) throw errors[0]
        return data as never
      }, meeting.slug)
      const { score } = await import(/* @vite-ignore */ pathToFileURL(scorer).href)
      scored = score(JSON.parse(readFileSync(gold, 'utf8')), reading)
    })

    it('scores 1.000 in every category', () => {
      const wrong = Object.entries(scored.categories).filter(([, { f1 }]) => f1 < 1)
      expect(wrong).toEqual([])
      expect(Object.keys(scored.categories)).toHaveLength(11)
    })

    it('scores 1.000 in printed names and in acts', () => {
      expect(Object.entries(scored.extra).map(([name, { f1 }]) => [name, f1])).toEqual([
        ['persons.namesAsPrinted', 1],
        ['responses.acts', 1],
      ])
    })
  },
)
