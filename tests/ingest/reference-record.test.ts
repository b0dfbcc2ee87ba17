import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { readText } from '@rapporteur/reader/files/text'
import { readRecord } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { goldOfRecord } from '../../src/evaluate/gold-of-record.js'
import { corporaPath, hasCorpora } from '../support/corpora.js'

const scorer = corporaPath('gold/score.mjs')
const record = corporaPath('seed/consultative-meeting.txt')
const gold = corporaPath('gold/consultative-meeting.json')

interface Report {
  categories: Record<string, { f1: number; missed: unknown[]; spurious: unknown[] }>
  extra: Record<string, { f1: number }>
}

describe('the reference record', () => {
  it.skipIf(!hasCorpora('gold', 'the reference record'))('is read without a row missed or invented', async () => {
    const { score }: { score: (gold: unknown, reading: unknown) => Report } = await import(pathToFileURL(scorer).href)
    const { record: reading } = readRecord(readText(readFileSync(record), 'record.txt'))
    const { categories, extra } = score(JSON.parse(readFileSync(gold, 'utf8')), goldOfRecord(reading))
    for (const [name, { missed, spurious }] of Object.entries(categories))
      expect({ name, missed, spurious }).toEqual({ name, missed: [], spurious: [] })
    expect(Object.values(extra).map(({ f1 }) => f1)).toEqual([1, 1])
  })
})
