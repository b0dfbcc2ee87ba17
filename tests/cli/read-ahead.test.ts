import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { pace } from '../../src/cli/ingest-report.js'
import { readAhead } from '../../src/cli/read-ahead.js'

/** Work whose end the test decides. */
function jobs() {
  const begun: number[] = []
  const ends = new Map<number, () => void>()
  const work = (item: number) => {
    begun.push(item)
    return new Promise<string>((resolve) => ends.set(item, () => resolve(`done ${item}`)))
  }
  return { begun, end: (item: number) => ends.get(item)?.(), work }
}

describe('reading ahead', () => {
  it('gives results in order, with never more than so many under way', async () => {
    const { begun, end, work } = jobs()
    const results = readAhead([1, 2, 3, 4, 5], work, 2)
    const first = results.next()
    await nextTurn()
    expect(begun).toEqual([1, 2, 3])
    for (const item of [3, 2, 1]) end(item)
    expect((await first).value).toEqual({ item: 1, result: 'done 1' })
    const second = results.next()
    await nextTurn()
    expect(begun).toEqual([1, 2, 3, 4])
    expect((await second).value?.item).toBe(2)
    end(4)
    const rest = [await results.next(), await results.next()]
    expect(rest.map(({ value }) => value?.item)).toEqual([3, 4])
    end(5)
    expect((await results.next()).value?.item).toBe(5)
    expect((await results.next()).done).toBe(true)
  })

  it('throws an error in its turn, and begins nothing more once nobody asks', async () => {
    const begun: number[] = []
    const work = async (item: number) => {
      begun.push(item)
      if (item === 2) throw new Error('no second')
      return item
    }
    const results = readAhead([1, 2, 3, 4, 5, 6], work, 1)
    expect((await results.next()).value?.result).toBe(1)
    await expect(results.next()).rejects.toThrow('no second')
    expect((await results.next()).done).toBe(true)
    expect(begun).toEqual([1, 2, 3])
  })
})

describe('the pace of an ingest', () => {
  it('is told once there is one, with the time that is left', () => {
    expect(pace({ done: 0, total: 9, remarks: 0, seconds: 5 })).toBe('')
    expect(pace({ done: 10, total: 30, remarks: 5_000, seconds: 10 })).toBe('500 remarks/s, 20 s left, ')
    expect(pace({ done: 10, total: 1_000, remarks: 5_000, seconds: 10 })).toBe('500 remarks/s, 17 min left, ')
    expect(pace({ done: 1, total: 1_000, remarks: 90, seconds: 9 })).toBe('10 remarks/s, 2.5 h left, ')
  })
})
