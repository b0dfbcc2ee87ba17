import { isStageNote } from '@rapporteur/reader/turns/stage-notes'
import { expect, it } from 'vitest'

it('an answer that goes on after an interruption is no note', () => {
  expect(isStageNote('--- Yes, it was shut because the lamps were dark.')).toBe(false)
})

it.each(['--- Upon resuming at 2:05 p.m.', '--- Recess at 10:30 a.m.', '--- EXHIBIT 4: A drawing of the quay'])(
  '%s',
  (note) => {
    expect(isStageNote(note)).toBe(true)
  },
)
