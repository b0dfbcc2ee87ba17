import { readRecord } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { sourceOf } from './formats/read.js'

const hearing = (names: readonly string[], more = '') =>
  ['HEARING ON THE LOCKS, 4 March 2031', ...names.map((name) => `${name}: The gates are old.`), more].join('\n\n')

const read = (text: string) => readRecord(sourceOf(text, 'hearing.txt'))

const shown = (name: string, more = ''): string | undefined =>
  read(hearing(['MR. POE', name, 'MS. LOW', name], more)).record.people.find(({ printedNames }) =>
    printedNames.includes(name),
  )?.name

describe('names that a record prints in capitals only', () => {
  it.each([
    ['MS. HART', 'Hart'],
    ["MR. O'DELL", "O'Dell"],
    ['DR. MCELROY', 'McElroy'],
    ['MS. ADA VAN DER HEYDE', 'Ada van der Heyde'],
    ['MR. B. LIND-FALK', 'B. Lind-Falk'],
    ['CAPT. JT MOSS', 'JT Moss'],
    ['MX. ÖDE ÅGREN', 'Öde Ågren'],
    ['REV. CY HART III', 'Cy Hart III'],
  ])('%s is shown as %s', (printed, name) => expect(shown(printed)).toBe(name))

  it('are shown as the words of the record write them', () => {
    expect(shown('MR. MACDELL', 'MS. LOW: I agree with Mr. MacDell.')).toBe('MacDell')
  })

  it('keep how they are printed, and a finding says so', () => {
    const { record, findings } = read(hearing(['MR. POE', 'MS. LOW', 'MR. POE']))
    expect(record.remarks.map(({ speakerAsPrinted }) => speakerAsPrinted)).toEqual(['MR. POE', 'MS. LOW', 'MR. POE'])
    expect(findings.filter(({ code }) => code === 'NAME_VARIANT').map(({ message }) => message)).toContain(
      '“POE” is printed in capitals only, and shown as “Poe”.',
    )
  })

  it('are read behind any title, though each speaks once', () => {
    const titles = [
      'MR.',
      'MS.',
      'DR.',
      'PROF.',
      'REV.',
      'CAPT.',
      'MX.',
      'DAME',
      'LADY',
      'JUDGE',
      'SENATOR',
      'LT.',
      'HON.',
    ]
    const names = titles.map(
      (title, i) => `${title} ${'MOSS HART POE LOW LIND FALK ELAND QUIST VANE TARN ODD CUTT FENN'.split(' ')[i]}`,
    )
    expect(read(hearing(names)).record.remarks.filter(({ speaker }) => speaker !== null)).toHaveLength(titles.length)
  })
})
