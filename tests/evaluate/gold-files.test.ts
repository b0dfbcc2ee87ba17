import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { goldFaults } from '../../src/evaluate/check-gold.js'
import { score } from '../../src/evaluate/score.js'
import { hasCorpora } from '../support/corpora.js'
import { openGoldHere } from '../support/gold.js'

const folder = 'tests/gold'
const files = (await readdir(folder)).filter((file) => file.endsWith('.json') && file !== 'floor.json')

/** A stretch of a record this long is a quotation of it, and none belongs into this repository. */
const mostWords = 12

describe('gold readings', () => {
  it.for(files)('%s points into the very file that it was made from, and into nothing else', async (file, { skip }) => {
    const opened = await openGoldHere(`${folder}/${file}`)
    if ('missing' in opened) return skip(opened.missing)
    expect(goldFaults(opened.gold, opened.source)).toEqual([])
    const { categories, extra } = score(opened.gold, opened.gold)
    expect(
      [...categories.map(({ f1 }) => f1), ...[...extra.values()].map(({ f1 }) => f1)].every((f1) => f1 === 1),
    ).toBe(true)
  })

  it.skipIf(!hasCorpora('corpora', 'whether gold readings quote nothing of records'))(
    'quote nothing of the records that they annotate',
    async () => {
      for (const file of files.filter((name) => name !== 'harbour-consultation.json')) {
        const long = stringsIn(JSON.parse(await readFile(`${folder}/${file}`, 'utf8'))).filter(
          (text) => text.split(/\s+/).length >= mostWords,
        )
        expect(long, file).toEqual([])
      }
    },
  )
})

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}
