import { expect, it } from 'vitest'
import { testDatabase } from '../support/database.js'

/** Pieces, how many numbers they have to have, and whether they are taken. */
const cases = [
  ['{0,1}', 2, true],
  ['{3,4,4,9}', 2, true],
  ['{}', 0, true],
  ['{}', 2, false],
  ['{1,1}', 2, false],
  ['{2,1}', 2, false],
  ['{-1,1}', 2, false],
  ['{NULL,1}', 2, false],
  ['{1,NULL}', 0, false],
  ['{1}', 0, false],
  ['{1,2}', 4, false],
  ['{1,3,2,4}', 2, false],
  ['{1,2,3,3}', 2, false],
  ['{1,2,NULL,4}', 2, false],
] as const

it('pieces are pairs in order, none empty, none overlapping', async () => {
  const { rows } = await testDatabase()
  for (const [pieces, low, taken] of cases) {
    const found = await rows({ name: undefined, text: 'SELECT pieces_ok($1::int[], $2::int)', values: [pieces, low] })
    expect(found, `${pieces} of at least ${low}`).toEqual([[taken]])
  }
})
