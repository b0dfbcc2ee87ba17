import { holdsTitle } from '@rapporteur/reader/english/titles'
import { expect, it } from 'vitest'

it.each(['John Smith', 'Paul Arkwright', 'Joan Whitaker', 'Eva Schumaker'])(
  '%s is a name, whatever it ends in',
  (name) => {
    expect(holdsTitle(name)).toBe(false)
  },
)

it.each(['Marine Biologist', 'Staff Hydrologist', 'Minute Taker'])('%s is what somebody is', (title) => {
  expect(holdsTitle(title)).toBe(true)
})
