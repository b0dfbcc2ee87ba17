import { readFileSync } from 'node:fs'
import type { MeetingRecord } from '@rapporteur/reader/record'
import { beforeEach, describe, expect, it } from 'vitest'
import { akomaNtosoOf } from '../../src/export/akoma-ntoso.js'
import { exportMeetings } from '../../src/export/export-meetings.js'
import { type NameLookup, nameLookup, speakerName } from '../../src/export/people-of.js'
import { teiOf } from '../../src/export/tei.js'
import type { MeetingEnvelope } from '../../src/ingest/meeting-record/envelope.js'
import { readDocument } from '../../src/ingest/read-document.js'
import { openReader } from '../../src/ingest-document/ingester.js'
import { ingestFile } from '../meeting-record/support.js'
import { council } from '../support/council.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import type { Minutes } from '../support/record.js'
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

type Party = MeetingRecord['actions'][number]['assignees'][number]

/** The outcomes of a record, with names for keys and without places in the source. */
function outcomesIn(record: MeetingRecord, names: NameLookup) {
  const named = ({ person, organization }: Pick<Party, 'person' | 'organization'>) =>
    person !== null ? names.person(person).name : organization && names.organization(organization).name
  const party = (row: Party) => [row.asPrinted, named(row)]
  const numbers = new Map(record.paragraphs.map(({ position, text }) => [position, text]))
  const place = (paragraph: number | null, text: string) => ({
    isInParagraph: paragraph !== null && numbers.get(paragraph)?.includes(text),
  })
  return {
    decisions: record.decisions.map(({ pieces: _, paragraph, section, theme, ...row }) => ({
      ...row,
      ...place(paragraph, row.text),
    })),
    motions: record.motions.map(({ pieces: _, paragraph, section, theme, movers, seconders, ...row }) => ({
      ...row,
      ...place(paragraph, row.text),
      movers: movers.map(party),
      seconders: seconders.map(party),
    })),
    voteEvents: record.voteEvents.map(({ pieces: _, paragraph, section, theme, ...row }) => ({
      ...row,
      ...place(paragraph, row.text),
    })),
    votes: record.votes.map(({ pieces: _, person, organization, ...row }) => [row, named({ person, organization })]),
    actions: record.actions.map(({ pieces: _, paragraph, section, theme, assignees, ...row }) => ({
      ...row,
      ...place(paragraph, row.text),
      assignees: assignees.map(party),
    })),
  }
}

describe('outcomes in Akoma Ntoso', () => {
  const again = async (minutes: Minutes) => {
    const database = await testDatabase()
    await ingest(database, minutes)
    for await (const envelope of exportMeetings(database)) {
      const file = { bytes: Buffer.from(akomaNtosoOf(envelope)), fileName: 'meeting.xml' }
      const { record } = await readDocument(reader, file)
      return {
        before: outcomesIn(envelope.record, nameLookup(envelope)),
        after: outcomesIn(record, nameLookup({ record })),
        record,
      }
    }
    throw new Error('There is no meeting')
  }

  it('are read again as they were: words, results, numbers, and who moved, seconded, voted and is to act', async () => {
    const { before, after, record } = await again(council)
    const requirement = null // it is not in the words of the motion
    expect(after.decisions).toEqual(before.decisions)
    expect(after.motions).toEqual(before.motions.map((row) => ({ ...row, requirement })))
    expect(after.voteEvents).toEqual(before.voteEvents)
    expect(after.votes).toEqual(before.votes)
    // What is outside of paragraphs is a paragraph in the file.
    expect(after.actions).toEqual(before.actions.map((row) => ({ ...row, isInParagraph: true })))
    const texts = record.paragraphs.map(({ text }) => text).join('\n')
    for (const { text } of council.paragraphs ?? []) expect(texts.split(text)).toHaveLength(2)
  })

  it('are read again where they share words, or cross each other', async () => {
    const text = 'Moved by Bo Lind, seconded by Cy Quist, and carried unanimously. It was so agreed.'
    const [whole, part] = [text.slice(0, 64), text.slice(40)]
    const { before, after } = await again({
      paragraphs: [{ text }],
      present: [{ name: 'Bo Lind' }, { name: 'Cy Quist' }],
      outcomes: {
        motions: [{ text: whole, movers: ['Bo Lind'], seconders: ['Cy Quist'], result: 'PASSED', paragraph: 1 }],
        votes: [{ text: whole, kind: 'UNANIMOUS', result: 'PASSED', motion: 1, paragraph: 1 }],
        decisions: [{ text: part, result: 'AGREED', verb: 'agreed', motion: 1, paragraph: 1 }],
      },
    })
    expect(after.motions).toEqual(before.motions)
    expect(after.voteEvents).toEqual(before.voteEvents)
    expect(after.decisions).toMatchObject([{ text: part, result: 'AGREED', verb: 'agreed', motion: 1 }])
  })

  it('are read again with voters who are named in the text, twice too', async () => {
    const text = 'First vote. Ayes: Bo Lind, Cy Quist. Second vote. Ayes: Cy Quist. Noes: Bo Lind.'
    const by = (name: string, option: 'YES' | 'NO') => ({ who: name, option })
    const { before, after } = await again({
      paragraphs: [{ text }],
      present: [{ name: 'Bo Lind' }, { name: 'Cy Quist' }],
      outcomes: {
        votes: [
          {
            text: 'First vote. Ayes: Bo Lind, Cy Quist.',
            paragraph: 1,
            by: [by('Bo Lind', 'YES'), by('Cy Quist', 'YES')],
          },
          {
            text: 'Second vote. Ayes: Cy Quist. Noes: Bo Lind.',
            paragraph: 1,
            by: [by('Cy Quist', 'YES'), by('Bo Lind', 'NO')],
          },
        ],
      },
    })
    expect(after.votes).toEqual(before.votes)
    expect(after.voteEvents).toEqual(before.voteEvents)
  })
})
