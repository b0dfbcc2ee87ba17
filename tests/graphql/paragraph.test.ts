import { beforeAll, describe, expect, it } from 'vitest'
import { encodeId } from '../../src/schema/ids.js'
import { type Ask, asking } from '../support/ask.js'
import { testDatabase } from '../support/database.js'
import { id, insertArchive } from '../support/fixture.js'

let ask: Ask
beforeAll(async () => {
  const db = await testDatabase()
  await insertArchive(db.prisma)
  ask = asking(db)
})

const meeting = 'consultation-on-harbour-dues-2031-03-04'

describe('a paragraph', () => {
  it('tells who raised it, and what was said in it', async () => {
    const { at } = await ask(`{ paragraph(meeting: "${meeting}", number: "1") { position number heading text
      section { heading } theme { title } meeting { title } speakers { name } responses { speaker { name } }
      unattributed { wording } remarks { totalCount nodes { __typename position } } permalink citation
      span { start end pieces { start end } document { text } } } }`)
    expect(at('paragraph')).toMatchObject({
      position: 1,
      number: '1',
      heading: 'Fairness of dues',
      section: { heading: 'Discussion' },
      theme: { title: 'Fairness of dues' },
      meeting: { title: 'Consultation on Harbour Dues' },
      speakers: [{ name: 'Mara Lind' }, { name: 'Tomas Okoro' }],
      responses: [{ speaker: { name: 'Inés Valdez' } }],
      unattributed: [{ wording: 'One participant' }],
      remarks: {
        totalCount: 4,
        nodes: [
          { __typename: 'Statement', position: 1 },
          { __typename: 'Statement', position: 2 },
          { __typename: 'Statement', position: 3 },
          { __typename: 'Response', position: 4 },
        ],
      },
      permalink: `https://archive.example/meetings/${meeting}#paragraph-${id.fairnessParagraph}`,
      citation: 'Consultation on Harbour Dues, 2031-03-04, ¶ 1',
    })
    const text = at('paragraph.span.document.text') as string
    expect(text.slice(Number(at('paragraph.span.start')), Number(at('paragraph.span.end')))).toBe(at('paragraph.text'))
  })

  it('names somebody who raised it once, however many statements they have in it', async () => {
    const { at } = await ask(
      '{ theme(slug: "dredging-costs") { paragraphs { nodes { number speakers { name } citation } } } }',
    )
    expect(at('theme.paragraphs.nodes')).toEqual([
      {
        number: null,
        speakers: [{ name: 'Tomas Okoro' }],
        citation: 'Second Consultation, 2032-05-10 to 2032-05-12, paragraph 2',
      },
    ])
  })

  it('leads to those before and behind it', async () => {
    const { at } = await ask(
      `{ meeting(slug: "${meeting}") { paragraphs { nodes { previous { position } next { position number } } } } }`,
    )
    expect(at('meeting.paragraphs.nodes')).toEqual([
      { previous: null, next: { position: 2, number: '2' } },
      { previous: { position: 1 }, next: { position: 3, number: '3' } },
      { previous: { position: 2 }, next: { position: 4, number: '3' } },
      { previous: { position: 3 }, next: null },
    ])
  })
})

describe('a paragraph by its number', () => {
  it('is found by the slug and by the id of its meeting', async () => {
    for (const of of [meeting, encodeId('Meeting', id.meeting2031)]) {
      const { at } = await ask(`{ paragraph(meeting: "${of}", number: "2") { heading } }`)
      expect(at('paragraph.heading')).toBe('Night traffic')
    }
  })

  it('is null where the meeting has none with it, or is unknown', async () => {
    const { data, errors } = await ask(`{ a: paragraph(meeting: "${meeting}", number: "99") { id }
      b: paragraph(meeting: "nothing", number: "1") { id } c: paragraph(meeting: "${meeting}", number: "1", section: 1) { id } }`)
    expect(errors).toEqual([])
    expect(data).toEqual({ a: null, b: null, c: null })
  })

  it('is an error where it is printed twice, until the section tells which', async () => {
    const twice = await ask(`{ paragraph(meeting: "${meeting}", number: "3") { text } }`)
    expect(twice.errors[0]?.message).toBe(
      'The number "3" is printed 2 times in this meeting: give "section", one of 2, 3.',
    )
    expect(twice.errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: ['section'] })
    const second = await ask(
      `{ paragraph(meeting: "${meeting}", number: "3", section: 3) { text section { heading } } }`,
    )
    expect(second.at('paragraph')).toEqual({ text: 'The tariff was read again.', section: { heading: 'Dues' } })
  })
})

describe('a filter of paragraphs', () => {
  it.each([
    ['{ theme: ["night-traffic"] }', ['2']],
    ['{ person: ["ines-valdez"] }', ['1']],
    ['{ person: ["ines-valdez", "olaf-brandt"] }', ['1', '2']],
    ['{ section: [3] }', ['3']],
    ['{ section: [2, 3] }', ['1', '2', '3', '3']],
    ['{ text: "TARIFF WAS" }', ['3', '3']],
    ['{ text: "100%" }', ['1']],
    ['{ text: "%" , section: [3] }', []],
    ['{ theme: [] }', []],
  ])('%s', async (filter, expected) => {
    const { at, errors } = await ask(
      `{ meeting(slug: "${meeting}") { paragraphs(filter: ${filter}) { totalCount nodes { number } } } }`,
    )
    expect(errors).toEqual([])
    expect(at('meeting.paragraphs.nodes.*.number')).toEqual(expected)
    expect(at('meeting.paragraphs.totalCount')).toBe(expected.length)
  })
})
