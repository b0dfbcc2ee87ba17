import { describe, expect, it } from 'vitest'
import { corrected } from '../../reader/src/corrections/corrected.js'
import type { Correction, Place } from '../../reader/src/corrections/correction.js'
import { placeAt } from '../../reader/src/corrections/place.js'
import { MeetingRecord } from '../../reader/src/record.js'
import { board } from '../ingest-write/board.js'
import { type Minutes, recordOf } from '../support/record.js'

const given = recordOf(board)

/** The place of these words. */
const at = (words: string, text = given.text): Place => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`Nothing reads ${words}`)
  return placeAt(text, [[start, start + words.length]])
}

/** The record that corrections make, and why some of them do not apply. */
function made(...corrections: Correction[]) {
  const { record, applied } = corrected(given.text, given.record, corrections)
  return { record: MeetingRecord.parse(record), lost: applied.map(({ lost }) => lost) }
}

/** Who says what to whom, a line each. */
const said = ({ remarks, utterances, people, organizations }: MeetingRecord) =>
  remarks.map((row) => {
    const name = (list: readonly { key: string; name: string }[], key: string | null) =>
      list.find((one) => one.key === key)?.name
    const who = name(people, row.speaker) ?? name(organizations, row.party) ?? row.speakerRole
    const to = row.inResponseTo.length > 0 ? ` to ${row.inResponseTo}` : ''
    return `${row.position} ${who} ${row.scope ?? 'RESPONSE'}${to}: ${utterances[row.utterance - 1]?.text}`
  })

const opening = 'The chair opened the meeting and thanked everybody.'
const dredging = 'Dredging should start before the winter storms come in.'
const reply = 'Ms. Moss agreed and noted the cost.'
const guild = 'The Pilots Guild asked for lights along the outer pier.'
const person = (name: string) => ({ person: name })

