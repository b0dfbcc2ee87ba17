import { readdirSync, readFileSync } from 'node:fs'
import { MeetingRecord } from '@rapporteur/reader/record'
import { describe, expect, it } from 'vitest'
import { readFixture } from './support/read-fixture.js'
import { renderReading } from './support/render-reading.js'

const folder = new URL('fixtures/', import.meta.url)
const records = readdirSync(folder)
  .filter((file) => /\.(?:txt|md)$/.test(file))
  .map((file) => file.replace(/\.(?:txt|md)$/, ''))

describe('invented records of different shapes', () => {
  it.each(records)('%s is read as a careful reader reads it', (name) => {
    const expected = readFileSync(new URL(`${name}.reading`, folder), 'utf8')
    expect(renderReading(readFixture(name).record).trimEnd()).toBe(expected.trimEnd())
  })

  it.each(records)('%s is recognised, and every character of it is accounted for', (name) => {
    const { record, format, findings } = readFixture(name)
    expect(MeetingRecord.parse(record)).toEqual(record)
    expect(format.confidence).toBeGreaterThan(0.7)
    expect(findings.filter(({ code }) => code === 'UNREAD_TEXT')).toEqual([])
  })
})
