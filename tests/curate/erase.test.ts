import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { formsAt } from '../../src/curate/erase/forms.js'
import { eraserOf } from '../../src/curate/erase/mask.js'
import { feedOf, lastSequence } from '../support/changes.js'
import { erased, merged, renamed, restored, retracted } from '../support/curate.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'
import { type Minutes, readingOf } from '../support/record.js'
import { dump } from '../support/rows.js'

const series = 'Boards'
const spring: Minutes = {
  title: 'Hearing of Ada Mossberg',
  sections: ['What Ms. Mossberg said'],
  present: [
    {
      name: 'Ada Mossberg',
      honorific: 'Ms.',
      posts: [{ title: 'Deputy of Ada Mossberg', organization: 'Port Authority' }],
    },
    { name: 'Bo Lind', posts: [{ organization: 'Sea Court' }] },
  ],
  paragraphs: [
    {
      theme: "Ada Mossberg's plan",
      text: 'Ms. Ada Mossberg and MOSSBERG’s friends of Mossberg asked.',
      by: ['Ada Mossberg', 'Bo Lind'],
      replies: [{ by: 'Bo Lind', text: 'I agree with Ada\n  Mossberg.' }],
      unattributed: ['somebody like Mossberg'],
      cites: ['Ada Mossberg'],
    },
    { text: 'The mossbergia is a plant; Adam is a name.', by: ['Bo Lind'] },
    { text: 'Then it was put to the vote.' },
  ],
  outcomes: {
    motions: [
      {
        ...{ text: 'That Ada Mossberg be thanked.', requirement: 'the majority that Mossberg asked for', paragraph: 3 },
        movers: ['Ada Mossberg', 'Bo Lind'],
        seconders: [{ role: 'the deputy of Ms. Mossberg' }],
      },
    ],
    votes: [
      {
        ...{ text: 'The vote on Mossberg’s motion.', motion: 1, counts: { YES: 2 }, choices: { 'for Mossberg': 1 } },
        by: [
          { who: 'Ada Mossberg', option: 'YES' },
          { who: 'Bo Lind', option: 'OTHER', optionAsPrinted: 'as Mossberg' },
        ],
      },
    ],
    decisions: [{ text: 'MOSSBERG was thanked.', verb: 'thanked Mossberg', motion: 1 }],
    actions: [
      {
        text: 'Ada Mossberg to write.',
        assignees: ['Ada Mossberg'],
        dueAsPrinted: 'before Mossberg leaves',
        paragraph: 3,
      },
    ],
  },
}
const autumn: Minutes = {
  title: 'Autumn',
  date: '2021-09-01',
  present: [{ name: 'Ada Mossberg' }, { name: 'Eva Mossberg' }],
  paragraphs: [{ text: 'Mrs. Mossberg may be Eva, or Ada Mossberg.', by: ['Eva Mossberg'] }],
}

/** The tables and columns in which a name still stands. */
const found = (rows: Record<string, object[]>, name: RegExp) =>
  Object.entries(rows).flatMap(([table, list]) =>
    list.flatMap((row) =>
      Object.entries(row)
        .filter(([, value]) => name.test(JSON.stringify(value) ?? ''))
        .map(([column, value]) => `${table}.${column}: ${JSON.stringify(value)}`),
    ),
  )

