import { isNameShaped } from '@rapporteur/reader/people/name-shape'
import { expect, it } from 'vitest'

it.each(['John Smith', 'Paul Arkwright', 'Joan Whitaker', 'Eva Schumaker'])(
  '%s is a name, whatever it ends in',
  (name) => {
    expect(isNameShaped(name)).toBe(true)
  },
)

it.each(['Marine Biologist', 'Staff Hydrologist', 'Minute Taker'])('%s is what somebody is', (title) => {
  expect(isNameShaped(title)).toBe(false)
})
