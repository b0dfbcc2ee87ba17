import { describe, expect, it } from 'vitest'
import { reportTo } from '../../src/cli/ingest-report.js'
import { remarksRead } from '../../src/client/remarks-read.js'

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
  report.add({ ...read, dryRun: { heading, names, said: [], difference: null } })
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
      dryRun: { heading, names: [], said: [remark, answer], difference: null },
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

  it('tells of a known meeting only what goes and what comes, at most forty lines of it', () => {
    const changes = Array.from({ length: 42 }, (_, i) => ({ sign: '+' as const, text: `Ada Moss: Line ${i}.` }))
    let text = ''
    const out = { write: (more: string) => (text += more) }
    const difference = { meeting: 'harbour-board-2025-03-04', changes, kept: 1 }
    reportTo(out, out, 1).add({ ...read, dryRun: { heading, names: [person('Ada Moss', 2)], said: [], difference } })
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
