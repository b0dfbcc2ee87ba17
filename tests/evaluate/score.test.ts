import { describe, expect, it } from 'vitest'
import { Gold } from '../../src/evaluate/gold.js'
import { score } from '../../src/evaluate/score.js'

const reading = (lists: object): Gold => Gold.parse({ source: { file: '', sha256: '' }, ...lists })
const f1 = (gold: object, read: object, name: string) =>
  score(reading(gold), reading(read)).categories.find((one) => one.name === name)?.f1

describe('score', () => {
  it('takes another printed name of a body for the body', () => {
    const gold = { organizations: [{ key: 'a', name: 'Harbour Board', namesAsPrinted: ['Harbour Board', 'HB'] }] }
    expect(f1(gold, { organizations: [{ key: 'x', name: 'HB' }] }, 'organizations')).toBe(1)
    expect(f1(gold, { organizations: [{ key: 'x', name: 'H' }] }, 'organizations')).toBe(0)
  })

  it('takes initials for the person of whom the gold prints them, but a family name for nobody', () => {
    const gold = {
      persons: [{ key: 'a', name: 'Ines Okafor', kind: 'ATTENDEE', namesAsPrinted: ['IO', 'Ms. Okafor'] }],
    }
    const named = (name: string) => ({ persons: [{ key: 'x', name, kind: 'ATTENDEE' }] })
    expect(f1(gold, named('IO'), 'persons')).toBe(1)
    expect(f1(gold, named('Okafor'), 'persons')).toBe(0)
  })

  it('takes a full name for the person whom the gold has by the initials that are printed beside it', () => {
    const gold = { persons: [{ key: 'a', name: 'IO', kind: 'ATTENDEE' }] }
    const named = (namesAsPrinted: string[]) => ({
      persons: [{ key: 'x', name: 'Ines Okafor', kind: 'ATTENDEE', namesAsPrinted }],
    })
    expect(f1(gold, named(['Ines Okafor', 'IO']), 'persons')).toBe(1)
    expect(f1(gold, named(['Ines Okafor']), 'persons')).toBe(0)
  })

  it('takes a reply for a statement where the gold does not say what is a reply', () => {
    const organizations = [{ key: 'd', name: 'Dover' }]
    const said = [{ party: 'd', start: 0, end: 40 }]
    const read = { organizations, responses: said }
    expect(f1({ organizations, statements: said }, read, 'statements')).toBe(1)
    expect(f1({ organizations, statements: said, responses: [] }, read, 'statements')).toBe(0)
  })

  it('holds a cited person against a reading only where the gold speaks of cited people', () => {
    const ines = { key: 'a', name: 'Ines Okafor', kind: 'ATTENDEE' }
    const sappho = { key: 'b', name: 'Sappho', kind: 'CITED' }
    expect(f1({ persons: [ines] }, { persons: [ines, sappho] }, 'persons')).toBe(1)
    expect(f1({ persons: [ines], mentions: [] }, { persons: [ines, sappho] }, 'persons')).toBeLessThan(1)
  })

  it('compares the levels of sections by rank, and introductions only where the gold has one', () => {
    const sections = [
      { position: 1, title: 'Paths', level: 1 },
      { position: 2, title: 'The lower path', level: 2 },
    ]
    const read = sections.map((one) => ({ ...one, level: one.level + 1, intro: 'Slides were shown.' }))
    expect(f1({ sections }, { sections: read }, 'sections')).toBe(1)
    expect(f1({ sections }, { sections: read.map((one) => ({ ...one, level: 2 })) }, 'sections')).toBe(0.5)
  })

  it('finds a role of a body to be another speaker than the same role of another', () => {
    const organizations = ['Dover', 'Calais'].map((name) => ({ key: name, name }))
    const said = (party: string) => ({
      organizations,
      statements: [{ role: 'Representative', party, start: 0, end: 40 }],
    })
    expect(f1(said('Dover'), said('Dover'), 'statements')).toBe(1)
    expect(f1(said('Dover'), said('Calais'), 'statements')).toBe(0)
  })

  it('compares roles and ways of attending only where the gold states them', () => {
    const persons = [{ key: 'a', name: 'Ines Okafor', kind: 'ATTENDEE' }]
    const row = { person: 'a', order: 1, nameAsPrinted: 'Ines Okafor' }
    const read = { persons, attendances: [{ ...row, mode: 'REMOTE', role: 'Chair' }] }
    expect(f1({ persons, attendances: [row] }, read, 'attendances')).toBe(1)
    expect(f1({ persons, attendances: [{ ...row, mode: 'PRESENT' }] }, read, 'attendances')).toBe(0)
  })
})
