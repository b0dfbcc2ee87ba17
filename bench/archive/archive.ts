import { createHash } from 'node:crypto'
import type { Reading } from '../../src/ingest/write/write-reading.js'
import { dice } from './dice.js'
import { syntheticMeeting } from './meeting.js'
import { type ArchiveSize, firstYear, inventWorld } from './world.js'

/** The archive that the targets of this project are stated for; a smaller one keeps its proportions. */
export const sizeOf = (remarks: number): ArchiveSize => ({
  remarks,
  meetings: Math.max(2, Math.round(remarks / 1000)),
  people: Math.max(120, Math.round(remarks / 200)),
  organizations: Math.max(24, Math.round(remarks / 2500)),
  themes: Math.max(40, Math.round(remarks / 500)),
  series: Math.max(1, Math.round(remarks / 100_000)),
})

export interface SyntheticReading extends Reading {
  /** Title of the series that it belongs to. */
  series: string
}

/**
 * The readings of an archive of this size, one at a time, the oldest meeting first: as a reader and the format
 * numbered-summary would give them, without reading. The same seed and size give the same archive.
 */
export function* syntheticArchive(size: ArchiveSize, seed = 1): Generator<SyntheticReading> {
  const chances = dice(seed)
  const world = inventWorld(chances, size)
  const share = size.remarks / size.meetings
  for (let i = 0; i < size.meetings; i++) {
    const series = world.series[i % size.series]
    if (!series) throw new RangeError('An archive has at least one series.')
    const remarks = Math.round(share * (0.5 + chances.int(0, 1000) / 1000))
    const number = Math.floor(i / size.series) + 1
    const { text, record } = syntheticMeeting(chances, world, {
      series,
      number,
      date: dayOf(i, size.meetings),
      remarks,
    })
    const bytes = Buffer.from(text)
    yield {
      series: series.title,
      source: {
        fileName: `${String(i + 1).padStart(5, '0')}.txt`,
        mediaType: 'text/plain',
        bytes,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        text,
        readerVersion: 'synthetic 1',
        format: 'synthetic',
        formatVersion: '1',
        parser: 'synthetic 1',
      },
      record,
      findings: [],
    }
  }
}

const day = 24 * 60 * 60 * 1000

/** The meetings are spread evenly over 35 years. */
function dayOf(i: number, meetings: number): string {
  const days = Math.floor((i / meetings) * 35 * 365)
  return new Date(Date.UTC(firstYear, 0, 1) + days * day).toISOString().slice(0, 10)
}
