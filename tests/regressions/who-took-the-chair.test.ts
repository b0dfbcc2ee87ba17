import { chairIn } from '@rapporteur/reader/turns/present-heads'
import { expect, it } from 'vitest'

it.each([
  ['Ada Roe, the Deputy Speaker, took the chair at 2 pm.', 'Deputy Speaker', 'Ada Roe'],
  ['Ada Dean (the Deputy Speaker) took the chair.', 'Deputy Speaker', 'Ada Dean'],
  ['The Speaker, the Hon ADA ROE, took the Chair at 2 pm.', 'Speaker', 'Hon ADA ROE'],
])('%s', (line, role, name) => {
  expect(chairIn(line)).toEqual({ role, name })
})

it('nobody by words that name no office', () => {
  expect(chairIn('Ada Roe, with some reluctance, took the chair.')).toBeNull()
})
