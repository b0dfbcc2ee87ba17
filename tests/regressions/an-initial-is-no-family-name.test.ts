import { namesInText } from '@rapporteur/reader/people/names-in-text'
import { addMember, emptyCast } from '@rapporteur/reader/people/within-meeting'
import { expect, it } from 'vitest'

it('“Mr A. Lodge” is not “A. Reed”, with whom he shares an initial', () => {
  const cast = emptyCast()
  const reed = { key: 'reed', name: 'A. Reed', honorific: 'Cllr', abbreviation: null, tokens: ['a', 'reed'] }
  addMember(cast, { ...reed, isListed: false })
  const [name] = namesInText({ text: 'Mr A. Lodge spoke against it.' }, cast)
  expect(name).toMatchObject({ printed: 'Mr A. Lodge', person: null })
})