describe('corrections', () => {
  it('change nothing where there are none', () => {
    expect(made().record).toEqual(given.record)
  })

  it('say that bodies and roles speak', () => {
    const { record } = made(
      { kind: 'SPEAKER', at: at(opening), by: [{ body: 'Sea Court' }] },
      { kind: 'SPEAKER', at: at(reply), by: [{ role: 'The Clerk' }] },
    )
    expect(said(record)[0]).toBe(`1 Sea Court WHOLE: ${opening}`)
    expect(said(record)[3]).toBe(`4 The Clerk RESPONSE to 2,3: ${reply}`)
  })

  it('take a speaker out of the record who says nothing else and is in no list', () => {
    const { record } = made({ kind: 'SPEAKER', at: at(guild), by: [person('Cy Quist')] })
    expect(record.organizations.map(({ name }) => name)).not.toContain('Pilots Guild')
    expect(record.organizations.map(({ name }) => name)).toContain('Tug Owners')
  })

  it('say that nobody speaks, or that nothing is said', () => {
    const { record } = made(
      { kind: 'NOBODY', at: at(opening), passage: 'IMPERSONAL' },
      { kind: 'NO_REMARK', at: at(reply) },
    )
    expect(said(record)).toHaveLength(3)
    expect(record.unattributed[0]).toMatchObject({
      ...{ kind: 'IMPERSONAL', paragraph: 1, utterance: null, text: opening },
      wording: 'The chair opened the meeting and',
    })
  })

  it('take words out of a remark, or leave them in it as nobody’s', () => {
    const { record } = made(
      { kind: 'NO_REMARK', at: at('along the outer pier') },
      { kind: 'NOBODY', at: at('before the winter storms'), passage: 'ANONYMOUS' },
    )
    expect(record.utterances.map(({ text }) => text)).toContain('The Pilots Guild asked for lights')
    expect(record.unattributed[0]).toMatchObject({ utterance: 2, text: 'before the winter storms' })
  })

  it('make a statement of a response, and back', () => {
    const statement: Correction = { kind: 'REMARK_KIND', at: at(reply), is: 'STATEMENT' }
    expect(made(statement).record.remarks[3]).toMatchObject({
      kind: 'STATEMENT',
      scope: 'WHOLE',
      acts: [],
      stance: null,
      inResponseTo: [],
    })
    expect(made(statement, { ...statement, is: 'RESPONSE' }).record.remarks[3]).toMatchObject({
      kind: 'RESPONSE',
      scope: null,
    })
  })

  it('say what a remark answers: what comes before it only', () => {
    const { record } = made({ kind: 'ANSWERS', at: at(guild), to: [at(opening), at(reply)] })
    expect(record.remarks[4]).toMatchObject({ kind: 'RESPONSE', scope: null, inResponseTo: [1, 4] })
    expect(made({ kind: 'ANSWERS', at: at(opening), to: [at(guild)] }).lost[0]).toMatch('cannot answer itself')
    expect(made({ kind: 'ANSWERS', at: at(reply), to: [] }).record.remarks[3]).toMatchObject({
      kind: 'RESPONSE',
      inResponseTo: [],
    })
  })

  it('say for whom and about what', () => {
    const { record } = made(
      { kind: 'ON_BEHALF_OF', at: at(opening), bodies: ['Harbour Office', 'Sea Court'] },
      { kind: 'THEME', at: at(opening), title: 'Night work' },
      { kind: 'THEME', at: at(guild), title: null },
    )
    const names = new Map(record.organizations.map(({ key, name }) => [key, name]))
    expect(record.remarks[0]?.onBehalfOf.map((key) => names.get(key))).toEqual(['Harbour Office', 'Sea Court'])
    expect([record.remarks[0]?.theme, record.paragraphs[0]?.theme]).toEqual(['night-work', 'night-work'])
    expect([record.remarks[4]?.theme, record.paragraphs[2]?.theme]).toEqual([null, null])
  })

  it('split a remark, with what it answers and its acts, and join it again', () => {
    const split: Correction = { kind: 'SPLIT', at: at('noted the cost.') }
    const { record } = made(split)
    expect(said(record).slice(3, 5)).toEqual([
      '4 Ada Moss RESPONSE to 2,3: Ms. Moss agreed and',
      '5 Ada Moss RESPONSE to 2,3: noted the cost.',
    ])
    expect(said(made(split, { kind: 'JOIN', at: at(reply) }).record)).toEqual(said(given.record))
    expect(made({ kind: 'SPLIT', at: at(reply) }).lost[0]).toMatch('do not stand inside a remark')
    expect(made({ kind: 'JOIN', at: at(reply) }).lost[0]).toMatch('not two remarks')
  })

  it('join remarks of several people, and what answered one of them answers the whole', () => {
    const { record } = made({ kind: 'JOIN', at: at(`${opening}\n${dredging}`) })
    expect(said(record).slice(0, 2)).toEqual([
      `1 Ada Moss WHOLE: ${opening} ${dredging}`,
      `2 Ada Moss RESPONSE to 1: ${reply}`,
    ])
  })

  it('say who was there, how, and in which role', () => {
    const { record } = made(
      { kind: 'PRESENT', at: null, person: person('Bo Lind'), mode: 'APOLOGIES', role: 'Chair' },
      { kind: 'PRESENT', at: null, person: person('Ada Moss'), mode: null },
      { kind: 'PRESENT', at: at('The chair'), person: person('Dov Eland'), mode: 'PRESENT' },
    )
    const names = new Map(record.people.map(({ key, name }) => [key, name]))
    expect(record.attendances.map((row) => [row.position, names.get(row.person), row.mode, row.role])).toEqual([
      [1, 'Bo Lind', 'APOLOGIES', 'Chair'],
      [2, 'Cy Quist', 'PRESENT', null],
      [3, 'Dov Eland', 'PRESENT', null],
    ])
    expect(record.affiliations).toMatchObject([{ position: 1, attendance: 1, title: 'Judge' }])
    const absent = made({ kind: 'PRESENT', at: null, person: person('Dov Eland'), mode: null })
    expect(absent.lost[0]).toMatch('Dov Eland is not among those present')
    expect(absent.record).toEqual(given.record)
  })

  it('say what somebody is, and where, and how the name is written', () => {
    const { record } = made(
      { kind: 'POST', at: null, person: person('Cy Quist'), title: 'Pilot', body: 'Pilots Guild', status: 'CURRENT' },
      { kind: 'POST', at: null, person: person('Bo Lind'), title: null, body: null, status: 'FORMER' },
      { kind: 'NAME', at: null, person: person('Cy Quist'), name: 'Cyrus Quist' },
    )
    expect(record.affiliations.at(-1)).toMatchObject({ title: 'Pilot', person: 'cy-quist', attendance: 3 })
    expect(record.affiliations.some(({ person: key }) => key === 'bo-lind')).toBe(false)
    expect(record.people.find(({ key }) => key === 'cy-quist')).toMatchObject({
      name: 'Cyrus Quist',
      sortName: 'quist cyrus',
    })
    expect(made({ kind: 'NAME', at: null, person: person('Cy Quist'), name: 'Bo Lind' }).lost[0]).toMatch('merge them')
  })

  it('say what the meeting was called, and when it was', () => {
    const { record } = made({
      kind: 'MEETING',
      at: null,
      facts: { title: 'Board of the harbour', endDate: '2021-03-05' },
    })
    expect(record.meeting).toMatchObject({ title: 'Board of the harbour', date: '2021-03-04', endDate: '2021-03-05' })
    expect(made({ kind: 'MEETING', at: null, facts: { endDate: '2020-03-05' } }).lost[0]).toMatch('ends on the day')
  })

  it.each([
    ['new words before', (minutes: Minutes) => ({ ...minutes, title: 'The harbour board of the north' })],
    [
      'paragraphs in another order',
      (minutes: Minutes) => ({ ...minutes, paragraphs: [...(minutes.paragraphs ?? [])].reverse() }),
    ],
  ])('find their words again in a copy with %s', (_what, edit) => {
    const copy = recordOf(edit(board))
    const { record, applied } = corrected(copy.text, copy.record, [
      { kind: 'SPEAKER', at: at(opening), by: [person('Cy Quist')] },
    ])
    expect(applied[0]?.lost).toBeNull()
    expect(said(record).find((line) => line.includes(opening))).toContain('Cy Quist')
  })

  it('tell two remarks of the same words apart by what stands around them', () => {
    const twice: Minutes = {
      paragraphs: [
        { text: 'The fees are too high.', by: ['Ada Moss'] },
        { text: 'I agree.', by: ['Ada Moss'] },
        { text: 'The pier is too short.', by: ['Ada Moss'] },
        { text: 'I agree.', by: ['Ada Moss'] },
      ],
    }
    const { text } = recordOf(twice)
    const start = text.lastIndexOf('I agree.')
    const place = placeAt(text, [[start, start + 8]])
    const copy = recordOf({
      ...twice,
      paragraphs: [{ text: 'I agree.', by: ['Bo Lind'] }, ...(twice.paragraphs ?? [])],
    })
    const { record } = corrected(copy.text, copy.record, [{ kind: 'SPEAKER', at: place, by: [person('Cy Quist')] }])
    expect(said(record)[4]).toBe('5 Cy Quist WHOLE: I agree.')
  })
})
