import { describe, expect, it } from 'vitest'
import type { ReadRemark } from '../../src/pages/meeting/load-meeting.js'
import { letterOf } from '../../src/pages/meeting/record.js'
import { colours, coloursOf } from '../../src/pages/meeting/voices.js'

const by = (slug: string): ReadRemark => ({
  ...{ id: slug, kind: 'STATEMENT', utterance: slug, pieces: [0, 1], speaker: { slug, name: slug }, match: null },
  ...{ asPrinted: null, role: null, party: null, organization: null, onBehalfOf: [], verbs: [], answers: [] },
  section: null,
})

describe('colours of voices', () => {
  it('differ within a paragraph, and stay the same over the meeting', () => {
    const paragraphs = [
      ['ada', 'ben'],
      ['cyd', 'ada'],
      ['ben', 'cyd', 'dan', 'eve', 'fay', 'gus', 'hal'],
    ].map((names) => names.map(by))
    const found = coloursOf(paragraphs)
    expect([...found.keys()]).toHaveLength(8)
    for (const remarks of paragraphs)
      expect(new Set(remarks.map(({ id }) => found.get(`person ${id}`))).size).toBe(remarks.length)
  })

  it('are shared only where a paragraph has more voices than there are', () => {
    const crowd = Array.from({ length: colours + 3 }, (_, i) => by(`voice-${i}`))
    const found = [...coloursOf([crowd]).values()]
    expect(new Set(found)).toEqual(new Set(Array.from({ length: colours }, (_, i) => i)))
  })

  it('stand beside letters that never run out', () => {
    expect([0, 25, 26, 27, 701, 702].map(letterOf)).toEqual(['a', 'z', 'aa', 'ab', 'zz', 'aaa'])
  })
})
