import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { finiteForms, participles, pastForms } from '@rapporteur/reader/english/reporting-verbs'
import { describe, expect, it } from 'vitest'

const source = readFileSync(fileURLToPath(new URL('../../src/english/reporting-verbs.ts', import.meta.url)), 'utf8')
const table = source.slice(source.indexOf('const table'), source.indexOf('const extraForms'))

/** The verbs of the table as it is written, without what they need. */
const bases = [...table.matchAll(/'((?:[a-z]+(?:\([^)]*\))? ?)+)'/g)]
  .flatMap(([, verbs = '']) => verbs.replace(/\([^)]*\)/g, '').split(' '))
  .filter((base) => base !== '')

describe('the list of verbs that report', () => {
  it('has each verb once', () => {
    const twice = bases.filter((base, i) => bases.indexOf(base) !== i)
    expect(twice).toEqual([])
  })

  it('gives each verb its forms', () => {
    for (const base of bases) expect([base, finiteForms.has(base)]).toEqual([base, true])
    expect(pastForms.get('noted')).toEqual(finiteForms.get('notes'))
    expect(participles.has('given')).toBe(true)
  })
})
