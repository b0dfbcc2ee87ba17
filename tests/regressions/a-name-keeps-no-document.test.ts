import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { reading, whileReading } from '@rapporteur/reader/once'
import { expect, it } from 'vitest'

/** MB of the heap that are in use after a collection. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed / 1024 / 1024
}

it('does not keep the documents whose names it remembers', () => {
  const fold = whileReading((name: string) => name.slice(0, 20))
  const before = heapInUse()
  for (let i = 0; i < 100; i++) {
    const document = Buffer.alloc(512 * 1024, `Said by somebody with the name ${i} in a document. `).toString('latin1')
    reading(() => fold(document.slice(0, 40)))
  }
  expect(heapInUse() - before).toBeLessThan(20)
})
