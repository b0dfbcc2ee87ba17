import { readFileSync } from 'node:fs'
import type { MeetingRecord } from '@rapporteur/reader/record'
import { beforeEach, describe, expect, it } from 'vitest'
import { akomaNtosoOf } from '../../src/export/akoma-ntoso.js'
import { exportMeetings } from '../../src/export/export-meetings.js'
import { nameLookup, speakerName } from '../../src/export/people-of.js'
import { teiOf } from '../../src/export/tei.js'
import type { MeetingEnvelope } from '../../src/ingest/meeting-record/envelope.js'
import { readDocument } from '../../src/ingest/read-document.js'
import { openReader } from '../../src/ingest-document/ingester.js'
import { ingestFile } from '../meeting-record/support.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import { debate } from './records.js'

const reader = openReader()
const forms = { 'akoma-ntoso': akomaNtosoOf, parlamint: teiOf }
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Who says what, in the order of the words; of words that several say together each once. */
function said(record: MeetingRecord, name: (remark: MeetingRecord['remarks'][number]) => string | null): string[] {
  const words = new Map(record.utterances.map(({ position, text }) => [position, text]))
  return record.remarks
    .map((remark) => `${name(remark) ?? 'nobody'}: ${plain(words.get(remark.utterance) ?? '')}`)
    .sort()
}
const saidIn = (envelope: MeetingEnvelope) => {
  const names = nameLookup(envelope)
  return said(envelope.record, (remark) => speakerName(remark, names))
}
const saidAgain = (record: MeetingRecord) => {
  const names = nameLookup({ record })
  return said(record, (remark) => speakerName(remark, names))
}

describe.each(Object.entries(forms))('a meeting in %s', (format, form) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
  })
  const readAgain = async (envelope: MeetingEnvelope) => {
    const file = { bytes: Buffer.from(form(envelope)), fileName: 'meeting.xml' }
    const read = await readDocument(reader, file)
    expect(read.format.format).toBe(format)
    return read.record
  }
  const only = async () => {
    for await (const envelope of exportMeetings(database)) return envelope
    throw new Error('There is no meeting')
  }

  it('is read again with the same speakers, words, title, day and sections', async () => {
    await ingest(database, debate)
    const envelope = await only()
    const record = await readAgain(envelope)
    expect(saidAgain(record)).toEqual(saidIn(envelope))
    expect(record.meeting).toMatchObject({ title: debate.title, date: '2021-03-04' })
    expect(record.sections.map(({ heading }) => heading)).toEqual(expect.arrayContaining(debate.sections ?? []))
    expect(record.themes.map(({ title }) => title)).toContain('Lights')
  })

  it('is read again with the same speakers and words from the sample', async () => {
    const bytes = readFileSync('sample/harbour-consultation.txt')
    await ingestFile(database, { bytes, fileName: 'harbour-consultation.txt' })
    const envelope = await only()
    expect(saidAgain(await readAgain(envelope))).toEqual(saidIn(envelope))
  })
})
