import { namesInText } from '@rapporteur/reader/people/names-in-text'
import { addUnlisted } from '@rapporteur/reader/people/unlisted'
import { emptyCast } from '@rapporteur/reader/people/within-meeting'
import { expect, it } from 'vitest'

it('“Mr A. Lodge” is not “A. Reed”, with whom he shares an initial', () => {
  const cast = emptyCast()
  addUnlisted(cast, ['Cllr A. Reed'])
  const [name] = namesInText({ text: 'Mr A. Lodge spoke against it.' }, cast)
  expect(name).toMatchObject({ printed: 'Mr A. Lodge', person: null })
})
