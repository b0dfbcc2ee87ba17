import { describe, expect, it } from 'vitest'
import { reportTo } from '../../src/cli/ingest-report.js'

const read = {
  file: 'minutes.txt',
  sha256: 'ab',
  format: 'markdown-minutes',
  status: 'dry-run' as const,
  meeting: null,
  counts: { created: 9, updated: 0, removed: 0, unchanged: 0 },
  findings: [{ severity: 'WARNING', code: 'NO_ATTENDEE_LIST', message: 'Nobody is listed.', pieces: [] }],
  people: 2,
  remarks: 3,
  removedSample: false,
}
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
  report.add({ ...read, names })
  return text.split('\n')
}

describe('a dry run', () => {
  it('tells whom a record names, for whom they stand, and what is in doubt', () => {
    expect(linesOf([person('Ada Moss', 2), person('Bo Lind', 1, []), person('Cy Quist', 0, [])]).slice(1, 5)).toEqual([
      '  Ada Moss: Director, Port Authority; 2 remarks',
      '  Bo Lind: 1 remark',
      '  Cy Quist',
      '  NO_ATTENDEE_LIST: Nobody is listed.',
    ])
  })

  it('cuts a long list of people, saying so', () => {
    const lines = linesOf(Array.from({ length: 45 }, (_, i) => person(`Person ${i}`, 1, [])))
    expect(lines[41]).toBe('  … and 5 more; --json lists all.')
  })
})
