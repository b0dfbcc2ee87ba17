import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { goldOfRecord } from '../../src/evaluate/gold-of-record.js'
import { readRecord } from '../../src/ingest/read.js'
import { readText } from '../../src/ingest/readers/text.js'

const shared = new URL('../../../shared/', import.meta.url)
const scorer = new URL('gold/score.mjs', shared)
const record = new URL('seed/consultative-meeting.txt', shared)
const gold = new URL('gold/consultative-meeting.json', shared)

interface Report {
  categories: Record<string, { f1: number; missed: unknown[]; spurious: unknown[] }>
  extra: Record<string, { f1: number }>
}

describe('the reference record, where its folder stands beside the repository', () => {
  it.skipIf(!existsSync(scorer))('is read without a row missed or invented', async () => {
    const { score }: { score: (gold: unknown, reading: unknown) => Report } = await import(scorer.href)
    const { record: reading } = readRecord(readText(readFileSync(record), 'record.txt'))
    const { categories, extra } = score(JSON.parse(readFileSync(gold, 'utf8')), goldOfRecord(reading))
    for (const [name, { missed, spurious }] of Object.entries(categories))
      expect({ name, missed, spurious }).toEqual({ name, missed: [], spurious: [] })
    expect(Object.values(extra).map(({ f1 }) => f1)).toEqual([1, 1])
  })
})
