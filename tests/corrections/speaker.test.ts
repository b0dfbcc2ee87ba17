import { beforeEach, describe, expect, it } from 'vitest'
import { correct } from '../../src/curate/correct/correct.js'
import type { GivenCorrection } from '../../src/curate/correct/given.js'
import { undoCorrection } from '../../src/curate/correct/undo-correction.js'
import { board } from '../ingest-write/board.js'
import { exported, ingestJson } from '../meeting-record/support.js'
import { erased, restored, retracted } from '../support/curate.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { assertDerived } from '../support/derived.js'
import { ingest } from '../support/ingest.js'
import { type Minutes, readingOf } from '../support/record.js'

const slug = 'harbour-board-2021-03-04'
const act = { reason: 'The tape says so.', by: 'kay' }

describe('a correction of who speaks', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
    await ingest(database, board, { series: 'Boards' })
  })

  const speaks = async (start: string) => {
    const rows = await database.prisma.remark.findMany({
      where: { utterance: { text: { startsWith: start } } },
      select: { id: true, speakerMatch: true, speaker: { select: { name: true } }, party: { select: { name: true } } },
      orderBy: { position: 'asc' },
    })
    return rows.map(({ speaker, party, speakerMatch }) => `${speaker?.name ?? party?.name} ${speakerMatch}`)
  }
  const remark = async (start: string) =>
    (
      await database.prisma.remark.findFirstOrThrow({
        where: { utterance: { text: { startsWith: start } } },
        orderBy: { position: 'asc' },
      })
    ).id
  const corrected = async (corrections: GivenCorrection[], seen: string[] = []) => {
    const { ids } = await database.transaction((sql) => correct(sql, { ...act, slug, corrections, seen }))
    await assertDerived(database)
    return ids
  }
  const undone = async (correctionId: string) => {
    await database.transaction((sql) => undoCorrection(sql, { ...act, correctionId }))
    await assertDerived(database)
  }
  const isBy = async (start: string, ...names: string[]): Promise<GivenCorrection> => ({
    kind: 'SPEAKER',
    at: { remark: await remark(start) },
    by: names.map((name) => ({ name })),
  })

  it('says who speaks, keeps the ids, and is undone as if it had never been made', async () => {
    const before = await exported(database)
    const id = await remark('The chair')
    const [correction = ''] = await corrected([await isBy('The chair', 'Bo Lind')])
    expect(await speaks('The chair')).toEqual(['Bo Lind CURATOR'])
    expect(await remark('The chair')).toBe(id)
    await undone(correction)
    const after = (await exported(database)).map((text) => JSON.parse(text))
    expect(after[0].archive.corrections).toMatchObject([{ says: { kind: 'SPEAKER' }, undone: { by: 'kay' } }])
    after[0].archive.corrections = []
    expect(after.map((one) => JSON.stringify(one))).toEqual(before)
  })

  it('stands when an edited copy is read, and is a finding where its words are gone', async () => {
    await corrected([await isBy('The chair', 'Bo Lind')])
    const [first, ...rest] = board.paragraphs ?? []
    const edited: Minutes = {
      ...board,
      paragraphs: [{ text: 'New words come first.', by: ['Cy Quist'] }, ...(first ? [first] : []), ...rest],
    }
    await ingest(database, readingOf(edited), { meeting: slug })
    expect(await speaks('The chair')).toEqual(['Bo Lind CURATOR'])
    await ingest(database, readingOf({ ...board, paragraphs: rest }), { meeting: slug })
    expect(await database.prisma.finding.findMany({ where: { code: 'CORRECTION_LOST' } })).toHaveLength(1)
    await ingest(database, readingOf(board, { formatVersion: '2' }), { meeting: slug })
    expect(await speaks('The chair')).toEqual(['Bo Lind CURATOR'])
    expect(await database.prisma.finding.count({ where: { code: 'CORRECTION_LOST' } })).toBe(0)
  })

  it('makes remarks joint or single, and of a part of one a remark of its own', async () => {
    await corrected([await isBy('The chair', 'Bo Lind', 'Cy Quist')])
    expect(await speaks('The chair')).toEqual(['Bo Lind CURATOR', 'Cy Quist CURATOR'])
    await corrected([await isBy('Dredging', 'Dov Eland')])
    expect(await speaks('Dredging')).toEqual(['Dov Eland CURATOR'])
    const { text } = await database.prisma.sourceDocument.findFirstOrThrow({ select: { text: true } })
    const start = text.indexOf('asked for lights')
    await corrected([{ kind: 'SPEAKER', at: { start, end: start + 16, words: null }, by: [{ role: 'The Clerk' }] }])
    expect(await database.prisma.utterance.findMany({ where: { text: { contains: 'lights' } } })).toMatchObject([
      { text: 'asked for lights' },
    ])
    expect(await speaks('The Pilots')).toEqual(['Pilots Guild null'])
  })

  it('survives export, restore, retraction', async () => {
    const [one = ''] = await corrected([await isBy('The chair', 'Bo Lind')])
    await corrected([await isBy('Dredging', 'Dov Eland')])
    const texts = await exported(database)
    await retracted(database, slug)
    expect(await database.prisma.correction.count()).toBe(0)
    await restored(database, slug)
    expect(await exported(database)).toEqual(texts)
    await retracted(database, slug)
    const away = await exported(database)
    await testDatabase()
    for (const text of away) await ingestJson(database, text)
    expect(await exported(database)).toEqual(away)
    await restored(database, slug)
    expect(await exported(database)).toEqual(texts)
    await undone(one)
    expect(await speaks('The chair')).toEqual(['Ada Moss EXACT'])
    expect(await speaks('Dredging')).toEqual(['Dov Eland CURATOR'])
  })

  it('knows an edited copy of a meeting whose title and date are corrected', async () => {
    await corrected([{ kind: 'MEETING', facts: { title: 'The board of the harbour', date: '2021-03-05' } }])
    const edited: Minutes = { ...board, paragraphs: (board.paragraphs ?? []).slice(0, 2) }
    const { status } = await ingest(database, edited, { series: 'Boards' })
    expect(status).toBe('UPDATED')
    expect(await database.prisma.meeting.findMany({ select: { title: true, slug: true } })).toEqual([
      { title: 'The board of the harbour', slug },
    ])
  })

  it('holds no name that is erased', async () => {
    await corrected([await isBy('The chair', 'Bo Lind')])
    const { id } = await database.prisma.person.findFirstOrThrow({ where: { name: 'Bo Lind' } })
    await erased(database, id)
    expect((await exported(database)).join()).not.toContain('Lind')
  })

  it('is not gone over by somebody who has not seen it', async () => {
    const [one = ''] = await corrected([await isBy('The chair', 'Bo Lind')])
    const other = [await isBy('The chair', 'Cy Quist')]
    await expect(corrected(other)).rejects.toThrow('kay has corrected this meanwhile: “The chair')
    await corrected(other, [one])
    expect(await speaks('The chair')).toEqual(['Cy Quist CURATOR'])
    await undone(one)
    expect(await speaks('The chair')).toEqual(['Cy Quist CURATOR'])
  })
})
