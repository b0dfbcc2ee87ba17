import { readText } from '@rapporteur/reader/files/text'
import { reading, whileReading } from '@rapporteur/reader/once'
import { readRecord } from '@rapporteur/reader/read'
import { matchesAtSigns } from '@rapporteur/reader/text/at-signs'
import { expect, it } from 'vitest'

const counting = () => {
  const asked: string[] = []
  const of = whileReading((text) => {
    asked.push(text)
    return text.length
  })
  return { asked, of }
}

it('works out once while a document is read what is asked of the same text', () => {
  const { asked, of } = counting()
  expect(reading(() => [of('Ada Roe'), of('Ada Roe'), of('Bo')])).toEqual([7, 7, 2])
  expect(asked).toEqual(['Ada Roe', 'Bo'])
  reading(() => of('Ada Roe'))
  expect(asked).toEqual(['Ada Roe', 'Bo', 'Ada Roe'])
})

it('keeps nothing of a document that nobody could read, and nothing of what is asked outside of a reading', () => {
  const { asked, of } = counting()
  const refuse = () => {
    of('Ada Roe')
    readRecord(readText(Buffer.from('x\n'), 'x.txt'))
  }
  expect(() => reading(refuse)).toThrow('no kind of record')
  of('Ada Roe')
  of('Ada Roe')
  expect(asked).toEqual(['Ada Roe', 'Ada Roe', 'Ada Roe'])
})

it('finds at signs what a pattern finds anywhere', () => {
  const source = '(?<![\\p{L}\\p{N}])[*_]{1,3}(?=\\S)|(?<=\\S)[*_]{1,3}(?![\\p{L}\\p{N}])|\\[\\d\\]'
  for (const text of ['', 'none', '**Roe** asked_for_it [1]', '***[2]*** a*b* _c', '[3][4]__[5']) {
    const found = matchesAtSigns(text, /[*_[]/g, new RegExp(source, 'uy'))
    expect(found.map(({ 0: words, index }) => [words, index])).toEqual(
      [...text.matchAll(new RegExp(source, 'gu'))].map(({ 0: words, index }) => [words, index]),
    )
  }
})
