import { readText } from '@rapporteur/reader/files/text'
import { readRecord } from '@rapporteur/reader/read'
import { MeetingRecord } from '@rapporteur/reader/record'
import { describe, expect, it } from 'vitest'
import { sizeOf, syntheticArchive } from '../../bench/archive/archive.js'

const small = { ...sizeOf(3000), meetings: 6 }

describe('a synthetic archive', () => {
  it('is the same for the same seed, and another for another', () => {
    const texts = (seed: number) => [...syntheticArchive(small, seed)].map(({ source }) => source.sha256)
    expect(texts(5)).toEqual(texts(5))
    expect(new Set([...texts(5), ...texts(6)]).size).toBe(12)
  })

  it('comes with records that are valid', () => {
    for (const { record } of syntheticArchive(small)) expect(() => MeetingRecord.parse(record)).not.toThrow()
  })

  it('is read as the record that each of its texts comes with', () => {
    for (const { source, record } of syntheticArchive(small, 11)) {
      const read = readRecord(readText(source.bytes, source.fileName, source.mediaType))
      expect(read.record).toEqual(record)
      expect(read.findings.map(({ code }) => code)).toEqual(['LANGUAGE_INFERRED'])
    }
  })

  it('has about as many remarks, meetings and people as were asked for', () => {
    const archive = [...syntheticArchive(small, 3)]
    const people = new Set(archive.flatMap(({ record }) => record.people.map(({ name }) => name)))
    const remarks = archive.reduce((sum, { record }) => sum + record.remarks.length, 0)
    expect(archive).toHaveLength(6)
    expect(remarks).toBeGreaterThan(0.5 * small.remarks)
    expect(remarks).toBeLessThan(1.6 * small.remarks)
    expect(people.size).toBeGreaterThan(0.5 * small.people)
    expect(people.size).toBeLessThanOrEqual(small.people)
  })

  it('has people who change employer from one meeting to the next', () => {
    const bodies = new Map<string, Set<string>>()
    for (const { record } of syntheticArchive(small, 3))
      for (const { person, organization } of record.affiliations)
        bodies.set(person, (bodies.get(person) ?? new Set()).add(organization ?? ''))
    expect([...bodies.values()].filter(({ size }) => size > 1).length).toBeGreaterThan(3)
  })
})
