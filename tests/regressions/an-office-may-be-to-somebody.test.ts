import { partsOf } from '@rapporteur/reader/turns/label-parts'
import { expect, it } from 'vitest'

it('an office in parentheses may be to somebody', () => {
  expect(partsOf('ADA ROE (Clerk to the Council)')).toMatchObject([{ text: 'ADA ROE', title: 'Clerk to the Council' }])
})

it('an office without a name keeps whom it is to', () => {
  expect(partsOf('Special Adviser to the Minister')?.map(({ text }) => text)).not.toEqual(['Special Adviser'])
})

it.each(['Ada Roe to the Minister for Harbours', '4. Ada Roe to the Minister for Harbours'])(
  '%s: who asks is the name',
  (label) => {
    expect(partsOf(label)).toMatchObject([{ kind: 'name', text: 'Ada Roe' }])
  },
)
