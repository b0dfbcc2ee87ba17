import { officeVoice } from '@rapporteur/reader/reported-speech/office-voice'
import { expect, it } from 'vitest'

it('the body whose role somebody holds ends before the verb: “The representative of the World Bank offered data”', () => {
  const text = 'The representative of the World Bank offered data.'
  const context = { text, names: new Map(), isParty: () => false, familyName: () => null }
  expect(officeVoice(context, 0, text.length)).toMatchObject({
    office: { printed: 'The representative of the World Bank', role: 'representative', body: 'World Bank' },
  })
})