describe('an erased person', () => {
  let database: TestDatabase
  const id = async (slug: string) => (await database.prisma.person.findUniqueOrThrow({ where: { slug } })).id
  beforeEach(async () => {
    database = await testDatabase()
    await ingest(database, spring, { series })
  })

  it('leaves the name in no row, no text and no bytes, and every offset where it was', async () => {
    const before = await database.prisma.sourceDocument.findFirstOrThrow()
    await renamed(database, await id('ada-mossberg'), 'Adelheid Mossberg')
    const ada = await id('ada-mossberg')
    await erased(database, ada, 'Ada Mossberg asked for it.')
    const rows = await dump(database)
    const changes = await database.prisma.change.findMany({ select: { reason: true } })
    expect(found({ ...rows, changes }, /Mossberg(?!ia)|MOSSBERG|mossberg(?!ia)|Adelheid|adelheid/)).toEqual([])
    const after = await database.prisma.sourceDocument.findFirstOrThrow()
    expect(after.text).toHaveLength(before.text.length)
    expect(Buffer.from(after.bytes).toString()).toBe(after.text)
    expect(after.text).toContain('The mossbergia is a plant; Adam is a name.')
    expect(after.text).toContain('Bo Lind')
    for (const { text, pieces } of await database.prisma.paragraph.findMany()) {
      const parts = pieces.flatMap((start, i) => (i % 2 === 0 ? [after.text.slice(start, pieces[i + 1])] : []))
      expect(text).toBe(parts.join(' '))
    }
    expect(await database.prisma.person.findUniqueOrThrow({ where: { id: ada } })).toMatchObject({
      name: '█████',
      printedNames: ['█████'],
      slug: 'erased',
      remarkTotal: 1,
    })
  })

  it('keeps a part in motions, votes and action items, without the name', async () => {
    const ada = await id('ada-mossberg')
    await erased(database, ada)
    const parties = await database.prisma.outcomeParty.findMany({ where: { personId: ada } })
    expect(parties.map(({ role, asPrinted }) => [role, asPrinted]).sort()).toEqual([
      ['ASSIGNEE', '███ ████████'],
      ['MOVER', '███ ████████'],
    ])
    expect(await database.prisma.vote.findFirst({ where: { personId: ada } })).toMatchObject({ option: 'YES' })
    const { text, pieces } = await database.prisma.outcome.findFirstOrThrow({ where: { kind: 'MOTION' } })
    const source = await database.prisma.sourceDocument.findFirstOrThrow()
    expect(source.text.slice(pieces[0], pieces[1])).toBe(text)
    expect(text).toBe('That ███ ████████ be thanked.')
  })

  it('is told to the feed, with what changed', async () => {
    const start = await lastSequence(database)
    await erased(database, await id('ada-mossberg'))
    const told = await feedOf(database, start)
    expect(told[0]).toBe('ERASED PERSON █████')
    expect(told).toEqual(
      expect.arrayContaining([
        ...['UPDATED PARAGRAPH 1', 'UPDATED PARAGRAPH 3'], // of the third only outcomes name her
        'UPDATED MEETING Hearing of ███ ████████',
        'UPDATED OUTCOME That ███ ████████ be thanked.',
      ]),
    )
    expect(told).not.toContain('UPDATED PARAGRAPH 2')
  })

  it('is not brought back by the same file, nor by another copy of the record that names them', async () => {
    const { meeting } = { meeting: await database.prisma.meeting.findFirstOrThrow() }
    await erased(database, await id('ada-mossberg'))
    await expect(ingest(database, spring, { series })).rejects.toThrow('somebody who was erased')
    const { slug } = await database.prisma.meeting.findUniqueOrThrow({ where: { id: meeting.id } })
    await expect(ingest(database, readingOf({ ...spring, sections: [] }), { meeting: slug })).rejects.toThrow(
      'was erased',
    )
    const clean: Minutes = {
      ...spring,
      title: 'Hearing',
      sections: [],
      present: spring.present?.slice(1) ?? [],
      paragraphs: [],
      outcomes: {},
    }
    expect((await ingest(database, clean, { meeting: slug })).status).toBe('UPDATED')
  })

  it('takes those with them who are merged into them, at every meeting, and nobody else of their family name', async () => {
    await ingest(database, autumn)
    const other =
      (await database.prisma.person.findMany({ where: { name: 'Ada Mossberg', slug: { not: 'ada-mossberg' } } }))[0]
        ?.id ?? ''
    await merged(database, 'PERSON', [other], await id('ada-mossberg'))
    await expect(erased(database, other)).rejects.toThrow('is merged into another person')
    await erased(database, await id('ada-mossberg'))
    const words = await database.prisma.paragraph.findFirstOrThrow({ where: { meeting: { title: 'Autumn' } } })
    expect(words.text).toBe('Mrs. Mossberg may be Eva, or ███ ████████.')
    expect((await database.prisma.person.findMany()).map(({ name }) => name).sort()).toEqual([
      'Bo Lind',
      'Eva Mossberg',
      '█████',
      '█████',
    ])
    await expect(erased(database, await id('erased'))).rejects.toThrow('already erased')
  })

  it('is erased from a retracted meeting, too', async () => {
    await ingest(database, autumn, { series })
    await retracted(database, 'hearing-of-ada-mossberg-2021-03-04')
    await erased(database, await id('ada-mossberg'))
    expect(found(await dump(database), /Ada\s+Mossberg|ada-mossberg/)).toEqual([])
    const { slug } = await database.prisma.retractedMeeting.findFirstOrThrow()
    await restored(database, slug)
    expect(found(await dump(database), /Ada\s+Mossberg|ada-mossberg/)).toEqual([])
    expect(await database.prisma.meeting.findFirst({ where: { slug } })).toMatchObject({
      title: 'Hearing of ███ ████████',
    })
  })
})

describe('a mask', () => {
  const name = fc
    .array(fc.stringMatching(/^[A-ZÄÉ][a-zäé]{1,8}$/), { minLength: 2, maxLength: 4 })
    .map((words) => words.join(' '))

  it('is as long as the text, and leaves no form of the name in it', () => {
    fc.assert(
      fc.property(name, fc.array(fc.oneof(fc.string(), fc.constant(null)), { maxLength: 12 }), (form, parts) => {
        const text = parts.map((part) => part ?? ` ${form.replace(' ', '\n ')} `).join('')
        const erase = eraserOf(formsAt([form], []))
        const after = erase(text)
        expect(after).toHaveLength(text.length)
        expect(after.split(/\s+/).join(' ')).not.toContain(` ${form} `)
        expect(erase(after)).toBe(after)
      }),
    )
  })
})
