import { readdirSync, readFileSync } from 'node:fs'
import { readRecord } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { sourceOf } from './formats/read.js'
import { assertAccounted } from './support/assert-accounted.js'
import { assertSound } from './support/assert-sound.js'
import { renderReading } from './support/render-reading.js'

const folder = new URL('transcripts/', import.meta.url)
const records = readdirSync(folder).filter((file) => /\.(?:md|txt|vtt)$/.test(file))

/** What a careful reader takes from it: beside each record, in the words of `renderReading`. */
const expectedOf = (file: string): string =>
  readFileSync(new URL(file.replace(/\.\w+$/, '.reading'), folder), 'utf8').trimEnd()

describe('invented transcripts in the manner of other bodies', () => {
  it.each(records)('%s: people, turns, topics and those present', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8')
    const read = readRecord(sourceOf(text, file))
    expect(`${read.format.format}\n${renderReading(read.record)}`.trimEnd()).toBe(expectedOf(file))
    expect(read.format.confidence).toBeGreaterThan(0.6)
    expect(read.findings.filter(({ code }) => code === 'UNREAD_TEXT')).toEqual([])
    assertSound(text, read.record, read.findings)
    assertAccounted(text, read)
  })
})
