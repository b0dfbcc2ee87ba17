import { describe, expect, it } from 'vitest'
import { reportTo } from '../../src/cli/ingest-report.js'
import { outcomesRead } from '../../src/client/outcomes-read.js'
import { differenceOf } from '../../src/client/record-difference.js'
import { remarksRead } from '../../src/client/remarks-read.js'
import { boardThatDecides } from '../ingest-write/board.js'
import { recordOf } from '../support/record.js'

const read = {
  file: 'minutes.txt',
  sha256: 'ab',
  format: 'labelled',
  status: 'dry-run' as const,
  meeting: null,
  counts: { created: 9, updated: 0, removed: 0, unchanged: 0 },
  findings: [{ severity: 'WARNING', code: 'NO_ATTENDEE_LIST', message: 'Nobody is listed.', pieces: [] }],
  people: 2,
  remarks: 3,
  ...{ decisions: 0, motions: 0, voteEvents: 0, actionItems: 0 },
  removedSample: false,
}
const heading = { title: 'Harbour board', date: '2025-03-04', series: null }
const post = { organization: 'Port Authority', title: 'Director', status: 'CURRENT' as const, from: null, to: null }
const person = (name: string, remarks: number, affiliations = [post]) => ({
  name,
  printedNames: [name],
  listed: true,
  remarks,
  affiliations,
})

const linesOf = (names: ReturnType<typeof person>[]) => {
  let text = ''
  const out = { write: (more: string) => (text += more) }
  const report = reportTo(out, out, 1)
  report.add({ ...read, dryRun: { heading, names, said: [], decided: [], difference: null } })
  return text.split('\n')
}

describe('a dry run', () => {
  it('tells whom a record names, for whom they stand, and what is in doubt', () => {
    expect(linesOf([person('Ada Moss', 2), person('Bo Lind', 1, []), person('Cy Quist', 0, [])]).slice(1, 8)).toEqual([
      '  title   Harbour board',
      '  date    2025-03-04',
      '  series  none; --series names one',
      '  Ada Moss: Director, Port Authority; 2 remarks',
      '  Bo Lind: 1 remark',
      '  Cy Quist',
      '  NO_ATTENDEE_LIST: Nobody is listed.',
    ])
  })

  it('tells who says what, and whom they answer', () => {
    const remark = {
      kind: 'STATEMENT' as const,
      paragraph: '7',
      speaker: 'Ada Moss',
      answers: [],
      opening: 'The lamps are out.',
    }
    const answer = {
      ...remark,
      kind: 'RESPONSE' as const,
      paragraph: null,
      speaker: null,
      answers: ['Ada Moss', 'Bo Lind'],
    }
    let text = ''
    const out = { write: (more: string) => (text += more), columns: 52 }
    reportTo(out, out, 1).add({
      ...read,
      dryRun: { heading, names: [], said: [remark, answer], decided: [], difference: null },
    })
    expect(text.split('\n').slice(4, 6)).toEqual([
      '  7 Ada Moss: The lamps are out.',
      '  Nobody by name answers Ada Moss, Bo Lind: The lam…',
    ])
  })

  it('reads from a record who says what', () => {
    const both = { speakerAsPrinted: null, speakerRole: null, party: null, paragraph: 0 }
    const record = {
      people: [{ key: 'a', name: 'Ada Moss' }],
      organizations: [{ key: 'p', name: 'Port Authority' }],
      paragraphs: [{ position: 0, number: '1' }],
      utterances: [
        { position: 0, text: 'x'.repeat(120) },
        { position: 1, text: 'No.' },
      ],
      remarks: [
        { ...both, position: 0, kind: 'STATEMENT' as const, utterance: 0, speaker: 'a', inResponseTo: [] },
        { ...both, position: 1, kind: 'RESPONSE' as const, utterance: 1, speaker: null, party: 'p', inResponseTo: [0] },
      ],
    }
    expect(remarksRead(record)).toEqual([
      { kind: 'STATEMENT', paragraph: '1', speaker: 'Ada Moss', answers: [], opening: `${'x'.repeat(99)}…` },
      { kind: 'RESPONSE', paragraph: '1', speaker: 'Port Authority', answers: ['Ada Moss'], opening: 'No.' },
    ])
  })

  it('tells what was decided, by whom it was moved and how the vote went, and counts it', () => {
    const { record } = recordOf(boardThatDecides)
    let text = ''
    const out = { write: (more: string) => (text += more) }
    const report = reportTo(out, out, 1)
    const totals = { decisions: 1, motions: 2, voteEvents: 2, actionItems: 2 }
    report.add({
      ...{ ...read, ...totals },
      dryRun: { heading, names: [], said: [], decided: outcomesRead(record), difference: null },
    })
    report.end()
    expect(text.split('\n').slice(4, 11)).toEqual([
      '  2 decision (ADOPTED): It was agreed to dredge.',
      '  2 motion (moved by Cy Quist, seconded by Pilots Guild and a member, PASSED): Mr. Quist moved that the north basin be dredged.',
      '  motion (moved by Bo Lind, WITHDRAWN): To put "deepened" for "dredged".',
      '  vote (ROLL_CALL, YES 2, NO 0, PASSED): The motion was put to the vote.',
      '  vote (POLL, Monday 3, as Mr. Quist likes 1): Which day suits best?',
      '  3 action (for Fay Orr and the Clerk and Port Authority, 2021-04-01): Fay Orr and the Clerk to write to Mr. Quist.',
      '  action (for Ada Moss, done): Ada Moss wrote.',
    ])
    expect(text).toContain('outcomes   1 decision, 2 motions, 2 votes, 2 action items\n')
  })

  it('shows a mover, a vote or an assignee that a new reading has otherwise', () => {
    const { record } = recordOf(boardThatDecides)
    const { record: other } = recordOf(boardThatDecides)
    Object.assign(other.motions[0] ?? {}, { movers: [] })
    Object.assign(other.votes[1] ?? {}, { option: 'NO' })
    expect(differenceOf(record, other)).toEqual({
      changes: [
        { sign: '-', text: expect.stringMatching(/^motion \(moved by Cy Quist, seconded/) },
        { sign: '+', text: expect.stringMatching(/^motion \(seconded by Pilots Guild/) },
        { sign: '-', text: 'Cy Quist votes YES: The motion was put to the vote.' },
        { sign: '+', text: 'Cy Quist votes NO: The motion was put to the vote.' },
      ],
      kept: differenceOf(record, record).kept,
    })
  })

  it('tells of a known meeting only what goes and what comes, at most forty lines of it', () => {
    const changes = Array.from({ length: 42 }, (_, i) => ({ sign: '+' as const, text: `Ada Moss: Line ${i}.` }))
    let text = ''
    const out = { write: (more: string) => (text += more) }
    const difference = { meeting: 'harbour-board-2025-03-04', changes, kept: 1 }
    reportTo(out, out, 1).add({
      ...read,
      dryRun: { heading, names: [person('Ada Moss', 2)], said: [], decided: [], difference },
    })
    const lines = text.split('\n')
    expect(lines.slice(4, 6)).toEqual([
      '  harbour-board-2025-03-04: what goes (-) and what comes (+); 1 sentence stays as it is.',
      '  + Ada Moss: Line 0.',
    ])
    expect(lines.slice(44, 46)).toEqual(['  + Ada Moss: Line 39.', '  … and 2 more; --json lists all.'])
  })

  it('cuts a long list of people, saying so', () => {
    const lines = linesOf(Array.from({ length: 45 }, (_, i) => person(`Person ${i}`, 1, [])))
    expect(lines[44]).toBe('  … and 5 more; --json lists all.')
  })
})
