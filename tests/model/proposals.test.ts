import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { answersOf, type Counts, speakersF1, total } from '../support/readings.js'

const answers = readdirSync(new URL('../proposals/', import.meta.url)).filter((name) =>
  /^(?!gold-).*\.jsonl$/.test(name),
)

const share = ([found, of]: readonly [number, number]): number => (of === 0 ? 1 : found / of)
it('what the gate makes of a language model’s answers is right of nearly every remark', async () => {
  const rows: Counts[] = []
  for await (const { name, counts, differences } of answersOf()) {
    rows.push(counts)
    expect(speakersF1(counts), `${name}: ${differences.join('; ')}`).toBeGreaterThanOrEqual(0.85)
    expect(share(counts.present), name).toBeGreaterThanOrEqual(0.98)
  }
  expect(rows).toHaveLength(answers.length)
  const all = total(rows)
  expect(speakersF1(all)).toBeGreaterThanOrEqual(0.95)
  expect(share(all.toldAnswers)).toBeGreaterThanOrEqual(0.8)
  expect(share(all.spans)).toBeGreaterThanOrEqual(0.88)
})
