import { describe, expect, it } from 'vitest'
import { Paces } from '../../src/database/postgres/paces.js'

const ago = (ms: number) => performance.now() - ms
const justNow = () => ago(-60_000) // however long this test takes

describe('whether a statement is quick', () => {
  it('is not known of one that is new, or has no name', () => {
    const paces = new Paces()
    paces.note([undefined], justNow())
    expect(['a', undefined].map((name) => paces.isQuick(name))).toEqual([false, false])
  })

  it('follows how long it takes', () => {
    const paces = new Paces()
    paces.note(['a'], justNow())
    expect(paces.isQuick('a')).toBe(true)
    paces.note(['a'], ago(1_000))
    expect(paces.isQuick('a')).toBe(false)
    for (let time = 0; time < 20; time++) paces.note(['a'], justNow())
    expect(paces.isQuick('a')).toBe(true)
  })

  it('is asked again of each where one of several must have been slow', () => {
    const paces = new Paces()
    paces.note(['a', 'b', 'c'], justNow())
    paces.note(['a', 'b'], ago(1_000))
    expect(['a', 'b', 'c'].map((name) => paces.isQuick(name))).toEqual([false, false, true])
  })

  it('leaves out what the process itself is busy with', () => {
    const paces = new Paces()
    for (let turn = 0; turn < 20; turn++) paces.noteTurn(100_000)
    paces.note(['a'], ago(1_000))
    expect(paces.isQuick('a')).toBe(true)
  })
})
