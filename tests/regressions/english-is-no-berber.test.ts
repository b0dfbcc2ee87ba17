import { inferLanguage } from '@rapporteur/reader/language'
import { expect, it } from 'vitest'

it('a letter of another language in each sentence makes no other language of English', () => {
  const things = ['door', 'wall', 'store', 'boat', 'gate']
  const text = things
    .map(
      (thing) =>
        `The keepers said that the sign ɣ has been painted on the ${thing} of the house and that they would not take it away.`,
    )
    .join('\n')
  expect(inferLanguage(text)).toBe('en')
})
