import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { toOutput } from '../../src/cli/export.js'

// Node warned of a leak on the standard error, once an export had to wait eleven times for whoever reads it.
it('an export that waits for its reader again and again leaves no listeners behind', async () => {
  const output = new PassThrough({ highWaterMark: 1 })
  const read = text(output)
  await toOutput(
    output,
    Array.from({ length: 30 }, (_, i) => `${i}\n`),
  )
  expect(output.listenerCount('drain')).toBe(0)
  expect(output.listenerCount('error')).toBeLessThan(5)
  output.end()
  expect(await read).toContain('29\n')
})
