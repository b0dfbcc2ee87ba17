import { namesInText } from '@rapporteur/reader/identity/names-in-text'
import { emptyCast } from '@rapporteur/reader/identity/within-meeting'
import { addUnlisted } from '@rapporteur/reader/people/unlisted'
import { expect, it } from 'vitest'

it('“Mr A. Lodge” is not “A. Reed”, with whom he shares an initial', () => {
  const cast = emptyCast()
  addUnlisted(cast, ['Cllr A. Reed'])
  const [name] = namesInText({ text: 'Mr A. Lodge spoke against it.' }, cast)
  expect(name).toMatchObject({ printed: 'Mr A. Lodge', person: null })
})
