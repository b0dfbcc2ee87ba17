import { expect, it } from 'vitest'
import { type Counts, readingsOf, total } from '../support/readings.js'

// Floors below what is read now: a rule may cost one record a little, and not all of them much.
it('records of many kinds are read about as well as they were', async () => {
  const rows: Counts[] = []
  for await (const { counts } of readingsOf()) rows.push(counts)
  const { remarks, right, wrong, answers, present } = total(rows)
  expect(remarks).toBe(3626)
  expect(right[0]).toBeGreaterThan(2950)
  expect(wrong).toBeLessThan(340)
  expect(answers[0]).toBeGreaterThan(525)
  expect(present[0]).toBeGreaterThan(880)
})
